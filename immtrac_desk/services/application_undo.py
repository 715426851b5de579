"""Take a step of an application back, with everything that rests on it; nothing is deleted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from immtrac_desk.domain.agreement import ApplicationStep, StepKind
from immtrac_desk.domain.ids import OrganizationId, StepId
from immtrac_desk.domain.organization import ASKED
from immtrac_desk.errors import RefusedError
from immtrac_desk.services.application_file import (
    ApplicationFile,
    changes_of,
    open_application,
    told,
)
from immtrac_desk.services.application_send import need_reason
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.store.unit_of_work import UnitOfWork

_RESTS_ON = {
    StepKind.SIGNED: frozenset(
        {StepKind.SENT, StepKind.RETURNED, StepKind.APPROVED, StepKind.REFUSED}
    ),
    StepKind.SENT: frozenset({StepKind.RETURNED, StepKind.APPROVED, StepKind.REFUSED}),
}
"""What falls with a step, up to the next of its kind: nothing is answered that was not sent."""
_STAYS = {
    StepKind.BEGUN: "undo.begun",
    StepKind.SIGNATURE_DROPPED: "undo.dropped",
    StepKind.ENTERED_IN_ERROR: "undo.of_undo",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoStep:
    """`reason` is mandatory; it stays in the history beside the step."""

    step_id: StepId
    reason: str


def undo_step(command: UndoStep, uow: UnitOfWork, occasion: Occasion) -> Outcome[ApplicationStep]:
    """Mark a step as entered in error; an undone approval takes its agreement out of force.

    What the approval wrote into the record goes back to what it was, unless typed over since.
    Raises DeskError `application_step.unknown`; InputError `reason.missing`; RefusedError
    `undo.of_undo`, `undo.already`, `undo.begun`, `undo.dropped`.
    """
    reason = need_reason(command.reason)
    step = uow.application_steps.get(command.step_id)
    file = open_application(step.application_id, uow, occasion)
    if obstacle := _obstacle(step, file):
        raise RefusedError(obstacle)
    fallen = (step, *_resting_on(step, file.live))
    done = [_take_back(one, reason, file, uow, occasion) for one in fallen]
    entries = tuple(line for outcome in done for line in outcome.entries)
    return Outcome(done[0].value, entries, changes_of(file))


def can_undo_step(step: ApplicationStep, file: ApplicationFile) -> bool:
    """True if the step still counts and is one that can be taken back."""
    return not _obstacle(step, file)


def _obstacle(step: ApplicationStep, file: ApplicationFile) -> str:
    if step.kind in _STAYS:
        return _STAYS[step.kind]
    return "" if step in file.live else "undo.already"


def _resting_on(
    step: ApplicationStep, live: Sequence[ApplicationStep]
) -> tuple[ApplicationStep, ...]:
    falls, later = _RESTS_ON.get(step.kind, frozenset()), live[live.index(step) + 1 :]
    next_one = next((n for n, other in enumerate(later) if other.kind is step.kind), len(later))
    return tuple(other for other in later[:next_one] if other.kind in falls)


def _take_back(
    step: ApplicationStep, reason: str, file: ApplicationFile, uow: UnitOfWork, occasion: Occasion
) -> Outcome[ApplicationStep]:
    mark = ApplicationStep(
        id=StepId(occasion.new_id()),
        application_id=step.application_id,
        kind=StepKind.ENTERED_IN_ERROR,
        on=occasion.today,
        at=occasion.now,
        by=occasion.actor.id,
        reverses=step.id,
        facts={"reason": reason, "undone": step.kind.value},
    )
    uow.application_steps.add(mark)
    if step.kind is StepKind.APPROVED:
        _restore_record(step, file, uow, occasion)
        _reopen_tasks(step, uow)
    return told(file, mark, occasion, undone=step.kind.value, reason=reason)


def _restore_record(
    step: ApplicationStep, file: ApplicationFile, uow: UnitOfWork, occasion: Occasion
) -> None:
    """Put back each field that the approval wrote and that nobody typed over since."""
    versions = {v.version: v.organization for v in uow.organizations.versions(_site(file))}
    number = int(step.facts.get("version") or 0)
    before, written = versions.get(number - 1), versions.get(number)
    if before is None or written is None:
        return
    now = versions[max(versions)]
    back: dict[str, Any] = {
        name: getattr(before, name)
        for name in ASKED
        if getattr(before, name) != getattr(written, name) == getattr(now, name)
    }
    if back:
        uow.organizations.put(replace(now, **back), occasion.today)


def _site(file: ApplicationFile) -> OrganizationId:
    return file.ground.organization.id


def _reopen_tasks(step: ApplicationStep, uow: UnitOfWork) -> None:
    for task_id in str(step.facts.get("settled", "")).split():
        task = uow.office_tasks.get(task_id)
        uow.office_tasks.put(replace(task, closed_on=None, closed_by=None))
