"""A chip: the small toggle beside a label, out of Tab's way, with a key from within its field."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.widgets.words import Button, shown_keys
from ui.wording import tr

# On a Mac the Alt key writes letters (ñ among them), so its Control key is taken instead.
_WITH = "Meta" if sys.platform == "darwin" else "Alt"
CHIP_KEYS = {
    "none": f"{_WITH}+N",
    "unknown": f"{_WITH}+U",
    "refused": f"{_WITH}+R",
    "show": f"{_WITH}+S",
}
"""What a chip says, and the key that presses it while the focus is in its field."""


class Chip(Button):
    """`Chip("secret.show", "show", frame)`: `frame` holds the field and lends the focus.

    Tab passes it by: who types ahead over fields must never press it with a space.
    """

    def __init__(self, code: str, key: str, frame: QWidget) -> None:
        super().__init__(code, kind="toggle")
        self._keys, self._frame = CHIP_KEYS[key], frame
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self._give_focus_back)
        shortcut = QShortcut(QKeySequence(self._keys), frame)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self._asked_by_key)
        self.retell()

    def retell(self) -> None:
        super().retell()
        if hasattr(self, "_keys"):
            hint = tr.say("key.hint", keys=shown_keys(self._keys))
            self.setToolTip(hint)
            self.setAccessibleDescription(hint)

    def told(self) -> str:
        """What it says and its key, for whoever hears the field."""
        return f"{self.text()}, {self.accessibleDescription()}"

    def _asked_by_key(self) -> None:
        if self.isEnabled() and self.isVisible():
            self.click()

    def _give_focus_back(self) -> None:
        # The mouse left the focus here, where the next typed space would press it again.
        if self.hasFocus():
            self._frame.setFocus(Qt.FocusReason.OtherFocusReason)
