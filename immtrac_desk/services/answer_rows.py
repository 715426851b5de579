"""An answer read against the vault: items with their clients and doses, new or said before."""

from collections.abc import Sequence
from typing import NamedTuple

from immtrac_desk.domain.answer import AnswerItem, ItemState
from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.ids import AnswerId, AnswerItemId, ClientId
from immtrac_desk.responses import Reply, Whose, read
from immtrac_desk.services.answer_match import (
    Numbers,
    dose_meant,
    number_key,
    read_numbers,
    same_key,
    standing_doses,
)
from immtrac_desk.services.answer_read import JudgedItem, answer_ground
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.response_items import ResponseItem, response_items
from immtrac_desk.store.unit_of_work import UnitOfWork

_STANDS = frozenset({ItemState.OPEN, ItemState.HIDDEN})


class ReadAnswer(NamedTuple):
    """Items as they would be kept, new ones and those that an open item says already."""

    new: tuple[AnswerItem, ...]
    again: tuple[tuple[AnswerItem, JudgedItem], ...]
    reply: Reply


def read_answer(
    data: bytes, answer_id: AnswerId, uow: UnitOfWork, occasion: Occasion
) -> ReadAnswer:
    """Read an answer against what the vault holds; nothing is kept."""
    reply = read(data)
    told = response_items(reply, occasion.today, to_match=True)
    items = _items(told, answer_id, uow, occasion)
    before = _open_before(items, uow, occasion)
    again = tuple((one, before[one.id]) for one in items if one.id in before)
    return ReadAnswer(tuple(one for one in items if one.id not in before), again, reply)


def _items(
    rows: Sequence[ResponseItem], answer_id: AnswerId, uow: UnitOfWork, occasion: Occasion
) -> tuple[AnswerItem, ...]:
    """Return the rows as items, each with its client and dose where its number is somebody's."""
    numbers = read_numbers(uow) if rows else Numbers({})
    owners = [numbers.owner(one.row.whose.ref) if one.row.whose else None for one in rows]
    doses = standing_doses({one for one in owners if one}, uow)
    return tuple(
        _item(one, owner, doses.get(owner, ()) if owner else (), answer_id, occasion)
        for one, owner in zip(rows, owners, strict=True)
    )


def _item(
    told: ResponseItem,
    owner: ClientId | None,
    doses: Sequence[Dose],
    answer_id: AnswerId,
    occasion: Occasion,
) -> AnswerItem:
    row, item_id = told.row, AnswerItemId(occasion.new_id())
    whose = row.whose or Whose()
    who = owner or (f"#{number_key(whose.ref)}" if whose.ref else f"?{item_id}")
    return AnswerItem(
        id=item_id,
        answer_id=answer_id,
        same=same_key(row.code, who, row.vaccine, row.given_on),
        code=row.code,
        severity=row.severity.value if row.severity else "",
        ref=whose.ref,
        name=whose.name,
        born=whose.born,
        vaccine=row.vaccine,
        given_on=row.given_on,
        count=row.count,
        lines=tuple(row.lines),
        client_id=owner,
        dose_id=dose_meant(row.vaccine, row.given_on, doses),
    )


def _open_before(
    items: Sequence[AnswerItem], uow: UnitOfWork, occasion: Occasion
) -> dict[AnswerItemId, JudgedItem]:
    """Return for each item the earlier one that says the same and that nobody has mended."""
    keys = {one.id: _keys(one) for one in items}
    earlier = uow.answer_items.with_same({key for both in keys.values() for key in both})
    known = tuple(one for same in earlier.values() for one in same)
    ground = answer_ground(known, uow, occasion.today)
    still_open: dict[str, JudgedItem] = {}
    for one in map(ground.judge, known):
        if one.verdict.state in _STANDS:
            still_open[one.item.same] = one
    found = {one.id: [still_open[k] for k in keys[one.id] if k in still_open] for one in items}
    return {item_id: same[0] for item_id, same in found.items() if same}


def _keys(item: AnswerItem) -> tuple[str, ...]:
    """What the item may be known by: its client, and the number as it was read before."""
    if not item.ref:
        return (item.same,)
    who = f"#{number_key(item.ref)}"
    return item.same, same_key(item.code, who, item.vaccine, item.given_on)
