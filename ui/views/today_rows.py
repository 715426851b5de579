"""The rows of Today: a work list, a draft, a loud entry."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from immtrac_desk.desk.pictures import WorkEntry
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.draft import KeptDraft
from ui.presenters.today import Card as ListCard
from ui.presenters.today import TodayPresenter
from ui.shell.theme import mark
from ui.views.today_line import SHOWN, TodayLine
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, row
from ui.widgets.words import Button, plain

Act = Callable[[ListCard, int], object]


class ListRow(TodayLine):
    """A list: how many, which is oldest, one button; Enter does the same; more unfolds it."""

    def __init__(self, card: ListCard, presenter: TodayPresenter, act: Act) -> None:
        pill, words = (str(card.count), card.tone), (card.title, card.sentence)
        super().__init__(pill, words, f"list.{card.code}.button", card.count)
        self.card = card
        self._presenter, self._act = presenter, act

    def go(self) -> None:
        self._act(self.card, 0)

    def beneath(self) -> Iterator[QWidget]:
        for index, entry in enumerate(self.card.entries[:SHOWN]):
            yield self._entry(index, entry)

    def _entry(self, index: int, entry: WorkEntry) -> QWidget:
        name = Button("", lambda: self._act(self.card, index), kind="link")
        line = self._presenter.entry_line(entry)
        name.show_text(line)
        since = plain(self._presenter.since_line(entry), role="caption", wrap=False)
        if entry.alarm in ("amber", "red"):
            mark(since, tone={"amber": "warn", "red": "bad"}[entry.alarm])
        return boxed(row(name, since, None, space=8))


class DraftRow(Card):
    """A half-done form with its name and time: go on, or discard (which can be undone)."""

    def __init__(
        self,
        line: str,
        kept: KeptDraft,
        resume: Callable[[KeptDraft], object],
        discard: Callable[[KeptDraft], object],
    ) -> None:
        super().__init__(margin=12)
        go_on = Button("today.resume", lambda: resume(kept))
        away = Button("today.discard", lambda: discard(kept), kind="quiet")
        self.add(row(plain(line), away, go_on, shares=(1,)))
        self.go_on = go_on


class LoudRow(QFrame):
    """Something a supervisor must have seen: the recovery code used, an override, a restore."""

    def __init__(self, entry: AuditEntry, line: str, seen: Callable[[int], object]) -> None:
        super().__init__()
        mark(self, strip="warn")
        layout = row(
            plain(line, role="strong"),
            None,
            Button("today.seen", lambda: seen(entry.seq), kind="link"),
        )
        layout.setContentsMargins(15, 8, 12, 8)
        layout.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)
