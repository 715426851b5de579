"""Short notes on a client that are acts: death, registry search, responder status, task done."""

from dataclasses import dataclass, field, replace
from datetime import date

from immtrac_desk.domain.act import Act, ActKind, FactValue
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ActId, ClientId, TaskId
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.history import counting
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork

SEARCH_OUTCOMES = ("found", "candidates", "not_found")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteOnClient:
    """`on` is the day the fact belongs to, never in the future or before the birth."""

    client_id: ClientId
    kind: ActKind
    on: date
    row: str = ""
    facts: dict[str, FactValue] = field(default_factory=dict)


def note_on_client(command: NoteOnClient, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Append one act without a document.

    Raises InputError `date.future` or `date.before_birth` beside `on`, `death.source` beside
    `source`; RefusedError `death.already`; DeskError `client.unknown`.
    """
    if command.kind is ActKind.DEATH_RECORDED:
        refuse_note_day(command, uow, occasion)
        _refuse_death(command, uow, occasion)
    return enter_note(replace(command, facts=_tidy(command.facts)), uow, occasion)


def enter_note(command: NoteOnClient, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Append the act as it is: its facts are tidy already. InputError beside `on`."""
    refuse_note_day(command, uow, occasion)
    act = Act(
        id=ActId(occasion.new_id()),
        client_id=command.client_id,
        kind=command.kind,
        on=command.on,
        at=occasion.now,
        by=occasion.actor.id,
        row=command.row,
        facts=command.facts,
    )
    uow.acts.add(act)
    line = entry(occasion, act.kind.value, about=act)
    return Outcome(act, (line,), Changes(clients=frozenset({act.client_id})))


def refuse_note_day(command: NoteOnClient, uow: UnitOfWork, occasion: Occasion) -> None:
    """Raise InputError beside `on` for a day to come or before the birth."""
    client = uow.clients.get(command.client_id)
    if command.on > occasion.today:
        raise InputError("date.future", "on")
    if command.on < client.born_on:
        raise InputError("date.before_birth", "on")


def _refuse_death(command: NoteOnClient, uow: UnitOfWork, occasion: Occasion) -> None:
    """A death is recorded once, and by whom it was told is part of it (E20)."""
    if not str(command.facts.get("source", "")).strip():
        raise InputError("death.source", "source")
    standing = counting(uow.acts.of_client(command.client_id), occasion.today)
    if any(act.kind is ActKind.DEATH_RECORDED for act in standing):
        raise RefusedError("death.already")


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseTask:
    """`note` says what was done; it may be empty."""

    task_id: TaskId
    note: str = ""


def close_task(command: CloseTask, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Close an open task. Raises RefusedError `task.unknown` or `task.closed`."""
    task = uow.tasks.get(command.task_id)
    if task.closed_at is not None:
        raise RefusedError("task.closed")
    note = clean(command.note, "note")
    uow.tasks.put(
        replace(
            task,
            closed_at=occasion.now,
            closed_by=occasion.actor.id,
            note=note or task.note,
        )
    )
    line = entry(occasion, "task_closed", client_id=task.client_id, what=task.what, note=note)
    return Outcome(None, (line,), Changes(clients=frozenset({task.client_id})))


def _tidy(facts: dict[str, FactValue]) -> dict[str, FactValue]:
    return {k: clean(v, k) if isinstance(v, str) else v for k, v in facts.items()}
