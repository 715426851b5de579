"""Enter the agreement a site already has: site, people, roles, agreement and file, in one act."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from immtrac_desk.domain.agreement import SiteAgreement
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import AgreementId, OrganizationId, RoleId, TrainingId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, Training, TrainingKind
from immtrac_desk.domain.words import Severity
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.site_people import assess_person
from immtrac_desk.services.agreement_commands import EnterExisting
from immtrac_desk.services.agreement_files import keep_site_file
from immtrac_desk.services.agreement_ground import named_on, read_site
from immtrac_desk.services.application_answers import known_of
from immtrac_desk.services.application_approve import refuse_period
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.roster_shape import tidy_person
from immtrac_desk.services.roster_site import SaveOrganization, save_organization
from immtrac_desk.store.unit_of_work import UnitOfWork

_SAID_LATER = frozenset({"person.supervisor_untrained"})
"""DSHS has taken them as they are; the roster goes on saying what it misses."""

_ASKED_AS = {"on": "supervisor_trained_on"}
"""A training's one day is one of several days here."""


@dataclass(frozen=True, slots=True)
class _Entered:
    """Everybody the agreement names, tidied, each with the roles they hold there."""

    people: tuple[SitePerson, ...]
    roles: tuple[tuple[RoleHeld, ...], ...]


def enter_existing(
    command: EnterExisting, uow: UnitOfWork, occasion: Occasion
) -> Outcome[Organization]:
    """Return the site, whose agreement is in force from now on (DT-13).

    Raises InputError beside the field: `agreement.*` and `date.*` beside a day, what
    `save_organization` refuses beside the site's own, what DT-16 refuses beside
    `people.<n>.<field>`, `attach.*`; RefusedError `agreement.entered_already`.
    """
    refuse_period(command.approved_on, command.due_on, occasion.today)
    if command.roles_from > occasion.today:
        raise InputError("date.future", "roles_from")
    saved = save_organization(_site(command), uow, occasion)
    site = saved.value
    _refuse_twice(command, site.id, uow)
    entered = _entered(command, site.id, occasion)
    lines = tuple(_file_people(entered, command, site.id, uow, occasion))
    agreement = _agreement(command, site, uow, occasion)
    uow.agreements.add(agreement)
    line = entry(
        occasion,
        "agreement_entered",
        row="DT-13",
        organization=site.id,
        agreement=agreement.id,
        approved_on=_iso(command.approved_on),
        due_on=_iso(command.due_on),
    )
    kept = _file(command, site.id, uow, occasion)
    changes = Changes(organizations=frozenset({site.id}))
    return Outcome(site, (*saved.entries, *lines, line, *kept), changes)


def _site(command: EnterExisting) -> SaveOrganization:
    day = command.approved_on or command.roles_from
    return SaveOrganization(organization=command.organization, changed_on=day)


def _refuse_twice(command: EnterExisting, site: OrganizationId, uow: UnitOfWork) -> None:
    days = (command.approved_on, command.due_on)
    for known in uow.agreements.of_site(site):
        if (known.approved_on, known.due_on) == days:
            raise RefusedError("agreement.entered_already")


def _entered(command: EnterExisting, site: OrganizationId, occasion: Occasion) -> _Entered:
    people = []
    for number, (person, _) in enumerate(command.people):
        try:
            people.append(tidy_person(person))
        except InputError as refused:
            raise _beside(refused.code, number, refused.field, refused.facts) from None
    roles = tuple(
        tuple(
            RoleHeld(
                id=RoleId(occasion.new_id()),
                person_id=person.id,
                organization_id=site,
                role=role,
                from_on=command.roles_from,
            )
            for role in dict.fromkeys(held)
        )
        for person, held in command.people
    )
    return _Entered(tuple(people), roles)


def _file_people(
    entered: _Entered,
    command: EnterExisting,
    site: OrganizationId,
    uow: UnitOfWork,
    occasion: Occasion,
) -> Iterator[AuditEntry]:
    everybody = {person.id: person for person in uow.site_people.all()}
    everybody |= {person.id: person for person in entered.people}
    before = uow.roles.all()
    held = (*before, *(role for roles in entered.roles for role in roles))
    for number, (person, roles) in enumerate(zip(entered.people, entered.roles, strict=True)):
        others = [other for other in everybody.values() if other.id != person.id]
        known, new = uow.trainings.of_person(person.id), _trained(command, person, occasion)
        trained, on, practice = (*known, *new), occasion.today, occasion.practice
        _refuse_errors(assess_person(person, others, held, trained, on, practice), number)
        uow.site_people.put(person)
        for training in new:
            if (training.kind, training.on) not in {(one.kind, one.on) for one in known}:
                uow.trainings.add(training)
        for role in roles:
            if not any(_same_role(role, other) for other in before):
                uow.roles.put(role)
        yield entry(occasion, "person_added", person=person.id, organization=site)


def _trained(
    command: EnterExisting, person: SitePerson, occasion: Occasion
) -> tuple[Training, ...]:
    day = command.trained.get(person.id)
    if day is None:
        return ()
    training = Training(
        id=TrainingId(occasion.new_id()),
        person_id=person.id,
        kind=TrainingKind.SUPERVISOR,
        on=day,
        signed=False,
        noted_at=occasion.now,
        by=occasion.actor.id,
    )
    return (training,)


def _same_role(new: RoleHeld, other: RoleHeld) -> bool:
    """True for a role that is on file and not over by the day the new one begins."""
    same = (new.person_id, new.organization_id, new.role) == (
        other.person_id,
        other.organization_id,
        other.role,
    )
    return same and (other.until_on is None or other.until_on >= new.from_on)


def _refuse_errors(findings: Iterable[Finding], number: int) -> None:
    for finding in findings:
        if finding.severity is Severity.ERROR and finding.code not in _SAID_LATER:
            raise _beside(finding.code, number, finding.field, finding.facts)


def _beside(code: str, number: int, field: str, facts: Mapping[str, Any]) -> InputError:
    told = {name: fact for name, fact in facts.items() if name != "field"}
    part = _ASKED_AS.get(field, field)
    return InputError(code, f"people.{number}.{part}", **told)


def _agreement(
    command: EnterExisting, site: Organization, uow: UnitOfWork, occasion: Occasion
) -> SiteAgreement:
    ground = read_site(site.id, uow)
    return SiteAgreement(
        id=AgreementId(occasion.new_id()),
        organization_id=site.id,
        approved_on=command.approved_on,
        due_on=command.due_on,
        application_id=None,
        answers=known_of(site),
        people=named_on(ground, occasion.today),
        entered_at=occasion.now,
        by=occasion.actor.id,
    )


def _file(
    command: EnterExisting, site: OrganizationId, uow: UnitOfWork, occasion: Occasion
) -> tuple[AuditEntry, ...]:
    if command.file is None:
        return ()
    return keep_site_file(site, command.file, uow, occasion).entries


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
