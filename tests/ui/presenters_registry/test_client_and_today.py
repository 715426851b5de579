"""What the client's room shows of doses and registry, and the cards of Today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from immtrac_desk.domain.dose import ReportMethod
from tests.office import Office, open_office
from tests.ui.presenters_registry.given import TODAY, answered, dose, somebody
from ui.presenters.client import ClientPresenter
from ui.presenters.client_registry import ClientRegistryPresenter
from ui.presenters.registry_acts import STOPS, TABLE
from ui.presenters.today_registry import RegistryRow, registry_rows
from ui.wording import Wording

EN = Wording("en")


def test_a_dose_says_what_it_waits_for_and_afterwards_when_it_was_reported(office: Office) -> None:
    client = somebody(office)
    one = dose(office, client)
    (entry,) = ClientRegistryPresenter(office.desk, EN, client.id).doses()
    assert (entry.title, entry.pill, entry.open) == ("Tdap · 22 Nov 2026", "To report", True)
    assert entry.under == "Report by 22 December 2026, in 30 days."
    assert entry.step is None
    (step,) = office.desk.doses.report((one.id,), TODAY, ReportMethod.ONLINE, "mrobles")
    (entry,) = ClientRegistryPresenter(office.desk, EN, client.id).doses()
    assert (entry.pill, entry.under, entry.step) == ("Reported", "reported on 22 Nov 2026", step.id)
    office.desk.doses.undo_step(step.id, "wrong client")
    (entry,) = ClientRegistryPresenter(office.desk, EN, client.id).doses()
    assert (entry.pill, entry.open) == ("To report", True)


def test_doses_stand_the_latest_first(office: Office) -> None:
    client = somebody(office)
    days = (date(2026, 3, 1), TODAY, date(2026, 7, 1))
    for day in days:
        dose(office, client, day)
    titles = [one.title for one in ClientRegistryPresenter(office.desk, EN, client.id).doses()]
    assert titles == [f"Tdap · {EN.short_date(day)}" for day in sorted(days, reverse=True)]


def test_what_was_searched_is_told_and_that_not_found_proves_nothing(office: Office) -> None:
    client = somebody(office)
    assert ClientRegistryPresenter(office.desk, EN, client.id).search_words().startswith("Nobody")
    office.desk.people.note_search(client.id, "not_found", TODAY)
    shown = ClientRegistryPresenter(office.desk, EN, client.id)
    assert shown.search_words() == "Not found, 22 November 2026, Marta Robles"
    assert shown.not_found_words().startswith("Not found does not mean never vaccinated")
    office.clock.tick(minutes=1)
    office.desk.people.note_search(client.id, "found", TODAY, "88002")
    shown = ClientRegistryPresenter(office.desk, EN, client.id)
    assert shown.not_found_words() == ""


def test_a_reading_stands_as_it_was_typed_with_its_day_and_its_marks(office: Office) -> None:
    client = somebody(office)
    text = "MMR: 1 of 2\nDTaP: NOT VALID"
    office.desk.entry.note_schedule(client.id, date(2026, 11, 20), text, not_valid=True)
    (reading,) = ClientRegistryPresenter(office.desk, EN, client.id).readings()
    assert (reading.text, reading.notes) == (text, ("NOT VALID: a dose broke a rule.",))
    assert reading.head == "Read off the schedule on 20 November 2026 by Marta Robles"


def test_the_clients_room_offers_the_registry_but_not_of_the_dead(office: Office) -> None:
    client = somebody(office)
    wanted = {"new_dose", "enter", "note_schedule"}
    offered = {offer.id for offer in ClientPresenter(office.desk, EN, client.id).offers()}
    assert wanted <= offered
    office.desk.people.record_death(client.id, TODAY, "family")
    offered = {offer.id for offer in ClientPresenter(office.desk, EN, client.id).offers()}
    assert offered.isdisjoint(wanted)


@pytest.mark.parametrize("one", TABLE, ids=lambda one: one.id)
def test_every_small_form_says_its_words(voice: Wording, one) -> None:  # type: ignore[no-untyped-def]
    wanted = [f"act_form.{one.id}.{part}" for part in ("title", "says", "do")]
    assert [code for code in wanted if not voice.has(code)] == []


def test_what_may_stop_an_entry_is_what_the_desk_knows(office: Office) -> None:
    from immtrac_desk.desk.entry import STOP_REASONS

    assert set(STOPS) == set(STOP_REASONS)


# -- Today ----------------------------------------------------------------------------------


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[Office]:
    """An office in which nothing else waits."""
    made = open_office(tmp_path)
    yield made
    made.desk.close()


def row(office: Office, section: str) -> RegistryRow | None:
    rows = registry_rows(office.desk, EN)
    return next((one for one in rows if one.section == section), None)


def test_today_tells_of_late_doses_and_of_open_answers_by_owner(quiet: Office) -> None:
    client = somebody(quiet)
    dose(quiet, client)
    assert (row(quiet, "doses"), row(quiet, "answers")) == (None, None), "these have time"
    dose(quiet, client, date(2026, 10, 1))
    answered(quiet, client, "IEE-998", "IEE-570")
    late, answers = row(quiet, "doses"), row(quiet, "answers")
    assert late is not None
    assert (late.tone, late.count, late.sentence) == ("bad", 1, "1 late.")
    assert answers is not None
    assert (answers.count, answers.sentence) == (2, "Front desk: 1 · Nurse: 1")
    order = [one.tone for one in registry_rows(quiet.desk, EN)]
    assert order == sorted(order, key=["bad", "warn", "good"].index)
