"""The site of a case: an organization, its people, an agreement, tasks, told in a few words."""

from datetime import UTC, date, datetime, time
from typing import Any

from immtrac_desk.domain.agreement import (
    AgreementApplication,
    ApplicationKind,
    OfficeTask,
    SiteAgreement,
)
from immtrac_desk.domain.ids import (
    AgreementId,
    ApplicationId,
    OfficeTaskId,
    OrganizationId,
    PersonId,
    QuestionSetId,
    RoleId,
    StaffId,
    TrainingId,
)
from immtrac_desk.domain.organization import Organization, answers_of
from immtrac_desk.domain.site_person import (
    NamedPerson,
    RoleHeld,
    SitePerson,
    SiteRole,
    Training,
    TrainingKind,
)

SITE = OrganizationId("site")
APPLICATION = AgreementApplication(
    id=ApplicationId("application"),
    organization_id=SITE,
    kind=ApplicationKind.RENEWAL,
    begun_on=date(2026, 5, 4),
    question_set=QuestionSetId("built-in-2026-11"),
)
CLERK = StaffId("clerk")


def at(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def site(**known: Any) -> Organization:
    return Organization(**{"id": SITE, "name": "Elm Clinic", "org_type": "medical"} | known)


def agreement(approved: date | None, due: date | None, **carried: Any) -> SiteAgreement:
    """An approved agreement; `was` its answers beside the ordinary ones, `people` who it names."""
    return SiteAgreement(
        id=AgreementId("agreement"),
        organization_id=SITE,
        approved_on=approved,
        due_on=due,
        application_id=None,
        answers=answers_of(site(**carried.get("was", {}))),
        people=tuple(named(one["who"], one["as"]) for one in carried.get("people", ())),
        entered_at=at(approved or date(2026, 1, 2)),
        by=CLERK,
    )


def person(who: str, **known: Any) -> SitePerson:
    last, _, first = who.partition(", ")
    return SitePerson(id=PersonId(who), last_name=last, first_name=first, **known)


def named(who: str, *roles: str) -> NamedPerson:
    last, _, first = who.partition(", ")
    held = tuple(SiteRole(role) for role in roles)
    return NamedPerson(person_id=PersonId(who), last_name=last, first_name=first, roles=held)


def held(told: dict[str, Any], number: int = 0) -> RoleHeld:
    return RoleHeld(
        id=RoleId(f"role-{number}"),
        person_id=PersonId(told["who"]),
        organization_id=OrganizationId(told.get("site", SITE)),
        role=SiteRole(told["as"]),
        from_on=told["from"],
        until_on=told.get("until"),
    )


def task(told: dict[str, Any], number: int = 0) -> OfficeTask:
    return OfficeTask(
        id=OfficeTaskId(f"task-{number}"),
        organization_id=OrganizationId(told.get("site", SITE)),
        what=told["what"],
        opened_on=told["opened"],
        opened_at=at(told["opened"]),
        opened_by=CLERK,
        person_id=PersonId(told["who"]) if "who" in told else None,
        closed_on=told.get("closed"),
    )


def training(who: str, on: date, kind: str = "hb300") -> Training:
    return Training(
        id=TrainingId(f"{who}-{on}"),
        person_id=PersonId(who),
        kind=TrainingKind(kind),
        on=on,
        signed=True,
        noted_at=at(on),
        by=CLERK,
    )
