"""Lines of the book about a site: whom and what they are about, and their facts in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from immtrac_desk.domain.site_person import SiteRole, TrainingKind
from tests.desk.rostered import a_site, give, someone
from tests.office import Office, open_office
from ui.presenters.history import HistoryFilter, HistoryPresenter, HistoryRow
from ui.wording import Wording


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield made
    made.desk.close()


def lines(office: Office, language: str) -> dict[str, HistoryRow]:
    """The newest line of each act."""
    presenter = HistoryPresenter(office.desk, Wording(language))
    return {row.entry.act: row for row in reversed(presenter.ask(HistoryFilter()))}


def test_a_line_names_the_person_and_the_site_by_name(office: Office) -> None:
    desk = office.desk
    site, rosa = a_site(desk), someone(desk)
    give(desk, rosa, site, SiteRole.FULL_ACCESS)
    desk.roster.save_organization(replace(site, street="9 Elm Road", zip_code="78702"))
    said = lines(office, "en")
    assert said["role_given"].about == "Nuñez, Rosa, Oak Street Clinic"
    assert said["person_added"].about == "Nuñez, Rosa"
    assert said["organization_saved"].about == "Oak Street Clinic"
    assert ("What changed", "Street address, ZIP") in said["organization_saved"].facts
    assert said["organization_saved"].what == "Site's record corrected"


@pytest.mark.parametrize(
    ("language", "role", "training", "task"),
    [
        (
            "en",
            "User, full access",
            "Texas medical privacy (HB 300)",
            "Disable an account in ImmTrac2",
        ),
        ("es", "", "", "Desactivar una cuenta en ImmTrac2"),
    ],
)
def test_a_fact_is_said_as_the_screens_say_it(
    office: Office, language: str, role: str, training: str, task: str
) -> None:
    desk = office.desk
    site, rosa = a_site(desk), someone(desk)
    give(desk, rosa, site, SiteRole.FULL_ACCESS)
    desk.roster.note_training(rosa.id, TrainingKind.HB300, desk.today(), signed=True)
    [opened] = desk.roster.left_clinic(rosa.id, desk.today())
    desk.roster.close_task(opened.id, "by the supervisor")
    duty = desk.duties.lines(site.id)[0].duty
    desk.duties.confirm(site.id, duty.id, desk.today())
    said = {act: [value for _, value in row.facts] for act, row in lines(office, language).items()}
    assert role in said["role_given"] or not role
    assert training in said["training_noted"] or not training
    assert said["office_task_closed"] == [task, "by the supervisor"]
    assert (duty.what_es if language == "es" else duty.what) in said["duty_confirmed"]
    told = [value for values in said.values() for value in values]
    assert [v for v in told if v in (site.id, rosa.id, opened.id)] == [], "numbers tell nobody"
