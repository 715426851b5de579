"""A new identity after an adoption: a new version, the consent stays linked, a task opens (E6)."""

from dataclasses import dataclass

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.ids import TaskId
from immtrac_desk.domain.task import Task
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.services.client_shape import refuse_malformed
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.printable import refuse_unprintable_people
from immtrac_desk.services.save_client import put_client
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeIdentity:
    """`client` carries the new name and parents; `reason` is kept with the task."""

    client: Client
    reason: str


def change_identity(
    command: ChangeIdentity, uow: UnitOfWork, occasion: Occasion
) -> Outcome[Client]:
    """Return the new version. Opens the task `contact_immtrac2` (DT-11.6).

    Raises InputError `reason.missing`, `client.name_missing`, `date.*`, `text.*`.
    """
    reason = clean(command.reason, "reason")
    if not reason:
        raise InputError("reason.missing", "reason")
    refuse_malformed(command.client, occasion.today)
    refuse_unprintable_people(command.client, ())
    kept = put_client(command.client, uow.clients.get(command.client.id), uow)
    uow.tasks.put(
        Task(
            id=TaskId(occasion.new_id()),
            client_id=kept.id,
            what="contact_immtrac2",
            opened_at=occasion.now,
            opened_by=occasion.actor.id,
            note=reason,
        )
    )
    about, version = kept.id, kept.version
    line = entry(
        occasion, "identity_changed", client_id=about, row="E6", version=version, reason=reason
    )
    return Outcome(kept, (line,), Changes(clients=frozenset({kept.id})))
