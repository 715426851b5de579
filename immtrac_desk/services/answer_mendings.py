"""What was done since an answer came: the acts and corrections that may close an item of it."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date, datetime
from itertools import pairwise
from typing import TypeVar

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import Dose, DoseStep, DoseStepKind
from immtrac_desk.domain.ids import ClientId, DoseId, OrganizationId
from immtrac_desk.domain.words import FormKind
from immtrac_desk.law.agreement_triggers import IEE_526
from immtrac_desk.law.answer_state import AGREEMENT_CHANGE, Mending
from immtrac_desk.law.dose_state import standing
from immtrac_desk.law.history import counting
from immtrac_desk.services.dose_ground import acts_of
from immtrac_desk.store.repositories.audit import AuditFilter
from immtrac_desk.store.unit_of_work import UnitOfWork

R = TypeVar("R", Client, Dose)

_STANDARD = (FormKind.MINOR, FormKind.ADULT)
_OF_ACTS = {
    ActKind.CONSENT_GRANTED: ("consent_date",),
    ActKind.CONSENT_AFFIRMED: ("consent", "affirmation"),
    ActKind.RECEIPT_CONFIRMED: ("consent", "affirmation"),
}
"""Only a consent that is affirmed has reached the registry: a signature alone mends no CLR-100."""
_CORRECTIONS = ("client_corrected", "identity_changed")
_TAKEN_OUT = (DoseStepKind.VOIDED, DoseStepKind.SET_ASIDE)
_NEVER = frozenset({"version", "entered_at", "entered_by"})
_ALL_LINES = 1_000_000

Mendings = dict[ClientId, tuple[Mending, ...]]


def mendings_of_clients(ids: Iterable[ClientId], since: datetime, uow: UnitOfWork) -> Mendings:
    """Return what was done for each of these clients after `since`.

    A consent counts by its acts, those undone or of an invalid document left out. A correction of
    a client or a dose counts with the fields in which the new version differs from the one before:
    a telephone number that was put right mends no address.
    """
    wanted = tuple(dict.fromkeys(ids))
    survivors = uow.merges.all()
    corrections = _corrections(wanted, since, uow)
    acts, doses = acts_of(wanted, uow), uow.doses.of_clients(wanted)
    steps = uow.dose_steps.all_by_dose() if doses else {}
    lines: dict[ClientId, list[AuditEntry]] = {}
    for line in corrections:
        own = ClientId(line.client_id)
        lines.setdefault(survivors.get(own, own), []).append(line)
    return {
        one: (
            *_of_acts(one, acts.get(one, ())),
            *_of_client(one, lines.get(one, ()), uow),
            *(m for dose in doses.get(one, ()) for m in _of_dose(dose, steps, one, uow)),
        )
        for one in wanted
    }


def mendings_of_sites(uow: UnitOfWork) -> dict[OrganizationId, tuple[Mending, ...]]:
    """Return for each site the agreement that settled its IEE-526, if one did (DT-24.6).

    A task of before the agreement that is still open was not settled by it: the application was
    signed without the prescriber.
    """
    tasks = [task for task in uow.office_tasks.unfinished() if task.what == IEE_526]
    found: dict[OrganizationId, tuple[Mending, ...]] = {}
    for site, agreement in uow.agreements.latest_all().items():
        at = agreement.entered_at
        unsettled = any(t.organization_id == site and t.opened_at <= at for t in tasks)
        if agreement.application_id is not None and not unsettled:
            found[site] = (Mending(kind=AGREEMENT_CHANGE, organization_id=site, at=at),)
    return found


def _corrections(wanted: Sequence[ClientId], since: datetime, uow: UnitOfWork) -> list[AuditEntry]:
    """The lines of the book tell when each version of a client was saved; oldest first.

    Only the first line of a version counts: a later one that names it again changed nothing.
    """
    keepers, merged = set(wanted), uow.merges.all()
    lines = uow.audit.page(AuditFilter(acts=_CORRECTIONS, since=since), _ALL_LINES)
    own = {line.client_id for line in lines}
    touched = tuple(one for one in own if merged.get(ClientId(one), ClientId(one)) in keepers)
    if not touched:
        return []
    every = uow.audit.page(AuditFilter(acts=_CORRECTIONS, client_ids=touched), _ALL_LINES)
    return list(reversed(every))


def _of_acts(client_id: ClientId, acts: Sequence[Act]) -> list[Mending]:
    return [
        Mending(kind=kind, client_id=client_id, at=act.at)
        for act in counting(acts, date.max)
        if act.form in _STANDARD
        for kind in _OF_ACTS.get(act.kind, ())
    ]


def _of_client(client_id: ClientId, lines: Sequence[AuditEntry], uow: UnitOfWork) -> list[Mending]:
    found: list[Mending] = []
    versions = {own: _versions(own, uow) for own in {ClientId(line.client_id) for line in lines}}
    for line in lines:
        if line.facts.get("responsible"):
            found.append(Mending(kind="responsible", client_id=client_id, at=line.at))
        after = versions[ClientId(line.client_id)].pop(line.facts.get("version"), None)
        if after is not None:
            one = Mending(kind="client", client_id=client_id, at=line.at, fields=after)
            found.append(one)
    return found


def _versions(own: ClientId, uow: UnitOfWork) -> dict[object, frozenset[str]]:
    """What each version of a client brought, by its number."""
    chain = (*uow.clients.versions(own), uow.clients.get(own))
    return {after.version: _differing(before, after) for before, after in pairwise(chain)}


def _of_dose(
    dose: Dose, steps: dict[DoseId, tuple[DoseStep, ...]], client_id: ClientId, uow: UnitOfWork
) -> list[Mending]:
    found = [
        Mending(kind="dose", client_id=client_id, dose_id=dose.id, at=step.at)
        for step in standing(steps.get(dose.id, ()))
        if step.kind in _TAKEN_OUT
    ]
    if dose.version == 1:
        return found
    versions = (*uow.doses.versions(dose.id), dose)
    for before, after in pairwise(versions):
        changed, at = _differing(before, after), after.entered_at
        one = Mending(kind="dose", client_id=client_id, dose_id=dose.id, at=at, fields=changed)
        found.append(one)
        if "given_on" in changed:
            found.append(Mending(kind="consent_date", client_id=client_id, at=at))
    return found


def _differing(before: R, after: R) -> frozenset[str]:
    names = (field.name for field in fields(before) if field.name not in _NEVER)
    return frozenset(name for name in names if getattr(before, name) != getattr(after, name))
