"""The counter's room for the registry's answers: read, take in, whose work, done or not."""

from collections import Counter
from dataclasses import dataclass

from immtrac_desk.desk.answer_lines import item_line, item_lines
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.registry_board import RegistryBoard
from immtrac_desk.desk.registry_pictures import AnswerCounts, AnswerPreview, ItemLine
from immtrac_desk.domain.answer import Answer, AnswerSource, AnswerStep, ItemState
from immtrac_desk.domain.ids import AnswerId, AnswerItemId, ClientId, DoseId, OrganizationId
from immtrac_desk.errors import DeskError, InputError
from immtrac_desk.law.response_codes import Owner
from immtrac_desk.law.status import derive
from immtrac_desk.services.answer_look import look_at_answer, preview_answer
from immtrac_desk.services.answer_read import JudgedItem
from immtrac_desk.services.answer_steps import (
    CloseItem,
    MatchItem,
    ReopenItem,
    close_item,
    match_item,
    reopen_item,
)
from immtrac_desk.services.answer_take import TakeAnswer, take_answer
from immtrac_desk.store.unit_of_work import UnitOfWork

SHOWN = {
    "open": frozenset({ItemState.OPEN}),
    "hidden": frozenset({ItemState.HIDDEN}),
    "done": frozenset({ItemState.MENDED, ItemState.CLOSED}),
    "all": frozenset(ItemState),
}


@dataclass(slots=True)
class AnswersRoom:
    """Everything one may ask or do about what the registry answered."""

    corridor: Corridor
    board: RegistryBoard

    def read(self, data: bytes | str) -> AnswerPreview:
        """Return what an answer says, before it is taken in; nothing is kept.

        Any character set, any damage: what cannot be read is named by its lines. Raises InputError
        `answer.empty`, `answer.too_large`.
        """

        def look(uow: UnitOfWork) -> AnswerPreview:
            found = preview_answer(_bytes(data), uow, self.corridor.occasion(uow))
            return AnswerPreview(
                rows=found.rows,
                unread=found.unread,
                messages=found.messages,
                accepted=found.accepted,
                known=found.known,
                again=found.again,
            )

        return self.corridor.read(look)

    def take(
        self, data: bytes | str, source: AnswerSource, org_id: OrganizationId | None = None
    ) -> Answer:
        """Take an answer in. RefusedError `answer.known` for the same bytes; InputError."""
        command = TakeAnswer(data=_bytes(data), source=source, organization_id=org_id)
        return self.corridor.perform("take_answer", take_answer, command)

    def items(
        self,
        *,
        show: str = "open",
        owner: Owner | None = None,
        code: str = "",
        answer_id: AnswerId | None = None,
        client_id: ClientId | None = None,
        limit: int = 200,
        offset: int = 0,
    ) -> tuple[ItemLine, ...]:
        """Return a page of items, the last answer's first; `show` is a name of SHOWN."""
        if show not in SHOWN:
            raise InputError("answer.show_unknown", "show")
        found = [
            one
            for one in self.board.items()
            if one.verdict.state in SHOWN[show]
            and owner in (None, one.code.owner)
            and code in ("", one.item.code)
            and answer_id in (None, one.answer.id)
            and client_id in (None, one.verdict.client_id)
        ]
        page = found[offset : offset + limit]
        return self.corridor.read(lambda uow: item_lines(page, uow))

    def codes(self) -> Counter[str]:
        """Return how many items there are of each code, done and hidden ones too."""
        return self.board.codes()

    def counts(self) -> AnswerCounts:
        """Return how many items wait for whom; hidden ones are counted apart (DT-24.4)."""
        items = self.board.items()
        states = Counter(one.verdict.state for one in items)
        waiting = (one.code.owner for one in items if one.verdict.state is ItemState.OPEN)
        return AnswerCounts(
            open=Counter(waiting),
            hidden=states[ItemState.HIDDEN],
            mended=states[ItemState.MENDED],
            closed=states[ItemState.CLOSED],
        )

    def item(self, item_id: AnswerItemId) -> ItemLine:
        """Return one item, leading to the very paper that waits. DeskError if unknown."""
        judged = self.board.item(item_id)
        if judged is None:
            raise DeskError("answer_item.unknown")
        return self.corridor.read(lambda uow: self._line(judged, uow))

    def answers(self) -> tuple[Answer, ...]:
        """Return every answer, the one taken in last first."""
        return self.board.answers()

    def content(self, answer_id: AnswerId) -> bytes:
        """Return an answer's bytes as they came, and log the look. DeskError if unknown."""
        return self.corridor.perform("look", look_at_answer, answer_id)

    def match(
        self, item_id: AnswerItemId, client_id: ClientId, dose_id: DoseId | None = None
    ) -> AnswerStep:
        """Say whose an item is. RefusedError `answer.done_already`, `answer.other_clients_dose`."""
        command = MatchItem(item_id=item_id, client_id=client_id, dose_id=dose_id)
        return self.corridor.perform("close_answer", match_item, command)

    def close(self, item_id: AnswerItemId, note: str) -> AnswerStep:
        """Close an item by hand, saying why. InputError `note.missing`; RefusedError."""
        command = CloseItem(item_id=item_id, note=note)
        return self.corridor.perform("close_answer", close_item, command)

    def email_dshs(self, item_id: AnswerItemId, note: str) -> AnswerStep:
        """Note that DSHS was written to, which is what mends such an item. As `close`."""
        command = CloseItem(item_id=item_id, note=note, emailed=True)
        return self.corridor.perform("close_answer", close_item, command)

    def reopen(self, item_id: AnswerItemId, note: str) -> AnswerStep:
        """Open an item again that was closed by hand. RefusedError `answer.not_closed`."""
        command = ReopenItem(item_id=item_id, note=note)
        return self.corridor.perform("close_answer", reopen_item, command)

    def _line(self, judged: JudgedItem, uow: UnitOfWork) -> ItemLine:
        client_id = judged.verdict.client_id
        clients = uow.clients.many((client_id,) if client_id else ())
        client = clients.get(client_id) if client_id else None
        if client is None:
            return item_line(judged, clients)
        acts, corridor = uow.acts.of_client(client.id), self.corridor
        standing = derive(client.born_on, acts, corridor.today(), corridor.law())
        return item_line(judged, clients, standing)


def _bytes(data: bytes | str) -> bytes:
    return data if isinstance(data, bytes) else data.encode("utf-8", "replace")
