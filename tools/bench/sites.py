"""Five hundred sub-sites: where each agreement stands, read for one screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from immtrac_desk.desk import Desk
from immtrac_desk.desk.agreement import AgreementRoom
from immtrac_desk.desk.agreement_pictures import EnterExisting
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SitePerson, SiteRole

COUNT = 500


def enter_sites(desk: Desk, count: int = COUNT) -> None:
    """Enter a parent and `count` sub-sites, each with its agreement and who it names."""
    parent = _enter(desk, desk.roster.new_organization(), "Parent clinic", 0)
    for number in range(1, count):
        _enter(desk, desk.roster.new_organization(parent.id), f"Sub-site {number:03}", number)


def standing_of_all(desk: Desk) -> Callable[[], object]:
    """Work that reads every site anew and judges each agreement (DT-13), as after a change."""
    return lambda: AgreementRoom(desk.corridor).overview()


def bare_table(folder: Path, count: int = COUNT) -> Callable[[], object]:
    """Work that reads a plain table of `count` rows: the least such a screen could cost."""
    connection = sqlite3.connect(folder / "bare.db")
    connection.execute("CREATE TABLE bare (site TEXT, state TEXT, due TEXT, days TEXT)")
    rows = [(f"Sub-site {number:03}", "CURRENT", "2027-01-31", "70") for number in range(count)]
    connection.executemany("INSERT INTO bare VALUES (?, ?, ?, ?)", rows)
    connection.commit()
    return lambda: connection.execute("SELECT * FROM bare").fetchall()


def _enter(desk: Desk, new: Organization, name: str, number: int) -> Organization:
    doctor, user = (_person(desk, first, number) for first in ("Nora", "Uma"))
    approved_on = desk.today() - timedelta(days=2 * number % 700)
    return desk.agreement.enter_existing(
        EnterExisting(
            organization=replace(new, name=name, org_type="medical", city="Austin"),
            approved_on=approved_on,
            due_on=None,
            people=(
                (doctor, (SiteRole.SIGNER, SiteRole.PRESCRIBER)),
                (user, (SiteRole.POINT_OF_CONTACT, SiteRole.FULL_ACCESS)),
            ),
            roles_from=approved_on,
        )
    )


def _person(desk: Desk, first: str, number: int) -> SitePerson:
    email = f"{first.casefold()}.{number}@example.org"
    return replace(
        desk.roster.new_person(), first_name=first, last_name="Sample", email=email, title="MD"
    )
