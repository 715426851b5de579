"""Words on the screen: labels and buttons bound to codes, retold when the language turns."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from ui.shell.theme import mark, theme
from ui.wording import tr

_AROUND_WORDS = 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Said(QLabel):
    """A sentence by its code. `role`: title, section, strong, label, muted, caption, accent."""

    def __init__(self, code: str = "", *, role: str = "body", **facts: object) -> None:
        super().__init__()
        self._code, self._facts = code, facts
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # Short labels in a row must not be squeezed to one letter a line.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        mark(self, role=role)
        self.retell()

    def say(self, code: str, **facts: object) -> None:
        self._code, self._facts = code, facts
        self.retell()

    def show_text(self, text: str) -> None:
        """Show typed text, which belongs to no language, literally."""
        self._code = ""
        self.setText(text)

    def retell(self) -> None:
        if self._code:
            self.setText(tr.say(self._code, **self._facts))


def plain(text: str = "", *, role: str = "body", wrap: bool = True) -> QLabel:
    """A label for text that belongs to no language: names, numbers. Never read as markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    mark(label, role=role)
    return label


class Button(QPushButton):
    """A button by its code. `kind`: plain, primary, danger, link, quiet, toggle, segment, nav."""

    def __init__(
        self,
        code: str,
        press: Callable[[], object] | None = None,
        *,
        kind: str = "plain",
        **facts: object,
    ) -> None:
        super().__init__()
        self._code, self._facts = code, facts
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        mark(self, kind=kind)
        if press is not None:
            self.clicked.connect(lambda: press())
        self.retell()

    def say(self, code: str, **facts: object) -> None:
        self._code, self._facts = code, facts
        self.retell()

    def show_text(self, text: str) -> None:
        """Show typed text, which belongs to no language, literally."""
        self._code = ""
        # An ampersand would become a mnemonic; names may hold one.
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def retell(self) -> None:
        if not self._code:
            return
        code = self._code
        self.show_text(tr.say(code, **self._facts))
        self._code = code
        if tr.has(f"{code}.tip"):
            self.setToolTip(tr.say(f"{code}.tip"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; a key still held from the field before presses nothing."""
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER or bare != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def sizeHint(self) -> QSize:
        """A segment is as wide as its word when lit, which is bolder than Qt's own measure."""
        hint = super().sizeHint()
        if self.property("kind") == "segment":
            words = QFontMetrics(theme.font("body", semibold=True)).horizontalAdvance(self.text())
            hint.setWidth(max(hint.width(), words + _AROUND_WORDS))
        return hint


class KeyHint(QLabel):
    """The key of an act beside its button, `Ctrl ↵`, in the spelling of the platform."""

    def __init__(self, sequence: str) -> None:
        super().__init__()
        self._sequence = sequence
        mark(self, role="key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retell()

    def retell(self) -> None:
        self.setText(shown_keys(self._sequence))
        self.setAccessibleName(tr.say("key.hint", keys=self.text()))


def shown_keys(sequence: str) -> str:
    """A key sequence as people read it: `Ctrl+Return` is `Ctrl ↵`, in Spanish too."""
    formats = QKeySequence.SequenceFormat
    # Native means symbols on a Mac; elsewhere it would translate what stands on the keys.
    spelling = formats.NativeText if sys.platform == "darwin" else formats.PortableText
    keys = QKeySequence(sequence).toString(spelling)
    plus = " +" if keys.endswith("++") else ""
    named = keys.removesuffix("++").replace("Return", "↵").replace("Enter", "↵")
    return named.replace("Left", "←").replace("+", " ") + plus


def retell_all(root: QWidget) -> None:
    """Retell every widget below `root` that knows how."""
    for child in root.findChildren(QWidget):
        retell = getattr(child, "retell", None)
        if callable(retell):
            retell()
