"""Putting a client's file together from the drawers, with the standing derived anew."""

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.pictures import ActLine, ClientFile
from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.law.status import derive
from immtrac_desk.services.undo import can_undo
from immtrac_desk.store.unit_of_work import UnitOfWork


def client_file(client_id: ClientId, uow: UnitOfWork, corridor: Corridor) -> ClientFile:
    """Return the file of the client, or of the client they were merged into.

    Raises DeskError `client.unknown`.
    """
    survivor = uow.merges.survivor_of(client_id)
    client = uow.clients.get(survivor)
    acts = tuple(uow.acts.of_client(survivor))
    gone = uow.merges.group(survivor)[1:]
    drafts = uow.drafts.of_staff(corridor.actor.id)
    return ClientFile(
        client=client,
        standing=derive(client.born_on, acts, corridor.today(), corridor.law()),
        responsible=tuple(uow.responsible.of_client(survivor)),
        acts=act_lines(acts, uow, corridor),
        documents=tuple(uow.documents.of_client(survivor)),
        attachments=tuple(uow.attachments.of_client(survivor)),
        tasks=tuple(uow.tasks.of_client(survivor)),
        drafts=tuple(d for d in drafts if d.draft.client.id == survivor),
        merged=tuple(uow.clients.many(gone).values()),
    )


def act_lines(acts: tuple[Act, ...], uow: UnitOfWork, corridor: Corridor) -> tuple[ActLine, ...]:
    """Return the acts, newest entry first, each with its doer's name and what may be undone."""
    undone = {a.reverses for a in acts if a.kind is ActKind.ENTERED_IN_ERROR}
    occasion = corridor.occasion(uow)
    names = {member.id: member.name for member in uow.staff.all()}
    ordered = sorted(acts, key=lambda act: act.at, reverse=True)
    return tuple(
        ActLine(
            act=act,
            by_name=names.get(act.by, ""),
            undone=act.id in undone,
            can_undo=can_undo(act, acts, occasion),
        )
        for act in ordered
    )
