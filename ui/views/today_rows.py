"""The rows of Today: a work list, a draft, a loud entry."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from immtrac_desk.desk.pictures import WorkEntry
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.draft import KeptDraft
from ui.presenters.today import Card as ListCard
from ui.presenters.today import TodayPresenter
from ui.shell.theme import mark, theme
from ui.widgets.card import Card, RowCard
from ui.widgets.layouts import boxed, column, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, plain

Act = Callable[[ListCard, int], object]
SHOWN = 12
"""Entries of an unfolded list that are shown at once; the rest is reached from Clients."""


class ListRow(QWidget):
    """A list: how many, which is oldest, one button; Enter does the same; more unfolds it."""

    def __init__(self, card: ListCard, presenter: TodayPresenter, act: Act) -> None:
        super().__init__()
        self.card = card
        self._presenter, self._act = presenter, act
        self.face = self._face()
        self.face.opened.connect(lambda: act(card, 0))
        self.entries = QVBoxLayout()
        self.entries.setSpacing(2)
        self._below = boxed(self.entries)
        self._below.setContentsMargins(90, 0, 0, 0)
        self._below.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.face)
        layout.addWidget(self._below)
        self.setFocusProxy(self.face)

    def _face(self) -> RowCard:
        card = self.card
        pill = StatusPill(str(card.count), card.tone, shape=card.tone != "good")
        pill.setMinimumWidth(theme.pixels(64))
        words = boxed(
            column(plain(card.title, role="section"), plain(card.sentence, role="muted"), space=2)
        )
        face = RowCard(pill, words, name=f"{card.count} {card.title}. {card.sentence}")
        face.row.setStretch(1, 1)
        if card.count > 1:
            self.more = Button("today.more", self._unfold, kind="quiet", count=card.count)
            face.row.addWidget(self.more)
        self.button = Button(f"list.{card.code}.button", lambda: self._act(card, 0))
        face.row.addWidget(self.button)
        return face

    def _unfold(self) -> None:
        """Show everybody on the list, or fold it again."""
        showing = self._below.isHidden()
        if showing and not self.entries.count():
            for index, entry in enumerate(self.card.entries[:SHOWN]):
                self.entries.addWidget(self._entry(index, entry))
        self._below.setVisible(showing)
        self.more.say("today.fewer" if showing else "today.more", count=self.card.count)

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
