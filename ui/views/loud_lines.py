"""What a supervisor must see: each loud line until somebody has seen it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.history import HistoryPresenter, HistoryRow
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

MOST = 3
"""More would push the book itself out of sight; the rest follows as these are seen."""


class LoudLines(QWidget):
    """Hidden where nothing waits."""

    def __init__(self, presenter: HistoryPresenter, seen: Callable[[int], object]) -> None:
        super().__init__()
        self._presenter, self._seen = presenter, seen
        self.buttons: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.setLayout(column(Said("history_room.loud", role="section"), self._list, space=8))

    def read(self) -> None:
        empty(self._list)
        self.buttons = []
        waiting = self._presenter.loud()
        for line in waiting[:MOST]:
            self._list.addWidget(self._card(line))
        self.setVisible(bool(waiting))

    def _card(self, line: HistoryRow) -> Card:
        told = " · ".join(part for part in (line.at, line.who, line.about) if part)
        words = column(plain(line.what, role="strong"), plain(told, role="caption"), space=0)
        things: list[QWidget] = [
            StatusPill(tr.say("history_room.attention"), "warn"),
            boxed(words),
        ]
        if self._presenter.may_see_loud:
            button = Button("history_room.seen", lambda: self._seen(line.entry.seq))
            button.setAccessibleName(f"{button.text()}: {line.what}, {line.at}")
            self.buttons.append(button)
            things.append(button)
        return Card(row(*things, space=16, shares=(0, 1)), margin=14)
