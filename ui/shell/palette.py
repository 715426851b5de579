"""The palette on the screen: one line over the room, acts and clients under it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.presenters.shell_palette import Offer, Palette
from ui.shell.theme import mark, theme
from ui.shell.wardrobe import dress
from ui.widgets.detail_line import DETAIL, DetailAtTheEnd
from ui.widgets.words import Said
from ui.wording import tr

_WIDTH = 560
_REST = 100
_LINES = 9


class PalettePane(QFrame):
    """`acts` are asked anew at each opening; `chosen(offer)` is called and the pane goes away."""

    def __init__(
        self,
        owner: QWidget,
        palette: Palette,
        acts: Callable[[], tuple[Offer, ...]],
        chosen: Callable[[Offer], object],
    ) -> None:
        super().__init__(owner)
        mark(self, card="true")
        dress(self)
        self._palette, self._acts, self._chosen = palette, acts, chosen
        self._offers: tuple[Offer, ...] = ()
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.list = QListWidget()
        self.list.setItemDelegate(DetailAtTheEnd(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = Said("palette.none", role="muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        column.addStretch(0)
        self.line.textEdited.connect(lambda _: self._timer.start())
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self.choose())
        owner.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.hide()

    def open(self) -> None:
        """Come up over the room, empty, with everything that can be done."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self.line.clear()
        self.retell()
        self.look()
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus()

    def put_away(self) -> None:
        """Go, and leave the focus where it was before."""
        before = self._before
        self.vanish()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def vanish(self) -> None:
        """Go, and leave the focus to whoever has it now."""
        self._before = None
        self._timer.stop()
        self.hide()

    def look(self) -> None:
        """Ask what fits the text, and show it."""
        self._offers = self._palette.offers(self.line.text(), self._acts())
        self.list.clear()
        for offer in self._offers:
            item = QListWidgetItem(offer.title)
            item.setData(DETAIL, offer.detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.title} {offer.detail}")
            self.list.addItem(item)
        self.list.setVisible(bool(self._offers))
        found = any(offer.kind != "handbook" for offer in self._offers)
        self.none.setVisible(not found)
        self.line.setAccessibleDescription("" if found else self.none.text())
        if self._offers:
            self.list.setCurrentRow(0)

    def choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._offers):
            offer = self._offers[row]
            self.vanish()
            self._chosen(offer)

    def retell(self) -> None:
        self.line.setPlaceholderText(tr.say("palette.hint"))
        self.line.setAccessibleName(tr.say("palette.hint"))
        self.list.setAccessibleName(tr.say("palette.found"))
        self.none.retell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() is QEvent.Type.Resize:
            self._place()
        if watched is self.line and isinstance(event, QKeyEvent):
            return event.type() is QEvent.Type.KeyPress and self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.put_away,
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            # Tab stays inside: there is nothing else here that takes the focus.
            Qt.Key.Key_Tab: lambda: self._step(1),
            Qt.Key.Key_Backtab: lambda: self._step(-1),
        }
        act = acts.get(Qt.Key(key))
        if act is not None:
            act()
        return act is not None

    def _enter(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.look()
        self.choose()

    def _step(self, by: int) -> None:
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + by) % count)

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        # No widget at all has the focus while another program, or a menu, is in front.
        if self.isVisible() and now is not None and not self._holds(now):
            self.vanish()

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def _place(self) -> None:
        owner = self.parentWidget()
        if owner is None:
            return
        width = min(theme.pixels(_WIDTH), owner.width() - 48)
        height = min(theme.pixels(34) * (_LINES + 2), owner.height() - 96)
        self.setGeometry((owner.width() - width) // 2, 64, width, height)
