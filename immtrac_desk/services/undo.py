"""Undo: append 'entered in error' with a reason; nothing is erased."""

from dataclasses import dataclass

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ActId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.local_day import local_day
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.on_document import MAKING
from immtrac_desk.store.unit_of_work import UnitOfWork

_RESTS_ON_NOTHING = frozenset({ActKind.ENTERED_IN_ERROR, ActKind.FILE_ATTACHED})
"""A scan attached by a colleague is lost with nothing: it stays beside the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoAct:
    """`reason` is mandatory; it stays in the history beside the act."""

    act_id: ActId
    reason: str


def right_to_undo(act: Act, acts: tuple[Act, ...], occasion: Occasion) -> str:
    """Return the right that undoing `act` takes: own acts of the day, or any.

    An own act that somebody else has acted upon since (acts: those of its client) is no longer
    one's own to undo, for their act would fall with it.
    """
    own = act.by == occasion.actor.id and not _others_rest_on(act, acts)
    today = local_day(act.at, occasion) == occasion.today
    return "undo_own" if own and today else "undo_any"


def can_undo(act: Act, acts: tuple[Act, ...], occasion: Occasion) -> bool:
    """True if the actor may undo `act` and it is not undone (acts: those of its client)."""
    return not _obstacle(act, acts) and may(occasion.actor.role, right_to_undo(act, acts, occasion))


def undo(command: UndoAct, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Mark the act, and those entered with it as its parts, as entered in error.

    Later acts on the same document (an affirmation, a sending) fall with the act that made it.
    Raises InputError `reason.missing`; DeskError `act.unknown`; RefusedError `undo.of_undo`,
    `undo.already`, `right.missing`.
    """
    reason = clean(command.reason, "reason")
    if not reason:
        raise InputError("reason.missing", "reason")
    act = uow.acts.get(command.act_id)
    acts = uow.acts.of_client(act.client_id)
    if obstacle := _obstacle(act, acts):
        raise RefusedError(obstacle)
    occasion.need(right_to_undo(act, acts, occasion))
    marks = tuple(_mark(part, reason, occasion) for part in (act, *_parts(act, acts)))
    for mark in marks:
        uow.acts.add(mark)
    lines = tuple(
        entry(occasion, mark.kind.value, about=mark, undone=_kind(mark)) for mark in marks
    )
    return Outcome(marks[0], lines, _changes(marks))


def _obstacle(act: Act, acts: tuple[Act, ...]) -> str:
    if act.kind is ActKind.ENTERED_IN_ERROR:
        return "undo.of_undo"
    return "undo.already" if any(other.reverses == act.id for other in acts) else ""


def _others_rest_on(act: Act, acts: tuple[Act, ...]) -> bool:
    """True if somebody else's standing act is about the document that `act` filed."""
    if act.document_id is None or act.kind not in MAKING:
        return False
    undone = {other.reverses for other in acts}
    return any(
        a.document_id == act.document_id
        and a.by != act.by
        and a.kind not in _RESTS_ON_NOTHING
        and a.id not in undone
        for a in acts
    )


def _parts(act: Act, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """What was entered in the same transaction as a part of the act and is not undone itself."""
    undone = {other.reverses for other in acts}
    return tuple(a for a in acts if a.facts.get("part_of") == act.id and a.id not in undone)


def _mark(act: Act, reason: str, occasion: Occasion) -> Act:
    return Act(
        id=ActId(occasion.new_id()),
        client_id=act.client_id,
        kind=ActKind.ENTERED_IN_ERROR,
        on=occasion.today,
        at=occasion.now,
        by=occasion.actor.id,
        document_id=act.document_id,
        form=act.form,
        reverses=act.id,
        facts={"reason": reason, "undone": act.kind.value},
    )


def _kind(mark: Act) -> str:
    return str(mark.facts["undone"])


def _changes(marks: tuple[Act, ...]) -> Changes:
    return Changes(
        clients=frozenset(mark.client_id for mark in marks),
        documents=frozenset(mark.document_id for mark in marks if mark.document_id),
    )
