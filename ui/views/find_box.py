"""The find box: one line that finds a client as one types, its matches just beneath."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from immtrac_desk.domain.client import ClientMatch
from ui.presenters.clients import ClientsPresenter
from ui.views.sparing_hint import SparingHint
from ui.widgets.layouts import row
from ui.wording import tr

REST = 120
MOST = 8


class FindBox(QWidget):
    """Enter opens the first match, or adds what was typed where nobody was found."""

    def __init__(
        self,
        presenter: ClientsPresenter,
        found: Callable[[ClientMatch], object],
        add: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.presenter = presenter
        self._found, self._add = found, add
        self.line = QLineEdit()
        self.line.setMinimumWidth(200)
        self.line.textEdited.connect(lambda _: self._rest())
        self.line.installEventFilter(self)
        self.matches = QListWidget(self)
        self.matches.hide()
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.matches.setHorizontalScrollBarPolicy(off)
        self.matches.setVerticalScrollBarPolicy(off)
        self.matches.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.matches.itemClicked.connect(lambda item: self._take(self.matches.row(item)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)
        self.setLayout(row(self.line, SparingHint("Ctrl+F"), space=12, shares=(1,)))
        self.setFocusProxy(self.line)
        self.retell()

    def start(self) -> None:
        """Take the keys; what stands there is typed over."""
        self.line.setFocus()
        self.line.selectAll()

    def clear(self) -> None:
        """Somebody was found: the next one is another."""
        self._timer.stop()
        self.line.clear()
        self.matches.clear()
        self.matches.hide()

    def _rest(self) -> None:
        self._timer.start(REST)

    def ask(self) -> None:
        """Search now and show at most eight matches, or how to add."""
        self._timer.stop()
        found = self.presenter.search(self.line.text())[:MOST]
        self.matches.clear()
        for match in found:
            name, born, _, why = self.presenter.line(match)
            QListWidgetItem(
                "\n".join((name, " · ".join(p for p in (born, why) if p))), self.matches
            )
        text = self.presenter.text
        if text and not found and self.presenter.may_add():
            QListWidgetItem(tr.say("clients.add_named", text=text), self.matches)
        self._place()

    def retell(self) -> None:
        self.line.setPlaceholderText(tr.say("today.find"))
        self.line.setAccessibleName(tr.say("today.find"))
        self.matches.setAccessibleName(tr.say("clients.title"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.matches.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def hideEvent(self, event: object) -> None:
        self.matches.hide()

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask()
            self._take(max(self.matches.currentRow(), 0))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key is Qt.Key.Key_Down else -1
            last = self.matches.count() - 1
            self.matches.setCurrentRow(min(max(self.matches.currentRow() + step, 0), last))
        elif key is Qt.Key.Key_Escape:
            self.clear()
        else:
            return False
        return True

    def _take(self, index: int) -> None:
        matches = self.presenter.matches[:MOST]
        if not self.presenter.text:
            return
        self.matches.hide()
        if index < len(matches):
            self._found(matches[index])
        elif self.presenter.may_add() and self.presenter.refused is None:
            self._add(self.presenter.text)

    def _place(self) -> None:
        """Under the line, as wide as it, as tall as its matches."""
        rows = self.matches.count()
        if not rows:
            self.matches.hide()
            return
        window = self.window()
        if self.matches.parentWidget() is not window:
            self.matches.setParent(window)
            self.destroyed.connect(self.matches.deleteLater)
        self.matches.ensurePolished()
        height = sum(self.matches.sizeHintForRow(i) for i in range(rows)) + 8
        corner = self.line.mapTo(window, QPoint(0, self.line.height() + 4))
        self.matches.setGeometry(corner.x(), corner.y(), self.line.width(), height)
        self.matches.show()
        self.matches.raise_()
