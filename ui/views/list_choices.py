"""The lists at the left: how many stand on each, and how pressing the loudest of them is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyleOptionViewItem

from ui.presenters.registry_lists import ListChoice
from ui.shell.theme import theme
from ui.widgets.pill_at_the_end import PILL, Index, PillAtTheEnd, draw_pill, pill_width
from ui.wording import tr

_CODE = int(Qt.ItemDataRole.UserRole)
_EDGE, _HIGH = 14, 11
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListChoices(QListWidget):
    """Arrows take a list in hand at once; Enter or a click goes on to its people."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(WrappedWithPill(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.currentItemChanged.connect(self._taken)
        self.itemClicked.connect(lambda _: self.entered.emit())
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        self.retell()

    def show_choices(self, choices: Sequence[ListChoice], code: str) -> None:
        """Show the lists with `code` in hand, without ringing."""
        self.blockSignals(True)
        self.clear()
        for one in choices:
            item = QListWidgetItem(one.title)
            item.setData(_CODE, one.code)
            item.setData(PILL, (str(one.count), one.tone))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.told)
            if not one.count:
                item.setForeground(theme.colour("muted"))
            self.addItem(item)
            if one.code == code:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def retell(self) -> None:
        self.setAccessibleName(tr.say("lists_page.lists"))

    def _taken(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_CODE)))


class WrappedWithPill(PillAtTheEnd):
    """A title that wraps beside its count: at 200 % it takes two lines, and is never cut."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = str(index.data() or "")
        held = index.data(PILL) or ("", "quiet")
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.text = ""
        if own.widget is not None:
            own.widget.style().drawControl(
                QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget
            )
        lit = bool(option.state & QStyle.StateFlag.State_Selected)
        count = held[0]
        painter.save()
        painter.setFont(theme.font("body", semibold=lit))
        quiet = count == "0" and not lit
        painter.setPen(theme.colour("accent" if lit else "muted" if quiet else "ink"))
        box = option.rect.adjusted(_EDGE, 0, -pill_width(*held) - 2 * _EDGE, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box, int(flags), words)
        painter.restore()
        draw_pill(painter, option.rect, *held)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        held = index.data(PILL) or ("", "quiet")
        room = (view.viewport().width() if view else 200) - pill_width(*held) - 3 * _EDGE  # type: ignore[attr-defined]
        metrics = QFontMetrics(theme.font("body", semibold=True))
        box = QRect(0, 0, max(room, 40), 10_000)
        tall = metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), str(index.data() or ""))
        return QSize(60, max(tall.height() + 2 * theme.pixels(_HIGH), theme.pixels(44)))
