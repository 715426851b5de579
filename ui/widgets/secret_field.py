"""A field for what nobody should read over the shoulder, with a way to look for a moment."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.widgets.chip import Chip
from ui.widgets.field import Field
from ui.wording import tr


class SecretField(Field):
    """Dots until `show` is pressed; the text leaves the field with `clear`."""

    def __init__(self, code: str, *, name: str = "") -> None:
        super().__init__(code, name=name, secret=True)
        self.eye = Chip("secret.show", "show", self)
        self.eye.toggled.connect(self._look)
        self._head.addWidget(self.eye, 0, Qt.AlignmentFlag.AlignBottom)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.line.setInputMethodHints(hints)
        self.retell()

    def clear(self) -> None:
        self.line.clear()
        self.eye.setChecked(False)

    def retell(self) -> None:
        super().retell()
        if hasattr(self, "eye"):
            self.eye.say("secret.hide" if self.eye.isChecked() else "secret.show")
            name = tr.say("secret.of", what=self._label.text(), act=self.eye.text())
            self.eye.setAccessibleName(name)
            self._tell()

    def _look(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.retell()
