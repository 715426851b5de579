"""Items of answers and open doses as they stand, kept until something changes, for two rooms."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.domain.answer import Answer, AnswerItem, AnswerStep
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import AnswerId, AnswerItemId, ClientId
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.services.answer_read import JudgedItem, answer_ground
from immtrac_desk.services.dose_list import OpenDose, open_doses
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(slots=True)
class RegistryBoard:
    """Derived again only for what an act touched: one client's items and doses, not all of them."""

    corridor: Corridor
    _day: date | None = None
    _answers: dict[AnswerId, Answer] = field(default_factory=dict)
    _items: dict[AnswerItemId, AnswerItem] = field(default_factory=dict)
    _steps: dict[AnswerItemId, tuple[AnswerStep, ...]] = field(default_factory=dict)
    _judged: dict[AnswerItemId, JudgedItem] = field(default_factory=dict)
    _of_client: dict[ClientId, set[AnswerItemId]] = field(default_factory=dict)
    _doses: dict[ClientId, tuple[OpenDose, ...]] = field(default_factory=dict)
    _sorted: tuple[JudgedItem, ...] | None = None
    _clients: set[ClientId] = field(default_factory=set)
    _new_answers: bool = False
    _sites: bool = False

    def hear(self, changes: Changes) -> None:
        """Mark what an act touched; changed settings and disasters make everything stale."""
        if changes.settings:
            self._day = None
        self._clients |= changes.clients
        self._new_answers |= changes.answers
        self._sites |= bool(changes.organizations)

    def items(self) -> tuple[JudgedItem, ...]:
        """Return every item, those of the last answer first, each answer's in its own order."""
        self._refresh()
        if self._sorted is None:
            newest = {one: place for place, one in enumerate(self._answers)}
            place = {one: place for place, one in enumerate(self._items)}
            turn = sorted(
                self._judged.values(),
                key=lambda one: (newest[one.answer.id], place[one.item.id]),
            )
            self._sorted = tuple(turn)
        return self._sorted

    def item(self, item_id: AnswerItemId) -> JudgedItem | None:
        """Return one item, None where there is none of this id."""
        self._refresh()
        return self._judged.get(item_id)

    def answers(self) -> tuple[Answer, ...]:
        """Return every answer, the one taken in last first."""
        self._refresh()
        return tuple(self._answers.values())

    def open_doses(self) -> tuple[OpenDose, ...]:
        """Return every dose for which somebody still has to do something, in no order."""
        self._refresh()
        return tuple(one for several in self._doses.values() for one in several)

    def codes(self) -> Counter[str]:
        """Return how many items there are of each code."""
        return Counter(one.item.code for one in self.items())

    def _refresh(self) -> None:
        today = self.corridor.today()
        stale = self._clients or self._new_answers or self._sites
        if self._day == today and not stale:
            return
        if self._day != today:
            self._forget()
            self.corridor.read(self._read_all)
            self._day = today
        else:
            self.corridor.read(self._read_again)
        self._sorted = None
        self._clients, self._new_answers, self._sites = set(), False, False

    def _forget(self) -> None:
        self._items, self._steps, self._judged = {}, {}, {}
        self._of_client, self._doses = {}, {}

    def _read_all(self, uow: UnitOfWork) -> None:
        self._read_answers(uow)
        self._judge(self._items.values(), uow)
        self._doses = open_doses(None, self._items_of, uow, self.corridor.today(), self._law())

    def _read_again(self, uow: UnitOfWork) -> None:
        merged = uow.merges.all()
        touched = self._clients | {merged.get(one, one) for one in self._clients}
        before = {one for client in touched for one in self._of_client.get(client, ())}
        if self._new_answers:
            before |= self._read_answers(uow)
        if self._sites:
            before |= {one for one, told in self._judged.items() if told.code.opens_change}
        touched |= self._judge([self._items[one] for one in before], uow)
        again = None if self._sites else touched
        if again is None:
            self._doses = {}
        for client in touched:
            self._doses.pop(client, None)
        found = open_doses(again, self._items_of, uow, self.corridor.today(), self._law())
        self._doses.update(found)

    def _read_answers(self, uow: UnitOfWork) -> set[AnswerItemId]:
        """Read what is new among answers, items and steps; return the items that it touches."""
        known = set(self._answers) if self._items else set[AnswerId]()
        self._answers = {one.id: one for one in uow.answers.all()}
        fresh = [one for one in self._answers if one not in known]
        items = uow.answer_items.all() if not known else _of(fresh, uow)
        self._items.update((item.id, item) for item in items)
        steps = uow.answer_steps.all_by_item()
        touched = {one for one, told in steps.items() if len(told) != len(self._told(one))}
        self._steps = steps
        return touched | {item.id for item in items}

    def _told(self, item_id: AnswerItemId) -> tuple[AnswerStep, ...]:
        return self._steps.get(item_id, ())

    def _judge(self, items: Iterable[AnswerItem], uow: UnitOfWork) -> set[ClientId]:
        """Judge items anew; return the clients they are about now, or were before."""
        several = tuple(items)
        ground = answer_ground(
            several, uow, self.corridor.today(), answers=self._answers, steps=self._steps
        )
        clients: set[ClientId] = set()
        for item in several:
            before = self._judged.get(item.id)
            if before is not None and before.verdict.client_id is not None:
                self._of_client[before.verdict.client_id].discard(item.id)
                clients.add(before.verdict.client_id)
            told = self._judged[item.id] = ground.judge(item)
            if told.verdict.client_id is not None:
                self._of_client.setdefault(told.verdict.client_id, set()).add(item.id)
                clients.add(told.verdict.client_id)
        return clients

    def _items_of(self, client_id: ClientId) -> tuple[JudgedItem, ...]:
        return tuple(self._judged[one] for one in self._of_client.get(client_id, ()))

    def _law(self) -> LawSettings:
        return self.corridor.law()


def _of(answers: Iterable[AnswerId], uow: UnitOfWork) -> tuple[AnswerItem, ...]:
    return tuple(item for one in answers for item in uow.answer_items.of_answer(one))
