"""Items of answers and open doses as they stand, kept until something changes, for two rooms."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from immtrac_desk.desk.derived import Derived
from immtrac_desk.desk.dose_view import dose_line, pressing
from immtrac_desk.desk.registry_pictures import DoseLine
from immtrac_desk.desk.stale import FEW, Stale
from immtrac_desk.domain.answer import Answer, AnswerItem, AnswerStep
from immtrac_desk.domain.ids import AnswerId, AnswerItemId, ClientId
from immtrac_desk.services.answer_read import JudgedItem, answer_ground
from immtrac_desk.services.dose_list import open_doses
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(slots=True)
class RegistryBoard(Derived):
    """Derived again only for what an act touched: one client's items and doses, not all of them."""

    _answers: dict[AnswerId, Answer] = field(default_factory=dict)
    _items: dict[AnswerItemId, AnswerItem] = field(default_factory=dict)
    _steps: dict[AnswerItemId, tuple[AnswerStep, ...]] = field(default_factory=dict)
    _steps_read: int = 0
    _judged: dict[AnswerItemId, JudgedItem] = field(default_factory=dict)
    _of_client: dict[ClientId, set[AnswerItemId]] = field(default_factory=dict)
    _doses: dict[ClientId, tuple[DoseLine, ...]] = field(default_factory=dict)
    _sorted: tuple[JudgedItem, ...] | None = None
    _pressing: tuple[DoseLine, ...] | None = None

    def items(self) -> tuple[JudgedItem, ...]:
        """Return every item, those of the last answer first, each answer's in its own order."""
        with self._deriving:
            self._refresh()
            if self._sorted is None:
                self._sorted = self._in_turn()
            return self._sorted

    def item(self, item_id: AnswerItemId) -> JudgedItem | None:
        """Return one item, None where there is none of this id."""
        with self._deriving:
            self._refresh()
            return self._judged.get(item_id)

    def answers(self) -> tuple[Answer, ...]:
        """Return every answer, the one taken in last first."""
        with self._deriving:
            self._refresh()
            return tuple(self._answers.values())

    def open_doses(self) -> tuple[DoseLine, ...]:
        """Return every dose for which somebody still has to do something, as loud as it is today,
        the most pressing first."""
        with self._deriving:
            self._refresh()
            if self._pressing is None:
                lines = (one for several in self._doses.values() for one in several)
                self._pressing = tuple(sorted(lines, key=pressing))
            return self._pressing

    def codes(self) -> Counter[str]:
        """Return how many items there are of each code."""
        return Counter(one.item.code for one in self.items())

    def _in_turn(self) -> tuple[JudgedItem, ...]:
        newest = {one: place for place, one in enumerate(self._answers)}
        place = {one: place for place, one in enumerate(self._items)}
        turn = sorted(
            self._judged.values(), key=lambda one: (newest[one.answer.id], place[one.item.id])
        )
        return tuple(turn)

    def _refresh(self) -> None:
        today, day = self.corridor.today(), self._day
        stale = self.marks.take()
        if day == today and not stale:
            return
        self._day = None  # whatever fails from here on has everything derived anew
        if day != today or stale.everything:
            self._forget()
            self.corridor.read(self._read_all)
        else:
            self.corridor.read(lambda uow: self._read_again(uow, stale))
        self._day, self._sorted, self._pressing = today, None, None

    def _forget(self) -> None:
        self._items, self._steps, self._judged = {}, {}, {}
        self._of_client, self._doses, self._steps_read = {}, {}, 0

    def _read_all(self, uow: UnitOfWork) -> None:
        self._read_answers(uow)
        self._judge(self._items.values(), uow)
        self._doses = self._open_doses(None, uow)

    def _read_again(self, uow: UnitOfWork, stale: Stale) -> None:
        merged = uow.merges.all()
        touched = {*stale.clients, *(merged.get(one, one) for one in stale.clients)}
        before = {one for client in touched for one in self._of_client.get(client, ())}
        if stale.answers:
            before |= self._read_answers(uow)
        if stale.sites:
            before |= {one for one, told in self._judged.items() if told.code.opens_change}
        touched |= self._judge([self._items[one] for one in before], uow)
        again = None if stale.sites else touched
        if again is None:
            self._doses = {}
        for client in touched:
            self._doses.pop(client, None)
        self._doses.update(self._open_doses(again, uow))

    def _open_doses(
        self, clients: Iterable[ClientId] | None, uow: UnitOfWork
    ) -> dict[ClientId, tuple[DoseLine, ...]]:
        today, law = self.corridor.today(), self.corridor.law()
        found = open_doses(clients, self._items_of, uow, today, law)
        return {one: tuple(dose_line(dose, today) for dose in own) for one, own in found.items()}

    def _read_answers(self, uow: UnitOfWork) -> set[AnswerItemId]:
        """Read what is new among answers, items and steps; return the items that it touches."""
        known = set(self._answers) if self._items else set[AnswerId]()
        self._answers = {one.id: one for one in uow.answers.all()}
        fresh = [one for one in self._answers if one not in known]
        items = uow.answer_items.all() if not known else _of(fresh, uow)
        self._items.update((item.id, item) for item in items)
        later = uow.answer_steps.after(self._steps_read)
        self._steps_read += len(later)
        for step in later:
            self._steps[step.item_id] = (*self._told(step.item_id), step)
        return {step.item_id for step in later} | {item.id for item in items}

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

    def _much(self, uow: UnitOfWork) -> bool:
        return Derived._much(self, uow) or uow.answer_items.count() > 10 * FEW

    def _much_of(self, stale: Stale) -> bool:
        if stale.answers and self.corridor.read(self._much_new):
            return True
        return stale.sites and len(self._doses) > FEW

    def _much_new(self, uow: UnitOfWork) -> bool:
        return uow.answer_items.count() - len(self._items) > 10 * FEW


def _of(answers: Iterable[AnswerId], uow: UnitOfWork) -> tuple[AnswerItem, ...]:
    return tuple(item for one in answers for item in uow.answer_items.of_answer(one))
