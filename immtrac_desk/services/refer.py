"""Refer an unclear signer to DSHS: a task that stays on the list until it is resolved (DT-2.11)."""

from dataclasses import dataclass

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ClientId, TaskId
from immtrac_desk.domain.task import Task
from immtrac_desk.domain.values import clean
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.on_client import open_client
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Refer:
    """`note` says who wanted to sign and what they showed; it may be empty."""

    client_id: ClientId
    note: str = ""


def refer_to_dshs(command: Refer, uow: UnitOfWork, occasion: Occasion) -> Outcome[Task]:
    """Open the task `refer_to_dshs`. Raises DeskError `client.unknown`."""
    read = open_client(command.client_id, uow, occasion)
    task = Task(
        id=TaskId(occasion.new_id()),
        client_id=read.client.id,
        what="refer_to_dshs",
        opened_at=occasion.now,
        opened_by=occasion.actor.id,
        note=clean(command.note, "note"),
    )
    uow.tasks.put(task)
    about = task.client_id
    line = entry(occasion, "referred_to_dshs", client_id=about, row="DT-2.11", note=task.note)
    return Outcome(task, (line,), Changes(clients=frozenset({task.client_id})))
