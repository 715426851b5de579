"""Note that doses were reported to the registry: which day, by whom, by which method."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.dose import Dose, DoseState, DoseStep, DoseStepKind, ReportMethod
from immtrac_desk.domain.ids import ClientId, DoseId, DoseStepId
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.dose_ground import site_ground
from immtrac_desk.services.dose_read import ClientDoses, JudgedDose, read_client_doses
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDoses:
    """`on` is the day it was sent or typed, `registry_user` who did, as the registry knows them."""

    ids: tuple[DoseId, ...]
    on: date
    method: ReportMethod
    registry_user: str


def report_doses(
    command: ReportDoses, uow: UnitOfWork, occasion: Occasion
) -> Outcome[tuple[DoseStep, ...]]:
    """Note it of all of the doses or of none; one line of the book for each.

    A dose without a duty to report may be noted too: it is what happened. Raises InputError
    `dose.nothing_chosen` beside `ids`, `dose.report_user` beside `registry_user`, `date.future` and
    `dose.reported_before_given` beside `on`; RefusedError `dose.voided`, `dose.reported_already`.
    """
    user = clean(command.registry_user, "registry_user")
    if not command.ids:
        raise InputError("dose.nothing_chosen", "ids")
    if not user:
        raise InputError("dose.report_user", "registry_user")
    if command.on > occasion.today:
        raise InputError("date.future", "on")
    steps: list[DoseStep] = []
    lines: list[AuditEntry] = []
    clients: set[ClientId] = set()
    for one in _judged(command.ids, uow, occasion):
        _refuse(one, command.on)
        step = _step(one.dose, command, user, occasion)
        uow.dose_steps.add(step)
        steps.append(step)
        lines.append(_line(step, one, occasion))
        clients.add(one.ground.client.id)
    return Outcome(tuple(steps), tuple(lines), Changes(clients=frozenset(clients)))


def _judged(ids: Sequence[DoseId], uow: UnitOfWork, occasion: Occasion) -> tuple[JudgedDose, ...]:
    """Each dose as it stands, every client of them read once."""
    files: dict[ClientId, ClientDoses] = {}
    found, sites = [], site_ground(uow)
    today, law = occasion.today, occasion.law
    for dose_id in dict.fromkeys(ids):
        dose = uow.doses.get(dose_id)
        survivor = uow.merges.survivor_of(dose.client_id)
        if survivor not in files:
            files[survivor] = read_client_doses(survivor, uow, today, law, sites)
        found.append(files[survivor].judge(dose, today, law))
    return tuple(found)


def _refuse(one: JudgedDose, on: date) -> None:
    if one.verdict.state is DoseState.VOIDED:
        raise RefusedError("dose.voided")
    if one.verdict.state is DoseState.REPORTED:
        raise RefusedError("dose.reported_already")
    if on < one.dose.given_on:
        raise InputError("dose.reported_before_given", "on")


def _step(dose: Dose, command: ReportDoses, user: str, occasion: Occasion) -> DoseStep:
    return DoseStep(
        id=DoseStepId(occasion.new_id()),
        dose_id=dose.id,
        kind=DoseStepKind.REPORTED,
        on=command.on,
        at=occasion.now,
        by=occasion.actor.id,
        method=command.method,
        registry_user=user,
    )


def _line(step: DoseStep, one: JudgedDose, occasion: Occasion) -> AuditEntry:
    return entry(
        occasion,
        step.kind.value,
        client_id=one.ground.client.id,
        row=one.verdict.row,
        dose=one.dose.id,
        on=step.on.isoformat(),
        method=step.method.value if step.method else "",
        affirmed_by=step.registry_user,
    )
