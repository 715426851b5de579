"""A representative who died or lost the rights no longer disagrees with a new one (E21)."""

from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.values import fold, said
from immtrac_desk.domain.words import Status
from immtrac_desk.services.acts_of_record import part
from immtrac_desk.services.ground import Ground
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.on_client import read_file
from immtrac_desk.store.unit_of_work import UnitOfWork


def settled_by_absence(
    act: Act, client: Client, ground: Ground, uow: UnitOfWork, occasion: Occasion
) -> tuple[Act, ...]:
    """Return the settlement that `act`, just entered, brings with it; empty where none does.

    Only where everybody on the other side is on record as gone: the consent that a parent gave
    stays after the parent's death, and the new representative may withdraw it.
    """
    if act.document_id is None:
        return ()
    read = read_file(client, uow, occasion)
    if read.standing.status is not Status.CONFLICT:
        return ()
    clashing = set(read.standing.conflict_acts)
    others = {one.signer for one in read.acts if one.id in clashing} - {act.signer}
    if not others <= _gone(ground.responsible, occasion.today):
        return ()
    facts = {"prevails": act.document_id, "seen": "representative_gone"}
    kind = ActKind.CONFLICT_SETTLED
    return (part(act, kind, act.document_id, occasion, row="E21", **facts),)


def _gone(people: tuple[ResponsiblePerson, ...], today: date) -> frozenset[str]:
    ended = (person.name for person in people if person.until and person.until <= today)
    return frozenset(fold(f"{said(name.first)}{said(name.last)}") for name in ended)
