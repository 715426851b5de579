"""The practice clinic's sites: every state of an agreement and of an application shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from immtrac_desk.desk import Desk
from immtrac_desk.domain.agreement import AgreementState, ApplicationState
from immtrac_desk.practice import PracticePlan, build
from immtrac_desk.practice.stories import STORIES

PASSPHRASE = "practice herons wading by the reeds"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("sites") / "vault"
    made = build(PracticePlan(path=path, passphrase=PASSPHRASE, clients=len(STORIES)))
    yield made
    made.close()


def test_every_state_of_an_agreement_shows(desk: Desk) -> None:
    assert {line.state for line in desk.agreement.overview()} == set(AgreementState)


def test_every_state_of_an_application_shows(desk: Desk) -> None:
    sites = desk.roster.organizations()
    lines = [line for site in sites for line in desk.agreement.standing(site.id).applications]
    assert {line.state for line in lines} == set(ApplicationState)
    assert any(line.returned and line.reason for line in lines)
    assert any(line.amber for line in lines)


def test_today_shows_everything_it_can_say_of_an_agreement(desk: Desk) -> None:
    assert {line.code for line in desk.agreement.today_lines()} == {
        *("agreement_overdue", "agreement_change_due", "agreement_due", "tvfc_due"),
        *("role_ending", "training_due", "training_overdue", "task_due", "application_waiting"),
    }


def test_the_clinic_itself_is_the_parent_of_all_and_comes_first(desk: Desk) -> None:
    first, *others = desk.roster.organizations()
    assert first.name == desk.clinic
    assert {site.parent_id for site in others} == {first.id}
    assert desk.agreement.standing(first.id).state is AgreementState.DUE_SOON


def test_nothing_of_a_practice_site_could_reach_anybody(desk: Desk) -> None:
    for site in desk.roster.organizations():
        assert "555-01" in site.phone
        for line in desk.roster.lines(site.id):
            assert line.person.email.endswith("practice.invalid")


def test_the_clock_of_a_finished_practice_clinic_tells_the_real_day(
    desk: Desk, tmp_path: Path
) -> None:
    lines = desk.book.history(limit=10_000)
    assert lines[0].at.date() >= lines[-1].at.date()
    assert (desk.now().date() - lines[-1].at.date()).days >= 90
    assert abs((desk.now() - lines[0].at).total_seconds()) < 600
