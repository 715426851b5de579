"""Help: every act with its key, from the one table; version, law and licences beneath."""

from collections import deque
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.presenters.help import HelpPresenter, HelpRow
from ui.shell.actions import ACTIONS, MENUS
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.narrowing import scrolled
from ui.widgets.card import Card
from ui.widgets.chip import CHIP_KEYS
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, empty, row, rule
from ui.widgets.words import KeyHint, Said, plain
from ui.wording import tr

_FIELDS = (
    ("enter", "Return"),
    ("shift_enter", "Shift+Return"),
    ("down", "Down"),
    ("escape", "Esc"),
    ("space", "Space"),
    ("none", CHIP_KEYS["none"]),
    ("unknown", CHIP_KEYS["unknown"]),
    ("refused", CHIP_KEYS["refused"]),
    ("show", CHIP_KEYS["show"]),
    ("plus", "+"),
    ("date", ""),
)
"""Keys of the widgets themselves, which are no acts of the table."""
SOON = 1
"""Milliseconds between one card and the next, in which keys are heard and all is painted."""


class HelpView(Room):
    """One page that scrolls; typing narrows it."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = HelpPresenter(house.desk, tr, ACTIONS)
        self.line = QLineEdit()
        self.line.textEdited.connect(lambda _: self.narrow())
        self._groups: list[ActCard] = []
        self._rest: list[QWidget] = []
        self._waiting: deque[Callable[[], None]] = deque()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(SOON)
        self._next.timeout.connect(self._add_next)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 12, 12)
        inner.addLayout(self._cards)
        inner.addStretch(1)
        head = row(Said("help.title", role="title"), None, self.line, KeyHint("Ctrl+F"), space=16)
        head.setStretch(2, 1)
        self.column.addLayout(head)
        self.column.addWidget(Said("help.says", role="muted"))
        self.column.addWidget(scrolled(inner), 1)
        self.retell()

    def open(self, **about: object) -> None:
        self.line.clear()
        self.narrow()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self) -> str:
        return tr.say("help.title")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self.line.setFocus}

    def retell(self) -> None:
        super().retell()
        self.line.setPlaceholderText(tr.say("help.find"))
        self.line.setAccessibleName(tr.say("help.find"))
        self.read()

    def read(self) -> None:
        """Say the whole page: what is seen first at once, the rest card by card."""
        empty(self._cards)
        self._groups, self._rest = [], []
        self._none = EmptyState("help.none_title", "help.none_body")
        self._none.hide()
        self._cards.addWidget(self._none)
        rows = self.presenter.rows()
        of_menu = {menu: [line for line in rows if line.group == menu] for menu in MENUS}
        self._waiting = deque(partial(self._add_group, one, of_menu[one]) for one in MENUS)
        rest = (lambda: ActCard("fields", _of_fields()), self._about, self._licences)
        self._waiting.extend(partial(self._add_rest, made) for made in rest)
        self._add_next()

    def complete(self) -> None:
        """Have all of the page stand there now."""
        while self._waiting:
            self._waiting.popleft()()

    def _add_next(self) -> None:
        if self._waiting:
            self._waiting.popleft()()
            self._next.start()

    def _add_group(self, menu: str, rows: list[HelpRow]) -> None:
        card = ActCard(menu, rows)
        self._groups.append(card)
        self._cards.insertWidget(self._cards.indexOf(self._none), card)
        card.setVisible(bool(rows))

    def _add_rest(self, made: Callable[[], QWidget]) -> None:
        widget = made()
        self._rest.append(widget)
        self._cards.addWidget(widget)
        widget.show()

    def narrow(self) -> None:
        """Show the acts that fit what is typed; while nothing is typed, everything else too."""
        text = self.line.text().strip()
        if text:
            self.complete()
        fitting = {line.id for line in self.presenter.rows(text)}
        for card in self._groups:
            card.narrow(fitting)
        self._none.setVisible(not fitting)
        for other in self._rest:
            other.setVisible(not text)

    def _about(self) -> Card:
        version, *rest = self.presenter.about()
        said = [plain(text) for text in rest]
        return Card(Said("help.about", role="section"), plain(version, role="strong"), *said)

    def _licences(self) -> Card:
        lines = [
            row(plain(part), plain(licence, role="caption"), shares=(1, 1))
            for part, licence in self.presenter.licences()
        ]
        listed = column(*lines, space=4)
        return Card(Said("help.licences", role="section"), Said("help.licence"), listed)


class ActCard(Card):
    """The acts of one menu, each a row with its key."""

    def __init__(self, code: str, rows: list[HelpRow]) -> None:
        super().__init__(Said(f"help.group.{code}", role="section"), space=8)
        self._rows = {line.id: _act(line) for line in rows}
        for widget in self._rows.values():
            self.add(widget)

    def narrow(self, fitting: set[str]) -> None:
        for act_id, widget in self._rows.items():
            widget.setVisible(act_id in fitting)
        self.setVisible(bool(fitting & self._rows.keys()))


def _act(line: HelpRow) -> QWidget:
    words = column(space=0)
    if line.label:
        words.addWidget(plain(line.label, role="strong"))
    words.addWidget(plain(line.help, role="caption" if line.label else "body"))
    keys = (KeyHint(line.keys),) if line.keys else ()
    # A box for the whole row alone: there are seventy, and each box would be styled.
    return boxed(column(rule(), row(words, *keys, space=16, shares=(1,)), space=8))


def _of_fields() -> list[HelpRow]:
    return [HelpRow(key, "fields", "", keys, tr.say(f"help.fields.{key}")) for key, keys in _FIELDS]
