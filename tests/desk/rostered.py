"""A site and its people for tests: kept through the real rooms, with nothing missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from immtrac_desk.desk import Desk
from immtrac_desk.domain.ids import PersonId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, SiteRole, TrainingKind

NPI = "1234567893"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS"
    b"\xde\x00\x00\x00\x0cIDATx\x9cc```\x00\x00\x00\x04\x00\x01\xf6\x178U\x00\x00\x00\x00IEND\xaeB`"
    b"\x82"
)


def a_site(desk: Desk, **changes: Any) -> Organization:
    """A clinic as it is known to the registry."""
    known: dict[str, Any] = {
        "name": "Oak Street Clinic",
        "org_type": "medical",
        "org_code": "OAK1",
        "tx_iis_id": "0001112000",
        "intent": "both",
        "street": "12 Oak Street",
        "city": "Austin",
        "zip_code": "78701",
        "county": "Travis",
        "phone": "(512) 471-1234",
        "npi": NPI,
        "tin": "12-3456789",
    }
    site = replace(desk.roster.new_organization(), **(known | changes))
    return desk.roster.save_organization(site)


def someone(desk: Desk, first: str = "Rosa", last: str = "Nuñez", **changes: Any) -> SitePerson:
    """Somebody on the roster with an e-mail of their own, and no role yet."""
    known: dict[str, Any] = {
        "first_name": first,
        "last_name": last,
        "email": f"{first.casefold()}@oakstreet.example.org",
        "hired_on": date(2026, 1, 15),
    }
    person = replace(desk.roster.new_person(), **(known | changes))
    return desk.roster.save_person(person, person.email)


def train(desk: Desk, person_id: PersonId, on: date | None = None) -> None:
    """A provider supervisor's training, yesterday if no day is said."""
    day = on or desk.today() - timedelta(days=1)
    desk.roster.note_training(person_id, TrainingKind.SUPERVISOR, day, signed=True)


def give(
    desk: Desk, person: SitePerson, site: Organization, role: SiteRole, since: date | None = None
) -> RoleHeld:
    """A role since a day, today if none is said."""
    return desk.roster.give_role(person.id, site.id, role, since or desk.today())
