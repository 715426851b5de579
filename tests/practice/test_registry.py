"""The practice clinic at the registry: every state of a dose and of an answer's item shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from immtrac_desk.desk import Desk
from immtrac_desk.desk.registry_pictures import DosePicture, ItemLine
from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.agreement import AgreementState
from immtrac_desk.domain.answer import ItemState
from immtrac_desk.domain.dose import DoseState
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.registry_report import Catalogue
from immtrac_desk.law.reporting import DueState
from immtrac_desk.practice import PracticePlan, build
from immtrac_desk.practice.answer_text import TORN
from immtrac_desk.practice.dose_stories import registry
from immtrac_desk.practice.stories import STORIES
from immtrac_desk.vaccines import vaccine
from tests.office import Clock
from ui.presenters.shell_doors import PRACTICE_CLIENTS

PASSPHRASE = "practice herons wading by the reeds"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("registry") / "vault"
    plan = PracticePlan(path=path, passphrase=PASSPHRASE, clients=PRACTICE_CLIENTS, clock=Clock())
    made = build(plan)
    yield made
    made.close()


def everybody(desk: Desk) -> list[ClientId]:
    lines = desk.book.history(limit=10_000, acts=("client_added",))
    return [ClientId(line.client_id) for line in lines]


@pytest.fixture(scope="module")
def doses(desk: Desk) -> list[DosePicture]:
    return [one for client_id in everybody(desk) for one in desk.doses.of_client(client_id)]


@pytest.fixture(scope="module")
def items(desk: Desk) -> tuple[ItemLine, ...]:
    return desk.answers.items(show="all")


def test_every_invented_dose_is_there_and_every_state_shows(doses: list[DosePicture]) -> None:
    assert len(doses) == len(registry()["dose"])
    assert {one.verdict.state for one in doses} == set(DoseState)


def test_the_list_to_report_has_every_degree_of_pressing(desk: Desk) -> None:
    lines = desk.doses.to_report()
    assert {line.verdict.due_state for line in lines} == set(DueState)
    assert lines[0].verdict.due_state is DueState.OVERDUE
    assert any(line.missing for line in lines)
    assert any(line.faults for line in lines)
    assert len({line.dose.organization_id for line in lines}) > 1


def test_a_disaster_has_doses_that_wait_and_one_that_was_reported(
    doses: list[DosePicture],
) -> None:
    of_event = [one for one in doses if one.event is not None]
    assert {one.verdict.row for one in of_event} == {"DT-19.7"}
    assert {DoseState.WAITING, DoseState.REPORTED} <= {one.verdict.state for one in of_event}


def test_one_dose_was_told_and_given_elsewhere(doses: list[DosePicture]) -> None:
    assert [one.verdict.row for one in doses if one.dose.historical] == ["DT-19.12"]


def test_every_state_of_an_item_shows_and_one_was_said_again(items: tuple[ItemLine, ...]) -> None:
    assert {one.state for one in items} == set(ItemState)
    assert any(one.again for one in items)
    assert {"consent", "client", "dose", "email_dshs", "hand"} <= {one.by for one in items}


def test_an_unknown_prescriber_leads_to_a_change_of_that_sites_agreement(
    desk: Desk, items: tuple[ItemLine, ...]
) -> None:
    (told,) = [one for one in items if one.item.code == "IEE-526"]
    assert (told.state, told.leads_to.kind) == (ItemState.OPEN, "agreement")
    states = {line.organization.id: line.state for line in desk.agreement.overview()}
    assert told.leads_to.organization_id is not None
    assert states[told.leads_to.organization_id] is AgreementState.CHANGE_DUE


def test_some_of_what_came_names_nobody_and_some_could_not_be_read(
    desk: Desk, items: tuple[ItemLine, ...]
) -> None:
    assert any(one.client is None and one.leads_to.kind == "match" for one in items)
    answers = desk.answers.answers()
    assert len({answer.received_on for answer in answers}) == len(answers) == 5
    torn = next(a for a in answers if TORN.encode() in desk.answers.content(a.id))
    assert torn.unread


def test_what_was_read_in_the_registry_stands_in_the_files(desk: Desk) -> None:
    kinds = [line.act.kind for c in everybody(desk) for line in desk.people.file(c).acts]
    for kind, row in ((ActKind.SCHEDULE_READ, "schedule"), (ActKind.ENTRY_STOPPED, "stopped")):
        assert kinds.count(kind) == len(registry()[row])
    assert ActKind.SEARCH_NOTED in kinds
    assert ActKind.LETTER_MADE in kinds


def test_a_year_of_figures_and_the_reports_that_came_are_kept(desk: Desk) -> None:
    clinic = desk.roster.organizations()[0].id
    figures = desk.reports.tips(clinic)
    assert len(figures) == 24
    assert len({figure.month for figure in figures}) == 12
    assert all("practice" in figure.measure for figure in figures)
    lines = [line for kind in Catalogue for line in desk.reports.catalogue(kind)]
    came = {line.entry.last_received_on for line in lines}
    assert len(came - {None}) == len(registry()["report"])
    assert None in came
    assert any(not line.built_in for line in lines)
    assert [line.confirmed is not None for line in desk.reports.levers(clinic)].count(True) == 1


def test_nothing_of_it_could_be_taken_for_real(desk: Desk, doses: list[DosePicture]) -> None:
    assert {one.dose.lot[:2] for one in doses} == {"PR", ""}
    assert all(vaccine(one.dose.cvx) for one in doses)
    for answer in desk.answers.answers():
        assert b"practice" in desk.answers.content(answer.id).lower()
    named = [event.name for event in desk.book.events() if event.ended_on is None]
    assert named
    assert all("practice" in name for name in named)


def test_the_smallest_clinic_has_what_its_clients_allow(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("small") / "vault"
    made = build(
        PracticePlan(path=path, passphrase=PASSPHRASE, clients=len(STORIES), clock=Clock())
    )
    try:
        of_all = [one for client in everybody(made) for one in made.doses.of_client(client)]
        today = [row for row in registry()["dose"] if " new " in row["client"]]
        assert len(of_all) == len(today)
        assert made.answers.answers() == ()
        assert made.book.verify() == ()
    finally:
        made.close()
