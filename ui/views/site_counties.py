"""Several counties: picked one after another, each with the button that takes it away."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.widgets.choice import Option
from ui.widgets.flow import Flow
from ui.widgets.framed import Framed
from ui.widgets.layouts import column, empty
from ui.widgets.pick import Pick
from ui.widgets.words import Button
from ui.wording import tr


class SiteCounties(Framed):
    """`values()` in the order of the alphabet."""

    def __init__(self, code: str, counties: tuple[str, ...], *, name: str = "") -> None:
        super().__init__(code, name=name)
        self._all = counties
        self._picked: tuple[str, ...] = ()
        self.pick = Pick("site_counties.add", typing=True)
        self.pick.changed.connect(self._add)
        self._chips = QWidget()
        self._flow = Flow(self._chips, gap=4)
        body = QWidget()
        body.setLayout(column(self.pick, self._chips, space=6))
        self.adopt(body)
        self._takes_focus = self.pick
        self._show()

    def values(self) -> tuple[str, ...]:
        return self._picked

    def set_values(self, values: tuple[str, ...]) -> None:
        """Show exactly these, without ringing `changed`."""
        if values != self._picked:
            self._picked = values
            self._show()

    def retell(self) -> None:
        super().retell()
        if hasattr(self, "_flow"):
            self._show()

    def _add(self) -> None:
        county = str(self.pick.value())
        if county:
            self._put(tuple(sorted({*self._picked, county})))
            self.pick.setFocus()

    def _put(self, values: tuple[str, ...]) -> None:
        self._picked = values
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        rest = tuple(Option(one, one) for one in self._all if one not in self._picked)
        self.pick.offer(rest)
        self.pick.set_value("")
        empty(self._flow)
        for county in self._picked:
            left = tuple(one for one in self._picked if one != county)
            chip = Button("", partial(self._put, left), kind="toggle")
            chip.show_text(f"{county} ×")
            chip.setAccessibleName(tr.say("site_counties.remove", county=county))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._picked))
