"""An answer before it is taken in: what was read of it, and what could not be."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.errors import DeskError
from ui.presenters.answer_words import meaning_words, named_words
from ui.presenters.table_row import TableRow
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.registry_pictures import AnswerPreview, ResponseItem
    from immtrac_desk.domain.answer import Answer

MOST = 256 * 1024 * 1024
"""Bytes of a file that are read; nobody's answer is so long, and the rest would be named."""
KEPT = 200_000
"""Letters of a half-done paste that are kept over a lock."""
MOST_UNREAD = 50
"""Places that could not be read which are named; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PasteTyping:
    """What is pasted and not taken in yet."""

    text: str = ""
    cut: bool = False
    """More was pasted than is kept over a lock."""


def typing_of(text: str) -> PasteTyping:
    """What is kept of a paste. A number at its cut goes whole: half of one is not starred out."""
    if len(text) <= KEPT:
        return PasteTyping(text=text)
    return PasteTyping(text=text[:KEPT].rstrip("0123456789-"), cut=True)


def read_file(place: Path) -> bytes:
    """The content of a file, and nothing else of it. Raises DeskError `responses.unreadable`."""
    with suppress(OSError):
        if place.is_file():  # whoever waits for a pipe may wait for ever
            with place.open("rb") as file:
                return file.read(MOST)
    raise DeskError("responses.unreadable")


class PreviewPresenter:
    """One answer in hand: read off the event loop, looked at, then taken in by one act."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self.desk, self.tr = desk, tr
        self.data: bytes | str = ""
        self.source = AnswerSource.PASTED
        self.preview: AnswerPreview | None = None

    def take_up(self, data: bytes | str, source: AnswerSource) -> None:
        """Another answer is in hand; nothing of it was read yet."""
        self.data, self.source, self.preview = data, source, None

    def read(self) -> "AnswerPreview":
        """Read it; may be called beside the event loop."""
        return self.desk.answers.read(self.data)

    def take(self) -> "Answer":
        """Take it in; may be called beside the event loop."""
        return self.desk.answers.take(self.data, self.source)

    @property
    def ready(self) -> bool:
        """Whether there is anything to take in that was not taken in before."""
        return self.preview is not None and self.preview.known is None and bool(self.count)

    @property
    def count(self) -> int:
        return len(self.preview.rows) if self.preview is not None else 0

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Tone and sentence of everything that was found."""
        preview, tr = self.preview, self.tr
        if preview is None:
            return ()
        if preview.known is not None:
            on = tr.long_date(preview.known.received_on)
            return (("warn", tr.say("answer_take.known", on=on)),)
        hidden = sum(1 for row in preview.rows if row.code.hidden)
        code = "answer_take.found_1" if self.count == 1 else "answer_take.found"
        told = [("good" if self.count else "warn", tr.say(code, count=self.count, hidden=hidden))]
        if preview.messages:
            facts = {"messages": preview.messages, "accepted": preview.accepted}
            told.append(("info", tr.say("answer_take.messages", **facts)))
        if preview.again:
            told.append(("info", tr.say("answer_take.again", count=preview.again)))
        return (*told, *self._unread(preview))

    def rows(self, offset: int, limit: int) -> list[TableRow]:
        """What was read, so many rows from an offset on."""
        if self.preview is None:
            return []
        found = self.preview.rows[offset : offset + limit]
        return [self._row(offset + at, row) for at, row in enumerate(found)]

    def _row(self, at: int, one: "ResponseItem") -> TableRow:
        tr, found, whose = self.tr, one.row, one.row.whose
        return TableRow(
            key=str(at),
            cells=(
                tr.say(f"response_owner.{one.code.owner.value}"),
                found.code,
                meaning_words(found.code, tr),
                named_words(whose.name, whose.born, whose.ref, tr) if whose else "",
                str(found.count),
            ),
        )

    def _unread(self, preview: "AnswerPreview") -> list[tuple[str, str]]:
        """Every place that could not be read, by its line."""
        tr, told = self.tr, []
        for one in preview.unread[:MOST_UNREAD]:
            where = "answer_take.line" if one.line == one.last else "answer_take.lines"
            facts = {"line": one.line, "last": one.last, "what": tr.say(f"unread.{one.what}")}
            told.append(("warn", tr.say(where, **facts)))
        more = len(preview.unread) - MOST_UNREAD
        return [*told, ("warn", tr.say("answer_take.more", count=more))] if more > 0 else told
