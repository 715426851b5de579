"""The entry card: the registry's screens in order, what is copied, and what is noted at the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.errors import InputError
from tests.office import Office
from tests.seen import signed_paper
from tests.ui.presenters_registry.given import TODAY, dose, somebody
from ui.presenters.entry import EntryPresenter
from ui.presenters.entry_finish import FinishPresenter
from ui.presenters.registry_waiting import WaitingPresenter
from ui.wording import Wording

EN = Wording("en")


def signed(office: Office, **changes: object) -> Client:
    client = somebody(office, **changes)  # type: ignore[arg-type]
    signed_paper(office.desk, client, date(2026, 11, 18))
    return client


def card(office: Office, client: Client, voice: Wording = EN) -> EntryPresenter:
    return EntryPresenter(office.desk, voice, client.id)


def test_the_screens_stand_in_their_order(office: Office) -> None:
    client = signed(office)
    dose(office, client)
    groups = list(dict.fromkeys(row.group for row in card(office, client).rows))
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
    assert groups[:4] == [
        "1 Search",
        "2 A signed form is held",
        "3 Client information",
        "4 Consent affirmation",
    ]


def test_values_are_copied_and_buttons_only_ticked(office: Office) -> None:
    rows = card(office, signed(office)).rows
    find = next(row for row in rows if row.value == "Find")
    born = next(row for row in rows if row.label == "Date of birth")
    assert (find.copies, find.digit) == (False, 0)
    assert (born.copies, born.value) == (True, "05/04/2015")


def test_digits_are_dealt_to_what_is_copied_from_one_on_in_each_group(office: Office) -> None:
    dealt: dict[str, list[int]] = {}
    for row in card(office, signed(office)).rows:
        if row.copies:
            dealt.setdefault(row.group, []).append(row.digit)
    assert all(digits[:9] == list(range(1, len(digits[:9]) + 1)) for digits in dealt.values())
    assert all(digit == 0 for digits in dealt.values() for digit in digits[9:])


def test_seven_doses_are_two_pages_of_which_each_row_is_a_group(office: Office) -> None:
    client = signed(office)
    for day in range(7):
        dose(office, client, TODAY - timedelta(day), lot=f"L{day}")
    groups = [row.group for row in card(office, client).rows if row.label == "Lot"]
    assert [group.partition(" · ")[2] for group in groups] == [
        *(f"page 1 of 2 · row {number}" for number in range(1, 7)),
        "page 2 of 2 · row 1",
    ]


def test_what_the_search_would_refuse_stands_first_with_its_field(office: Office) -> None:
    client = signed(office, gender="")
    found = card(office, client).findings()
    assert [finding.field for _, finding in found] == ["client.gender"]
    assert found[0][0].startswith("Gender: ")
    assert card(office, signed(office)).findings() == ()


@pytest.mark.parametrize(("born", "code"), [(date(2015, 5, 4), "TXY"), (date(2008, 11, 23), "TXY")])
def test_the_consent_code_and_its_date(office: Office, born: date, code: str) -> None:
    head, said, why = card(office, signed(office, born_on=born)).code_words()
    assert head == code
    assert said.endswith("consent date 18 November 2026")
    assert why != ""


def test_without_a_consent_there_is_none_to_affirm(office: Office) -> None:
    entry = card(office, somebody(office))
    assert entry.code_words()[0] == "No consent"
    assert not FinishPresenter(entry).asks_affirmed


def test_portal_values_stay_english_whatever_the_screen_speaks(office: Office) -> None:
    client = signed(office)
    english, spanish = card(office, client), card(office, client, Wording("es"))
    assert [row.value for row in english.rows] == [row.value for row in spanish.rows]
    assert [row.label for row in english.rows] != [row.label for row in spanish.rows]


def test_ticks_are_kept_and_found_again(office: Office) -> None:
    client = signed(office)
    before = card(office, client)
    before.tick(before.rows[0])
    before.tick(before.rows[2])
    before.keep()
    again = card(office, client)
    assert [again.is_done(row) for row in again.rows[:3]] == [True, False, True]
    assert again.next_open(0) == 1


# -- what is noted at the end ---------------------------------------------------------------


def finish(office: Office, client: Client, **lines: str) -> list[ActKind]:
    done = FinishPresenter(card(office, client))
    reported = tuple(one.id for one in done.doses) if lines.pop("doses", "") else ()
    acts = done.finish({**lines, "reported": reported, "on": TODAY})
    return [act.kind for act in acts]


def test_search_affirmation_and_doses_are_one_act(office: Office) -> None:
    client = signed(office)
    one = dose(office, client)
    kinds = finish(
        office,
        client,
        searched="not_found",
        immtrac2_id="88001",
        affirmed="yes",
        registry_user="mrobles",
        doses="yes",
    )
    assert kinds == [ActKind.SEARCH_NOTED, ActKind.CONSENT_AFFIRMED]
    assert office.desk.people.file(client.id).client.immtrac2_id == "88001"
    state = {p.dose.id: p.verdict.state.value for p in office.desk.doses.of_client(client.id)}
    assert state[one.id] == "REPORTED"


def test_ticks_have_served_when_it_is_finished(office: Office) -> None:
    client = signed(office)
    entry = card(office, client)
    entry.tick(entry.rows[0])
    entry.keep()
    done = FinishPresenter(entry)
    done.finish({"searched": "found", "on": TODAY})
    assert not card(office, client).is_done(entry.rows[0])


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ({}, "searched"),
        ({"affirmed": "yes"}, "registry_user"),
    ],
)
def test_what_is_not_said_is_asked_beside_its_field(
    office: Office, lines: dict[str, str], field: str
) -> None:
    client = signed(office)
    with pytest.raises(InputError) as refused:
        finish(office, client, **lines)
    assert refused.value.field == field
    kinds = {line.act.kind for line in office.desk.people.file(client.id).acts}
    assert ActKind.CONSENT_AFFIRMED not in kinds


def test_where_it_stopped_is_told_to_whoever_tries_next(office: Office) -> None:
    client = signed(office)
    office.desk.entry.stop(client.id, "candidates", "twins?")
    said = card(office, client).stopped_words()
    assert said == (
        "Last time it stopped, 22 Nov 2026, Marta Robles: "
        "Several possible matches, not clear which · twins?"
    )


# -- who waits ------------------------------------------------------------------------------


def test_who_waits_says_for_what_and_leaves_when_it_is_done(office: Office) -> None:
    client = signed(office)
    waiting = WaitingPresenter(office.desk, EN)
    waiting.read()
    row = next(row for row in waiting.rows(0, 500) if row.key == client.id)
    assert row.cells[1] == "a consent to affirm"
    finish(office, client, affirmed="yes", registry_user="mrobles")
    waiting.read()
    assert client.id not in waiting.waiting


def test_a_client_without_gender_can_be_mended_and_then_nothing_is_said(office: Office) -> None:
    client = signed(office, gender="")
    kept = office.desk.people.file(client.id).client
    office.desk.people.save(replace(kept, gender="female"))
    assert card(office, client).findings() == ()
