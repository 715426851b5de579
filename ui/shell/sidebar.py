"""The sidebar: the rooms, and at its foot who stands at the desk."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QVBoxLayout

from ui.presenters.shell_status import BackupLine
from ui.shell.actions import BY_ID
from ui.shell.theme import mark, theme
from ui.shell.wardrobe import dress
from ui.widgets.layouts import row
from ui.widgets.words import Button, KeyHint, Said, plain
from ui.wording import tr

_INDENT = 6
"""Lines words up with the links beside them, which keep room for their focus ring."""
_SPACE = 4
"""Pixels between the rooms where there is height for them."""
ROOMY, TIGHT, SCANT, LEAST = range(4)
"""How much the sidebar says, by the height it has: everything; menu and handbook on one line; not
how old the last copy is, which Today says too; not the clinic and the role either."""
_WIDTH = 208
_WIDEST = 340


class Sidebar(QFrame):
    """`go(room)` for a room, `perform(action id)` for the acts at the foot."""

    def __init__(
        self,
        rooms: Sequence[str],
        go: Callable[[str], None],
        perform: Callable[[str], None],
        open_menu: Callable[[Button], None],
    ) -> None:
        super().__init__()
        mark(self, ground="side")
        dress(self)
        self._rooms: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._clinic = plain(role="caption")
        self._who = plain(role="caption")
        self._backup = plain(role="caption")
        self._line: BackupLine | None = None
        self._role = ""
        self._name = ""
        self.menu = Button("shell.menu", kind="link")
        self.menu.clicked.connect(lambda: open_menu(self.menu))
        self.handbook = Button("shell.handbook", lambda: perform("handbook"), kind="link")
        self.lock = Button("action.lock", lambda: perform("lock"), kind="link")
        self.room, self._fitting = ROOMY, False
        self._lay(rooms, go)
        theme.changed.connect(self._fit)
        self._fit()

    def _lay(self, rooms: Sequence[str], go: Callable[[str], None]) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(14, 20, 13, 14)
        heading = Said("app.name", role="strong")
        for label in (heading, self._clinic, self._backup, self._who):
            label.setIndent(_INDENT)
        column.addWidget(heading)
        column.addWidget(self._clinic)
        column.addSpacing(16)
        for room in rooms:
            column.addWidget(self._room(room, go))
        column.addStretch(1)
        column.addLayout(self._two_doors())
        column.addSpacing(8)
        column.addWidget(self._backup)
        column.addSpacing(8)
        column.addWidget(self._who)
        self._lock_hint = KeyHint(BY_ID["lock"].keys)
        column.addLayout(row(self.lock, self._lock_hint, None, space=4))

    def _two_doors(self) -> QBoxLayout:
        """Menu and handbook: one under the other, or side by side where height is short."""
        both = self._doors = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._hints = (KeyHint(BY_ID["palette"].keys), KeyHint(BY_ID["handbook"].keys))
        for door, hint in zip((self.menu, self.handbook), self._hints, strict=True):
            both.addLayout(row(door, hint, None, space=4))
        return both

    def light(self, room: str) -> None:
        """Show which room one is in; none for a room that is not among these."""
        self._group.setExclusive(False)
        for own, button in self._rooms.items():
            button.setChecked(own == room)
        self._group.setExclusive(True)

    def tell(self, *, clinic: str, name: str, role: str) -> None:
        """`role` is a code of `role.*`."""
        self._clinic.setText(clinic)
        self._name, self._role = name, role
        self.retell()

    def tell_backup(self, line: BackupLine) -> None:
        self._line = line
        self.retell()

    def retell(self) -> None:
        self._say_who()
        if self._line is not None:
            at = f"{self._line.at:%H:%M}" if self._line.at else ""
            self._backup.setText(tr.say(self._line.code, days=self._line.days, time=at))
            mark(self._backup, tone=self._line.tone)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say_who(self) -> None:
        role = tr.say(f"role.{self._role}") if self._role else ""
        parts = (self._name, role if self.room < LEAST else "")
        self._who.setText(" · ".join(part for part in parts if part))

    def _room(self, room: str, go: Callable[[str], None]) -> Button:
        button = Button(f"action.{room}", kind="nav")
        button.setCheckable(True)
        button.clicked.connect(lambda: go(room))
        self._group.addButton(button)
        self._rooms[room] = button
        return button

    def _fit(self) -> None:
        """At every text size every room and the foot stand whole, in the smallest window too."""
        if self._fitting:
            return  # what is shown or hidden on the way asks for a new fit of its own
        self._fitting = True
        self.setFixedWidth(min(theme.pixels(_WIDTH), _WIDEST))
        for room in range(LEAST + 1):
            self._say_as_much(room)
            if self._column.totalHeightForWidth(self.width()) <= self.height():
                break
        self._fitting = False

    def _say_as_much(self, room: int) -> None:
        self.room = room
        roomy = room == ROOMY
        self._column.setSpacing(_SPACE if roomy else 0)
        ways = QBoxLayout.Direction
        self._doors.setDirection(ways.TopToBottom if roomy else ways.LeftToRight)
        for hint in (*self._hints, self._lock_hint):
            hint.setVisible(roomy)
        for button in self._rooms.values():
            mark(button, tight=str(not roomy).lower())
        self._backup.setVisible(room < SCANT)
        self._clinic.setVisible(room < LEAST)
        self._say_who()
