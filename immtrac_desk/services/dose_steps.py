"""Set a dose aside, void one entered in error, or take a step back; nothing is erased."""

from collections.abc import Sequence
from dataclasses import dataclass

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.dose import DoseStep, DoseStepKind
from immtrac_desk.domain.ids import DoseId, DoseStepId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.dose_read import is_voided
from immtrac_desk.services.local_day import local_day
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOut:
    """`kind` is SET_ASIDE (not to be reported) or VOIDED (never given); `reason` is mandatory."""

    dose_id: DoseId
    kind: DoseStepKind
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoDoseStep:
    """`reason` is mandatory; it stays beside the step."""

    step_id: DoseStepId
    reason: str


def take_out(command: TakeOut, uow: UnitOfWork, occasion: Occasion) -> Outcome[DoseStep]:
    """Return the step that takes a dose off the list.

    Raises InputError `reason.missing`; DeskError `dose.unknown`; RefusedError `dose.voided`.
    """
    dose = uow.doses.get(command.dose_id)
    reason = _reason(command.reason)
    if is_voided(uow.dose_steps.of_dose(dose.id)):
        raise RefusedError("dose.voided")
    return _enter(_step(dose.id, command.kind, reason, occasion), uow, occasion)


def undo_dose_step(command: UndoDoseStep, uow: UnitOfWork, occasion: Occasion) -> Outcome[DoseStep]:
    """Take a step back: own ones of the day by the front desk, any by a supervisor.

    Raises InputError `reason.missing`; DeskError `dose_step.unknown`; RefusedError `undo.of_undo`,
    `undo.already`, `right.missing`.
    """
    reason = _reason(command.reason)
    step = uow.dose_steps.get(command.step_id)
    if obstacle := _obstacle(step, uow.dose_steps.of_dose(step.dose_id)):
        raise RefusedError(obstacle)
    occasion.need(right_to_undo_step(step, occasion))
    mark = _step(step.dose_id, DoseStepKind.UNDONE, reason, occasion, reverses=step.id)
    return _enter(mark, uow, occasion, undone=step.kind.value)


def right_to_undo_step(step: DoseStep, occasion: Occasion) -> str:
    """Return the right that taking `step` back takes: one's own of the day, or any."""
    own = step.by == occasion.actor.id
    return "undo_own" if own and local_day(step.at, occasion) == occasion.today else "undo_any"


def can_undo_step(step: DoseStep, steps: Sequence[DoseStep], occasion: Occasion) -> bool:
    """True if the actor may take `step` back (steps: those of its dose)."""
    allowed = may(occasion.actor.role, right_to_undo_step(step, occasion))
    return allowed and not _obstacle(step, steps)


def _obstacle(step: DoseStep, steps: Sequence[DoseStep]) -> str:
    if step.kind is DoseStepKind.UNDONE:
        return "undo.of_undo"
    return "undo.already" if any(other.reverses == step.id for other in steps) else ""


def _reason(text: str) -> str:
    reason = clean(text, "reason")
    if not reason:
        raise InputError("reason.missing", "reason")
    return reason


def _step(
    dose_id: DoseId,
    kind: DoseStepKind,
    reason: str,
    occasion: Occasion,
    reverses: DoseStepId | None = None,
) -> DoseStep:
    return DoseStep(
        id=DoseStepId(occasion.new_id()),
        dose_id=dose_id,
        kind=kind,
        on=occasion.today,
        at=occasion.now,
        by=occasion.actor.id,
        reason=reason,
        reverses=reverses,
    )


def _enter(
    step: DoseStep, uow: UnitOfWork, occasion: Occasion, undone: str | None = None
) -> Outcome[DoseStep]:
    uow.dose_steps.add(step)
    client_id = uow.merges.survivor_of(uow.doses.get(step.dose_id).client_id)
    line = entry(
        occasion,
        step.kind.value,
        client_id=client_id,
        dose=step.dose_id,
        reason=step.reason,
        undone=undone,
    )
    return Outcome(step, (line,), Changes(clients=frozenset({client_id})))
