"""Several of many: a list to find words in, and the words chosen, each with a way out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.widgets.choice import Option
from ui.widgets.flow import Flow
from ui.widgets.framed import Framed
from ui.widgets.layouts import column, empty
from ui.widgets.pick import Pick
from ui.widgets.words import Button
from ui.wording import tr


class SeveralPick(Framed):
    """`values()` in the order of the options. Picking adds; pressing a chosen word takes it out."""

    def __init__(self, code: str, options: Sequence[Option], *, name: str = "") -> None:
        super().__init__(code, name=name)
        self._options = {option.value: option.code for option in options}
        self._values: tuple[str, ...] = ()
        self.pick = Pick(code, options, name=f"{name or code}.more", typing=True)
        self.pick._label.hide()
        self.pick.changed.connect(self._picked)
        self._chosen = QWidget()
        self._flow = Flow(self._chosen, gap=4, row_gap=4)
        body = QWidget()
        body.setLayout(column(self.pick, self._chosen, space=6))
        self.adopt(body)
        self._takes_focus = self.pick

    def values(self) -> tuple[str, ...]:
        return self._values

    def set_values(self, values: Sequence[str]) -> None:
        """Show exactly these, without ringing `changed`."""
        wanted = tuple(word for word in self._options if word in values)
        wanted += tuple(word for word in values if word not in self._options)
        if wanted != self._values:
            self._values = wanted
            self._show()

    def retell(self) -> None:
        super().retell()
        if hasattr(self, "_flow"):
            self._show()

    def _picked(self) -> None:
        value = self.pick.value()
        self.pick.set_value("")
        if isinstance(value, str) and value and value not in self._values:
            self.set_values((*self._values, value))
            self.changed.emit()

    def _take_out(self, value: str) -> None:
        self.set_values(tuple(word for word in self._values if word != value))
        self.pick.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        empty(self._flow)
        for value in self._values:
            word = tr.say(self._options.get(value, value))
            chip = Button("", partial(self._take_out, value), kind="toggle")
            chip.show_text(f"{word}  ×")
            chip.setAccessibleName(tr.say("application_room.take_out", word=word))
            self._flow.addWidget(chip)
        self._chosen.setVisible(bool(self._values))
