"""The answer drawers: what the registry sent back, each thing in it, and what became of each."""

from collections.abc import Iterable
from itertools import groupby

import sqlalchemy as sa

from immtrac_desk.domain.answer import Answer, AnswerItem, AnswerStep
from immtrac_desk.domain.ids import AnswerId, AnswerItemId, ClientId
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories import blobs
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.rows import answer_items, answer_steps, answers

BATCH = 500
_answers = sa.select(*translate.columns_of(Answer, answers))


class Answers:
    """Answers as they were taken in; the bytes are asked for apart from the record."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, answer: Answer, content: bytes) -> None:
        """File an answer, before its items. Refuses `answer.digest_differs`."""
        if (answer.digest, answer.size) != (blobs.digest_of(content), len(content)):
            raise DeskError("answer.digest_differs")
        values = translate.values_of(answer) | {"content": content}
        self._connection.execute(answers.insert().values(values))

    def get(self, answer_id: AnswerId) -> Answer:
        """One answer. Refuses `answer.unknown`."""
        found = self._read(answers.c.id == answer_id)
        if not found:
            raise DeskError("answer.unknown")
        return found[0]

    def content(self, answer_id: AnswerId) -> bytes:
        """The bytes as they came. Refuses `answer.unknown`."""
        c = answers.c
        return blobs.read(self._connection, c.content, c.digest, answer_id, "answer.unknown")

    def with_digest(self, digest: str) -> Answer | None:
        """The answer with these bytes (SHA-256 in hexadecimal), None where it never came."""
        return next(iter(self._read(answers.c.digest == digest)), None)

    def all(self) -> tuple[Answer, ...]:
        """Every answer, the one taken in last first."""
        return self._read(sa.true())

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[Answer, ...]:
        rows = self._connection.execute(_answers.where(where).order_by(answers.c.n.desc()))
        return tuple(translate.record_of(Answer, row) for row in rows)


class AnswerItems:
    """What answers said, as read; whose it is and what became of it stands in the steps."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add_all(self, items: Iterable[AnswerItem]) -> None:
        """File the items of an answer, ten thousand of them at once."""
        values = [translate.values_of(item) for item in items]
        if values:
            self._connection.execute(answer_items.insert(), values)

    def get(self, item_id: AnswerItemId) -> AnswerItem:
        """One item. Refuses `answer_item.unknown`."""
        found = self._read(answer_items.c.id == item_id)
        if not found:
            raise DeskError("answer_item.unknown")
        return found[0]

    def of_answer(self, answer_id: AnswerId) -> tuple[AnswerItem, ...]:
        """The items of an answer, in its order."""
        return self._read(answer_items.c.answer_id == answer_id)

    def of_client(self, client_id: ClientId) -> tuple[AnswerItem, ...]:
        """Every item that was read as this client's, or that somebody ever matched to it.

        Those of everyone merged into it too. Whose it is now, the steps decide.
        """
        group = Merges(self._connection).group(client_id)
        matched = sa.select(answer_steps.c.item_id).where(answer_steps.c.client_id.in_(group))
        c = answer_items.c
        return self._read(c.client_id.in_(group) | c.id.in_(matched))

    def with_same(self, sames: Iterable[str]) -> dict[str, tuple[AnswerItem, ...]]:
        """The items of each of these `same`, as entered; one that nothing has is left out."""
        wanted, found = list(dict.fromkeys(sames)), dict[str, tuple[AnswerItem, ...]]()
        for start in range(0, len(wanted), BATCH):
            for item in self._read(answer_items.c.same.in_(wanted[start : start + BATCH])):
                found[item.same] = (*found.get(item.same, ()), item)
        return found

    def all(self) -> tuple[AnswerItem, ...]:
        """Every item, as entered."""
        return self._read(sa.true())

    def count(self) -> int:
        """How many items there are."""
        return self._connection.scalar(sa.select(sa.func.count()).select_from(answer_items)) or 0

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[AnswerItem, ...]:
        rows = self._connection.execute(
            answer_items.select().where(where).order_by(answer_items.c.n)
        )
        return tuple(translate.record_of(AnswerItem, row) for row in rows)


class AnswerSteps:
    """What became of items, in the order it was entered; only ever added to."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, step: AnswerStep) -> None:
        """Enter a step; another may follow, none is changed."""
        self.add_all((step,))

    def add_all(self, steps: Iterable[AnswerStep]) -> None:
        """Enter many steps at once: an answer may say thousands of things again."""
        values = [translate.values_of(step) for step in steps]
        if values:
            self._connection.execute(answer_steps.insert(), values)

    def of_item(self, item_id: AnswerItemId) -> tuple[AnswerStep, ...]:
        """An item's steps, as entered."""
        return self._read(answer_steps.c.item_id == item_id)

    def all_by_item(self) -> dict[AnswerItemId, tuple[AnswerStep, ...]]:
        """Every item's steps, as entered. One statement for all."""
        found = sorted(self._read(sa.true()), key=lambda step: step.item_id)
        by_item = groupby(found, key=lambda step: step.item_id)
        return {item_id: tuple(steps) for item_id, steps in by_item}

    def after(self, known: int) -> tuple[AnswerStep, ...]:
        """The steps that were entered after the first so many: they are only ever added to."""
        rows = self._connection.execute(
            answer_steps.select().order_by(answer_steps.c.n).limit(-1).offset(known)
        )
        return tuple(translate.record_of(AnswerStep, row) for row in rows)

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[AnswerStep, ...]:
        rows = self._connection.execute(
            answer_steps.select().where(where).order_by(answer_steps.c.n)
        )
        return tuple(translate.record_of(AnswerStep, row) for row in rows)
