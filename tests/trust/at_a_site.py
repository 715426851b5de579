"""A site, its people and duties for the trust tables: what writes, what is typed, a canary day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from immtrac_desk.desk import Desk
from immtrac_desk.domain.agreement import OfficeTask
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, SiteRole, TrainingKind
from tests.desk.rostered import PNG, a_site, give, someone
from tests.trust.canaries import canary

Typed = Callable[[Desk, Any, str], object]
SiteAsk = Callable[["SiteGround", Desk], object]


@dataclass
class SiteGround:
    """One site with somebody in a role, somebody to come, and a task of the office."""

    site: Organization
    person: SitePerson
    role: RoleHeld
    task: OfficeTask
    duty: str


def site_ground(desk: Desk) -> SiteGround:
    """Keep a site and its people at a supervisor's desk."""
    site, person, gone = a_site(desk), someone(desk), someone(desk, "Luis", "Ortega")
    give(desk, gone, site, SiteRole.VIEW_ONLY)
    [task] = desk.roster.left_clinic(gone.id, desk.today())
    role = give(desk, person, site, SiteRole.FULL_ACCESS)
    return SiteGround(site, person, role, task, desk.duties.lines(site.id)[0].duty.id)


SITE_WRITING: dict[str, tuple[str, SiteAsk]] = {
    "roster.save_organization": (
        "manage_agreement",
        lambda g, d: d.roster.save_organization(replace(g.site, hours="8 to 5")),
    ),
    "roster.close_organization": (
        "manage_agreement",
        lambda g, d: d.roster.close_organization(g.site.id, d.today()),
    ),
    "roster.reopen_organization": (
        "manage_agreement",
        lambda g, d: d.roster.reopen_organization(g.site.id),
    ),
    "roster.save_person": (
        "manage_roster",
        lambda g, d: d.roster.save_person(replace(g.person, title="MD")),
    ),
    "roster.give_role": (
        "manage_roster",
        lambda g, d: give(d, g.person, g.site, SiteRole.SIGNER),
    ),
    "roster.end_role": ("manage_roster", lambda g, d: d.roster.end_role(g.role.id, d.today())),
    "roster.take_back_role": (
        "manage_roster",
        lambda g, d: d.roster.take_back_role(give(d, g.person, g.site, SiteRole.SIGNER).id, "x"),
    ),
    "roster.note_training": (
        "manage_roster",
        lambda g, d: d.roster.note_training(g.person.id, TrainingKind.HB300, d.today(), True),
    ),
    "handbook.record_training": (
        "sign_training",
        lambda g, d: d.handbook.record_training(g.person.id, TrainingKind.OTHER, (), (), "en"),
    ),
    "roster.note_account": (
        "manage_roster",
        lambda g, d: d.roster.note_account(g.person.id, made_on=d.today()),
    ),
    "roster.attach_to_person": (
        "manage_roster",
        lambda g, d: d.roster.attach_to_person(g.site.id, g.person.id, "scan", PNG),
    ),
    "roster.close_task": ("manage_roster", lambda g, d: d.roster.close_task(g.task.id)),
    "roster.left_clinic": (
        "manage_roster",
        lambda g, d: d.roster.left_clinic(g.person.id, d.today()),
    ),
    "duties.confirm": (
        "confirm_duty",
        lambda g, d: d.duties.confirm(g.site.id, g.duty, d.today()),
    ),
}
"""Every method of these rooms that writes: the right it must ask for, and a call of it."""


def _texts(record: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(record) if f.type in ("str", str) and f.name != "id")


def _site(field: str) -> Typed:
    def ask(desk: Desk, _: Any, text: str) -> object:
        site = replace(desk.roster.new_organization(), name="Elm", org_type="medical")
        typed: Any = {field: text}
        return desk.roster.save_organization(replace(site, **typed))

    return ask


def _person(field: str) -> Typed:
    def ask(desk: Desk, _: Any, text: str) -> object:
        person = replace(desk.roster.new_person(), first_name="Eva", last_name="Ruiz")
        typed: Any = {field: text}
        return desk.roster.save_person(replace(person, **typed), text)

    return ask


def _of_person(ask: Callable[[Desk, SitePerson, OrganizationId, str], object]) -> Typed:
    def at_the_desk(desk: Desk, _: Any, text: str) -> object:
        site = desk.roster.organizations()[0].id
        person = desk.roster.lines(site, former=True)[0].person
        return ask(desk, person, site, text)

    return at_the_desk


SITE_TYPED: dict[str, Typed] = {
    **{f"organization.{name}": _site(name) for name in _texts(Organization)},
    "organization.assigned_counties": lambda d, c, t: d.roster.save_organization(
        replace(d.roster.new_organization(), name="Elm", org_type="lhd", assigned_counties=(t,))
    ),
    **{f"site_person.{name}": _person(name) for name in _texts(SitePerson)},
    "training.note": _of_person(
        lambda d, p, s, t: d.roster.note_training(p.id, TrainingKind.OTHER, d.today(), True, t)
    ),
    "person.file": _of_person(lambda d, p, s, t: d.roster.attach_to_person(s, p.id, t, PNG)),
    "role.reason": _of_person(
        lambda d, p, s, t: d.roster.take_back_role(d.roster.role_history(s)[0].held.id, t)
    ),
    "office_task.note": _of_person(
        lambda d, p, s, t: d.roster.close_task(d.roster.tasks(s)[0].id, t)
    ),
    "duty.note": _of_person(
        lambda d, p, s, t: d.duties.confirm(s, d.duties.lines(s)[0].duty.id, d.today(), t)
    ),
}
"""Every field around a site that somebody types into, through the desk."""


def live_at_a_site(desk: Desk) -> SiteGround:
    """Do everything the roster and the duties can ask, every text a canary."""
    site = a_site(desk, name=canary("site"), street=canary("street"), ehr_vendor=canary("vendor"))
    names: Any = {"title": canary("title"), "licence_no": canary("licence")}
    person = someone(desk, canary(), canary(), email=f"{canary()}@example.org", **names)
    role = give(desk, person, site, SiteRole.FULL_ACCESS)
    desk.roster.end_role(give(desk, person, site, SiteRole.PRESCRIBER).id, desk.today())
    wrong = give(desk, person, site, SiteRole.SIGNER)
    desk.roster.take_back_role(wrong.id, canary("mistake"))
    desk.roster.note_training(
        person.id, TrainingKind.SUPERVISOR, desk.today(), True, canary("trained"), PNG
    )
    desk.roster.note_account(person.id, made_on=desk.today())
    desk.roster.attach_to_person(site.id, person.id, "confidentiality", PNG)
    [task] = desk.roster.left_clinic(person.id, desk.today())
    desk.roster.close_task(task.id, canary("disabled"))
    duty = desk.duties.lines(site.id)[0].duty.id
    desk.duties.confirm(site.id, duty, desk.today(), canary("duty"))
    desk.roster.person_file(person.id)
    return SiteGround(site, person, role, task, duty)
