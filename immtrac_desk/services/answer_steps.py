"""What the clerk does with an item by hand: say whose it is, close it, open it again."""

from dataclasses import dataclass, replace

from immtrac_desk.domain.answer import AnswerItem, AnswerStep, AnswerStepKind, ItemState
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import AnswerItemId, AnswerStepId, ClientId, DoseId
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.answer_state import BY_HAND, EMAIL_DSHS
from immtrac_desk.services.answer_match import dose_meant, standing_doses
from immtrac_desk.services.answer_read import JudgedItem, answer_ground
from immtrac_desk.services.answer_renewal import open_renewals, task_is_open
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork

_DONE = frozenset({ItemState.CLOSED, ItemState.MENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchItem:
    """`dose_id` None: the client's one dose of that vaccine and day, if there is one."""

    item_id: AnswerItemId
    client_id: ClientId
    dose_id: DoseId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseItem:
    """`note` says why nothing more is to do; `emailed`: DSHS was written to (IEE-296 and kin)."""

    item_id: AnswerItemId
    note: str
    emailed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenItem:
    """`note` says why it is to be done after all."""

    item_id: AnswerItemId
    note: str


def match_item(command: MatchItem, uow: UnitOfWork, occasion: Occasion) -> Outcome[AnswerStep]:
    """Say whose an item is.

    Raises DeskError `answer_item.unknown`, `client.unknown`, `dose.unknown`; RefusedError
    `answer.done_already`, `answer.other_clients_dose`.
    """
    judged = _judged(command.item_id, uow, occasion)
    if judged.verdict.state in _DONE:
        raise RefusedError("answer.done_already")
    survivor = uow.merges.survivor_of(command.client_id)
    uow.clients.get(survivor)
    doses = standing_doses((survivor,), uow).get(survivor, ())
    if command.dose_id is not None and command.dose_id not in {dose.id for dose in doses}:
        uow.doses.get(command.dose_id)
        raise RefusedError("answer.other_clients_dose")
    item = judged.item
    dose_id = command.dose_id or dose_meant(item.vaccine, item.given_on, doses)
    step = _step(item, AnswerStepKind.MATCHED, "", occasion)
    matched = replace(step, client_id=survivor, dose_id=dose_id)
    own = replace(item, client_id=survivor, dose_id=dose_id)
    renewals = open_renewals((own,), judged.answer, uow, occasion)
    done = _enter(matched, judged, uow, occasion)
    clients = done.changes.clients | {survivor}
    changes = Changes(clients=clients, answers=True, organizations=frozenset(renewals.value))
    return Outcome(matched, (*done.entries, *renewals.entries), changes)


def close_item(command: CloseItem, uow: UnitOfWork, occasion: Occasion) -> Outcome[AnswerStep]:
    """Close an item by hand, or note that DSHS was written to.

    An IEE-526 is not closed while its change is due: only an approved renewal does it (DT-24.6).
    Raises InputError `note.missing` beside `note`; RefusedError `answer.done_already`,
    `answer.needs_renewal`, `answer.not_for_dshs`; DeskError `answer_item.unknown`.
    """
    note = _note(command.note)
    judged = _judged(command.item_id, uow, occasion)
    if judged.verdict.state in _DONE:
        raise RefusedError("answer.done_already")
    if command.emailed and judged.code.mends != EMAIL_DSHS:
        raise RefusedError("answer.not_for_dshs")
    if judged.code.opens_change and judged.site and task_is_open(judged.site, uow):
        raise RefusedError("answer.needs_renewal")
    step = _step(judged.item, AnswerStepKind.CLOSED, note, occasion)
    return _enter(step, judged, uow, occasion)


def reopen_item(command: ReopenItem, uow: UnitOfWork, occasion: Occasion) -> Outcome[AnswerStep]:
    """Open an item again that somebody closed by hand.

    One that an act mended is opened by undoing the act. Raises InputError `note.missing`;
    RefusedError `answer.not_closed`; DeskError `answer_item.unknown`.
    """
    note = _note(command.note)
    judged = _judged(command.item_id, uow, occasion)
    if judged.verdict.by not in (BY_HAND, EMAIL_DSHS):
        raise RefusedError("answer.not_closed")
    step = _step(judged.item, AnswerStepKind.REOPENED, note, occasion)
    return _enter(step, judged, uow, occasion)


def _judged(item_id: AnswerItemId, uow: UnitOfWork, occasion: Occasion) -> JudgedItem:
    item = uow.answer_items.get(item_id)
    return answer_ground((item,), uow, occasion.today).judge(item)


def _note(text: str) -> str:
    note = clean(text, "note")
    if not note:
        raise InputError("note.missing", "note")
    return note


def _step(item: AnswerItem, kind: AnswerStepKind, note: str, occasion: Occasion) -> AnswerStep:
    return AnswerStep(
        id=AnswerStepId(occasion.new_id()),
        item_id=item.id,
        kind=kind,
        on=occasion.today,
        at=occasion.now,
        by=occasion.actor.id,
        note=note,
    )


def _enter(
    step: AnswerStep, judged: JudgedItem, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AnswerStep]:
    uow.answer_steps.add(step)
    client_id = step.client_id or judged.verdict.client_id or ""
    line = entry(
        occasion,
        step.kind.value,
        client_id=client_id,
        row="DT-24.2",
        answer=judged.answer.id,
        item=step.item_id,
        code=judged.item.code,
        note=step.note,
    )
    before = judged.verdict.client_id
    clients = frozenset({before} if before else ())
    return Outcome(step, (line,), Changes(clients=clients, answers=True))
