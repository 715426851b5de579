"""Presenters of the office manager's rooms, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.desk.pictures import Problem
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.words import Role
from tests.office import CLERK, Office, open_office
from ui.presenters.documents import DocumentsPresenter
from ui.presenters.history import HistoryPresenter
from ui.presenters.settings import SettingsPresenter
from ui.presenters.staff import StaffPresenter, check_twice
from ui.wording import Wording

EN, ES = Wording("en"), Wording("es")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield made
    made.desk.close()


def test_names_are_read_for_the_book_without_a_look(office: Office) -> None:
    client = office.client()
    names = office.desk.people.names((client.id, ClientId("NOBODY")))
    assert {key: name.shown for key, name in names.items()} == {
        client.id: "García-López, Ana Sofía"
    }
    assert office.desk.book.history(acts=("client_looked_at",)) == ()


@pytest.mark.parametrize(
    ("voice", "key", "words"),
    [
        (EN, "withdrawal.reminder_days", "no reminder"),
        (ES, "withdrawal.reminder_days", "sin recordatorio"),
        (EN, "lists.gender", "Female, Male"),
        (EN, "clinic.registered_provider", "Yes"),
        (ES, "consent.minor_retention_age", "26 años"),
        (EN, "contacts.checked_on", "not set"),
        (EN, "age.feb29", "1 March"),
    ],
)
def test_a_value_is_said_as_people_read_it(
    office: Office, voice: Wording, key: str, words: str
) -> None:
    presenter = SettingsPresenter(office.desk, voice)
    line = next(line for line in office.desk.book.settings() if line.key == key)
    assert presenter.row(line).value == words


def test_a_word_that_the_clinic_added_is_said_as_it_is(office: Office) -> None:
    office.desk.book.change_setting("lists.gender", ("female", "male", "X"))
    rows = SettingsPresenter(office.desk, ES).rows("lists")
    assert rows["lists.gender"].value == "Femenino, Masculino, X"


def test_unconfirmed_points_are_counted_and_a_page_of_own_choices_says_nothing(
    office: Office,
) -> None:
    presenter = SettingsPresenter(office.desk, EN)
    assert presenter.left("clinic") == ("", "")
    before, tone = presenter.left("rules")
    assert tone == "warn"
    office.desk.book.change_setting("age.feb29", "mar1", "counsel", None, True)
    after, _ = presenter.left("rules")
    assert int(before.split()[0]) - int(after.split()[0]) == 1


def test_a_refused_right_is_told_in_the_book_in_words(office: Office) -> None:
    office.as_(CLERK, Role.FRONT_DESK)
    with pytest.raises(Exception, match=r"right\.missing"):
        office.desk.book.change_setting("age.feb29", "feb28")
    row = HistoryPresenter(office.desk, EN).more()[0]
    assert row.what == "Refused: the role does not allow it"
    assert row.facts == (("Act that was refused", "change a setting"),)


def test_a_changed_setting_is_named_in_the_book(office: Office) -> None:
    office.desk.book.change_setting("lists.amber_days", 21)
    row = HistoryPresenter(office.desk, EN).more()[0]
    assert row.about == "Amber after days"
    assert ("New value", "21") in row.facts


def test_problems_name_file_and_place_in_both_languages(office: Office) -> None:
    found = (Problem("desk.db", "page 7", "page_damaged"), Problem("slots", "file", "missing"))
    head, body = HistoryPresenter(office.desk, EN).verdict(found)
    assert head.startswith("2 things")
    assert body.splitlines()[0] == "desk.db, page 7: this page was changed from outside"
    assert "falta" in HistoryPresenter(office.desk, ES).verdict(found)[1]


def test_an_unknown_problem_and_an_unknown_row_are_shown_as_they_are(office: Office) -> None:
    presenter = HistoryPresenter(office.desk, EN)
    assert presenter.verdict((Problem("a", "b", "odd"),))[1] == "a, b: odd"
    line = office.desk.book.history(limit=1)[0]
    assert presenter.why(replace(line, row="E6")) == ""
    assert presenter.why(replace(line, row="DT-1.1")).startswith("DT-1.1: ")


@given(new=st.text(max_size=8), again=st.text(max_size=8))
def test_two_passphrases_agree_only_if_they_are_the_same_and_typed(new: str, again: str) -> None:
    assert (check_twice(new, again) == ()) == (bool(new) and new == again)


def test_roles_and_registry_names_stand_under_a_member(office: Office) -> None:
    office.desk.staff.add(CLERK, Role.FRONT_DESK, "seven quiet herons wade", "dwhitaker")
    rows = {row.name: row for row in StaffPresenter(office.desk, EN).rows()}
    assert rows[CLERK].under == "front desk · ImmTrac2 user dwhitaker"
    assert not rows[CLERK].me


@pytest.mark.parametrize(
    ("text", "scanned"), [("IMMTRAC-DESK/1|C-7|en|x|y|z", True), ("García", False), ("", False)]
)
def test_what_a_scanner_types_is_known_by_its_beginning(text: str, scanned: bool) -> None:
    assert DocumentsPresenter.is_scanned(text) is scanned
