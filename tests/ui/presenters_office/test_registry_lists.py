"""The work lists as people: which are loud, who fits a filter, whom an act is for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.words import Role
from immtrac_desk.practice.signing import decline_on_screen
from tests.office import AUDITOR, Office, open_office
from ui.presenters.registry_lists import ListsPresenter, Narrowed
from ui.wording import Wording

SOON = date(2008, 12, 10)
"""Turns 18 within three weeks of the office's day."""
PEOPLE = (
    ("García-López", "Ana Sofía", "es", False),
    ("Nguyễn", "Thị Đào", "en", False),
    ("Ortiz", "Luis", "en", True),
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("lists"), verified=True)
    for last, first, language, opted_out in PEOPLE:
        name = PersonName(last=last, first=first)
        made.client(SOON, name=name, language=language, contact_opt_out=opted_out)
    made.client(date(2015, 5, 4), name=PersonName(last="Reyes", first="Eva"))
    yield made
    made.desk.close()


@pytest.fixture
def lists(office: Office) -> ListsPresenter:
    made = ListsPresenter(office.desk, Wording("en"))
    made.take(made.read())
    made.choose("turning_18")
    return made


def names(presenter: ListsPresenter) -> list[str]:
    return [row.cells[0] for row in presenter.page(0, 50)]


def test_every_list_is_offered_and_those_that_hold_somebody_come_first(
    lists: ListsPresenter,
) -> None:
    choices = lists.choices()
    assert len(choices) == len(lists.read())
    held = [one.count > 0 for one in choices]
    assert held == sorted(held, reverse=True)
    assert next(one.count for one in choices if one.code == "turning_18") == len(PEOPLE)


def test_the_loudest_line_gives_a_list_its_tone_and_says_so(office: Office) -> None:
    calm = ListsPresenter(office.desk, Wording("en"))
    pictures = calm.read()
    loud = [
        replace(one, entries=(replace(one.entries[0], alarm="amber"), *one.entries[1:]))
        if one.code == "turning_18"
        else one
        for one in pictures
    ]
    tones = []
    for given in (pictures, loud):
        calm.take(given)
        tones.append(next(c for c in calm.choices() if c.code == "turning_18"))
    assert [one.tone for one in tones] == ["quiet", "warn"]
    assert [one.told for one in tones] == ["Turn 18 soon, 3", "Turn 18 soon, 3, soon"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Narrowed(text="garcia"), ["García-López, Ana Sofía"]),
        (Narrowed(text="dao nguyen"), ["Nguyễn, Thị Đào"]),
        (Narrowed(text="reyes"), []),
        (Narrowed(language="es"), ["García-López, Ana Sofía"]),
        (Narrowed(writable=True), ["García-López, Ana Sofía", "Nguyễn, Thị Đào"]),
        (Narrowed(alarm="red"), []),
        (Narrowed(site="none", text="o", writable=False), [p[0] + ", " + p[1] for p in PEOPLE]),
    ],
    ids=["accents", "other order", "other list", "language", "opted out", "alarm", "no site"],
)
def test_a_filter_keeps_exactly_who_fits(
    lists: ListsPresenter, asked: Narrowed, found: list[str]
) -> None:
    lists.narrow(asked)
    assert sorted(names(lists)) == sorted(found)


def test_an_act_is_for_who_is_ticked_and_else_for_all_who_are_shown(lists: ListsPresenter) -> None:
    assert len(lists.chosen()) == len(PEOPLE)
    first = lists.shown_ids()[0]
    lists.tick((first,))
    assert lists.chosen() == (first,)
    lists.narrow(Narrowed(text="zzz"))
    assert lists.chosen() == (), "a tick out of sight must not be acted upon"
    lists.narrow(Narrowed())
    assert lists.chosen() == (first,)


def test_all_are_ticked_and_let_go_again(lists: ListsPresenter) -> None:
    lists.tick_all()
    assert "3 ticked" in lists.count_words()
    lists.tick_all()
    assert lists.ticked == frozenset()


def test_another_list_begins_without_ticks_and_filters(lists: ListsPresenter) -> None:
    lists.tick_all()
    lists.narrow(Narrowed(text="garcia"))
    lists.choose("declined_again")
    assert (lists.ticked, lists.narrowed) == (frozenset(), Narrowed())


def test_the_lists_read_again_keep_the_ticks_of_who_is_still_there(
    lists: ListsPresenter, office: Office
) -> None:
    lists.tick_all()
    gone = lists.shown_ids()[0]
    pictures = [
        replace(one, entries=tuple(e for e in one.entries if e.client_id != gone))
        for one in lists.read()
    ]
    lists.take(pictures)
    assert len(lists.ticked) == len(PEOPLE) - 1
    assert gone not in lists.ticked


def test_only_who_is_chosen_leaves_and_the_file_names_nobody(lists: ListsPresenter) -> None:
    lists.narrow(Narrowed(text="ortiz"))
    rows = list(csv.reader(io.StringIO(lists.export("csv").decode("utf-8-sig"))))
    assert len(rows) == 2
    assert "Ortiz" in " ".join(rows[1])
    assert lists.file_name("csv") == "turning_18-2026-11-22.csv"


def test_who_refused_is_listed_as_such_and_not_called_a_fault(office: Office) -> None:
    client = office.client(date(2016, 1, 4), name=PersonName(last="Soto", first="Iris"))
    decline_on_screen(office.desk, client, "Soto María")
    office.clock.on(date(2027, 11, 30))
    presenter = ListsPresenter(office.desk, Wording("es"))
    presenter.take(presenter.read())
    presenter.choose("declined_again")
    office.clock.on(date(2026, 11, 22))
    assert names(presenter) == ["Soto, Iris"]
    assert presenter.page(0, 1)[0].loud is False


def test_an_auditor_reads_the_lists_and_neither_writes_nor_takes_them_out(office: Office) -> None:
    office.as_(AUDITOR, Role.AUDITOR)
    try:
        presenter = ListsPresenter(office.desk, Wording("en"))
        presenter.take(presenter.read())
        assert presenter.choices()
        assert not presenter.may_write
        assert not presenter.may_export
    finally:
        office.as_("Marta Robles")
