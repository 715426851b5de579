"""When something breaks: a calm page over the room, and a report without anybody in it."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from immtrac_desk.errors import DeskError
from ui.shell.theme import mark, theme
from ui.shell.wardrobe import dress
from ui.widgets.card import Card
from ui.widgets.layouts import row
from ui.widgets.words import Button, Said, retell_all
from ui.wording import tr


class CrashPage(QWidget):
    """Covers `owner`: what happened, that drafts are safe, and the report to copy."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        mark(self, ground="page")
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self._copied = Said(role="caption")
        self.go_on = Button("crash.continue", self.hide, kind="primary")
        self.copy = Button("crash.copy", self._copy)
        card = Card(
            Said("crash.title", role="title"),
            Said("crash.safe"),
            Said("crash.what", role="muted"),
            self.report,
            row(self.go_on, self.copy, self._copied, None),
            margin=28,
        )
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 6)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addLayout(across)
        column.addStretch(1)
        owner.installEventFilter(self)
        self.hide()

    def tell(self, report: str) -> None:
        self.report.setPlainText(report)
        self.report.setAccessibleName(tr.say("crash.report"))
        self.report.setFixedHeight(theme.pixels(160))
        self._copied.say("")
        self._copied.setText("")
        self.setGeometry(self._owner.rect())
        self.show()
        self.raise_()
        self.go_on.setFocus()

    def retell(self) -> None:
        retell_all(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._owner.rect())
        return super().eventFilter(watched, event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self._copied.say("crash.copied")


def catch_everything(
    broke: Callable[[str], object], refused: Callable[[DeskError], object]
) -> Callable[[], None]:
    """Send what nobody caught to the window: a refusal as a notice, anything else as a report.

    Returns how to put the old hook back.
    """
    before = sys.excepthook
    busy = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from ui.presenters.shell_report import scrubbed

        nonlocal busy
        if not isinstance(error, DeskError):
            _log(error)
        if busy or not isinstance(error, Exception):
            sys.stderr.write(scrubbed(error, trace) + "\n")
            return
        busy = True
        try:
            if isinstance(error, DeskError):
                refused(error)
            else:
                broke(scrubbed(error, trace))
        finally:
            busy = False

    sys.excepthook = hook

    def put_back() -> None:
        sys.excepthook = before

    return put_back


def _log(error: BaseException) -> None:
    from immtrac_desk import logs

    logs.trouble(error)
