"""Any of a few: boxes in a row, and one that excludes the others where there is such a one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from immtrac_desk.domain.values import Explicit
from ui.widgets.choice import Option
from ui.widgets.flow import Flow
from ui.widgets.framed import Framed
from ui.wording import tr


class Checks(Framed):
    """`values()` in the order of the options; `alone` (as `refused`) empties all the others."""

    def __init__(
        self,
        code: str,
        options: Sequence[Option],
        *,
        name: str = "",
        alone: str = "",
        explicit: Sequence[Explicit] = (),
    ) -> None:
        super().__init__(code, name=name, explicit=explicit)
        self._alone = alone
        self._boxes: dict[str, tuple[QCheckBox, str]] = {}
        body = QWidget()
        row = Flow(body, gap=12)
        for option in options:
            box = QCheckBox()
            box.clicked.connect(lambda _=False, value=option.value: self._ticked(value))
            self._boxes[option.value] = (box, option.code)
            self._mover.watch(box)
            row.addWidget(box)
        self.adopt(body)
        first = next(iter(self._boxes.values()), None)
        if first:
            self._takes_focus = first[0]

    def values(self) -> tuple[str, ...]:
        return tuple(value for value, (box, _) in self._boxes.items() if box.isChecked())

    def set_values(self, values: Sequence[str]) -> None:
        """Tick exactly these, without ringing `changed`."""
        for value, (box, _) in self._boxes.items():
            box.setChecked(value in values)

    def box(self, value: str) -> QCheckBox:
        return self._boxes[value][0]

    def retell(self) -> None:
        super().retell()
        for box, code in getattr(self, "_boxes", {}).values():
            box.setText(tr.say(code))
            box.setAccessibleName(f"{self._label.text()}: {box.text()}")

    def explicit_changed(self) -> None:
        if self.explicit():
            self.set_values(())

    def _ticked(self, value: str) -> None:
        if self.box(value).isChecked():
            cleared = [v for v in self.values() if (v == self._alone) != (value == self._alone)]
            for other in cleared:
                self.box(other).setChecked(False)
        self.choose_explicit(None)
        self.changed.emit()
