"""The entry card: every answer as text to copy into the portal, in the order of its steps."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import ApplicationId
from immtrac_desk.domain.question import QuestionKind
from ui.presenters.application_words import label_words, option_words
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.telling import voice_of
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import CardLine

PORTAL_SPEAKS = "en"
DIGITS = 9
"""Rows of a group that a digit copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryTicks:
    """What was already entered in the portal: marks of rows."""

    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One thing to copy. `group` is the heading under which it stands, `digit` its key there."""

    key: str
    group: str
    label: str
    value: str
    digit: int

    @property
    def mark(self) -> str:
        """What is ticked: this answer, and no later one in its place."""
        return f"{self.key}={self.value}"


@dataclass(slots=True)
class EntryCardPresenter:
    """Rows, and which of them are done. Ticks are kept with the person's half-typed forms."""

    desk: "Desk"
    application_id: ApplicationId
    tr: Wording
    rows: tuple[CardRow, ...] = ()
    done: set[str] = field(default_factory=set)
    _keeper: FormKeeper[EntryTicks] = field(init=False)

    def __post_init__(self) -> None:
        self._keeper = FormKeeper(self.desk, "entry_card", self.application_id, EntryTicks)
        if self._keeper.offered is not None:
            self.done = set(self._keeper.go_on().done)

    def read(self) -> None:
        """Read the card again, in the language in force."""
        lines = self.desk.agreement.entry_card(self.application_id)
        self.rows = tuple(_rows(lines, self.tr))

    def is_done(self, row: CardRow) -> bool:
        return row.mark in self.done

    def tick(self, row: CardRow, *, on: bool = True) -> None:
        """Note that a row was entered, or was not."""
        (self.done.add if on else self.done.discard)(row.mark)

    def keep(self) -> None:
        """Keep the ticks over a lock and another day."""
        self._keeper.keep(EntryTicks(done=tuple(sorted(self.done))), begun=EntryTicks())

    def settle(self) -> None:
        """The application ended: the ticks have served."""
        self._keeper.settle()

    def progress(self) -> tuple[int, int]:
        """How many rows are done, of how many."""
        return sum(self.is_done(row) for row in self.rows), len(self.rows)

    def next_open(self, after: int) -> int:
        """The next row that is not done, from the one after `after` on; -1 when all are."""
        order = [*range(after + 1, len(self.rows)), *range(after + 1)]
        return next((at for at in order if not self.is_done(self.rows[at])), -1)

    def by_digit(self, at: int, digit: int) -> int:
        """The row that a digit copies while row `at` is in hand; -1 where there is none."""
        if not 0 <= at < len(self.rows):
            return -1
        group = self.rows[at].group
        found = (i for i, r in enumerate(self.rows) if r.group == group and r.digit == digit)
        return next(found, -1)


def _rows(lines: "tuple[CardLine, ...]", tr: Wording) -> list[CardRow]:
    rows: list[CardRow] = []
    english = tr if tr.language == PORTAL_SPEAKS else voice_of(PORTAL_SPEAKS)
    digits: dict[str, int] = {}
    for line in lines:
        group = _group(line, tr)
        digit = digits[group] = digits.get(group, 0) + 1
        rows.append(
            CardRow(
                key=_key(line),
                group=group,
                label=_label(line, tr),
                value=", ".join(_word(line, value, english) for value in line.values),
                digit=digit if digit <= DIGITS else 0,
            )
        )
    return rows


def _word(line: "CardLine", value: str, english: Wording) -> str:
    """A word as the portal says it, which speaks English whatever the screen speaks."""
    kind = line.question.kind
    if line.person is not None:
        return value
    if line.question.id == "registration_type":
        return english.say(f"application_kind.{value}")
    if kind is QuestionKind.YES_NO:
        return english.say(f"application_room.{value}")
    offered = kind in (QuestionKind.CHOICE, QuestionKind.WORDS)
    return option_words(line.question, value, english) if offered else value


def _key(line: "CardLine") -> str:
    person = line.person.person_id if line.person is not None else ""
    return f"{line.question.id}/{person}/{line.field}"


def _group(line: "CardLine", tr: Wording) -> str:
    """`A3 Organization`, and for people also as what and who."""
    step = tr.say(f"application_room.step.{line.step}")
    if line.person is None:
        return step
    return f"{step} · {label_words(line.question, tr)} · {line.person.shown}"


def _label(line: "CardLine", tr: Wording) -> str:
    if line.person is None or not line.field:
        return label_words(line.question, tr)
    return tr.say(f"entry_card.field.{line.field}")
