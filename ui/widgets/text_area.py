"""A few lines of text: reasons, notes, what was seen."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from ui.widgets.framed import Framed
from ui.wording import tr


class TextArea(Framed):
    """Tab and Enter move on; Shift+Enter begins a new line."""

    def __init__(self, code: str, *, name: str = "", lines: int = 3) -> None:
        super().__init__(code, name=name)
        self.area = QPlainTextEdit()
        self.area.setTabChangesFocus(True)
        self._lines = lines
        self.area.textChanged.connect(self.changed)
        self.adopt(self.area)

    def text(self) -> str:
        return self.area.toPlainText().strip()

    def set_text(self, text: str) -> None:
        self.area.blockSignals(True)
        self.area.setPlainText(text)
        self.area.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def retell(self) -> None:
        super().retell()
        if hasattr(self, "area"):
            self._fit()
            hint = f"{self.code}.hint"
            self.area.setPlaceholderText(tr.say(hint) if tr.has(hint) else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shifted = (
            isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        return False if shifted else super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.area.setFixedHeight(self.area.fontMetrics().lineSpacing() * self._lines + 28)
