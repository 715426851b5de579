"""The picture of the next 24 months, with the day in hand said beneath it."""

from typing import TYPE_CHECKING

from shiboken6 import isValid

from immtrac_desk.errors import DeskError
from ui import background
from ui.presenters.agreement_timeline import MONTHS, TimelinePresenter
from ui.shell.house import House
from ui.widgets.card import Card
from ui.widgets.months import Bead, Lane, Months
from ui.widgets.words import Said, plain
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk.agreement_pictures import TimeMark
    from immtrac_desk.domain.ids import OrganizationId


class AgreementTimeline(Card):
    """`read` shows one site, or all of them; it says so where nothing is ahead."""

    def __init__(self, house: House) -> None:
        super().__init__(space=8)
        self._house = house
        self._running: background.Running | None = None
        self._marks: tuple[TimeMark, ...] = ()
        self.months = Months()
        self.said = plain(role="muted")
        self.empty = Said("timeline.empty", role="muted")
        self.months.picked.connect(self.said.setText)
        self.add(Said("timeline.title", role="section"), self.months, self.said, self.empty)

    def read(self, organization_id: "OrganizationId | None" = None) -> None:
        """Ask for the months from today on, off the event loop, and draw them."""
        if self._running is not None:
            self._running.cancel()
        presenter = TimelinePresenter(self._house.desk, tr)
        self._running = background.run(
            lambda: presenter.read(organization_id), self._show, self._failed
        )

    def retell(self) -> None:
        """The language turned."""
        self._show(self._marks)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._house.refuse(error)

    def _show(self, marks: "tuple[TimeMark, ...]") -> None:
        if not isValid(self):
            return
        self._marks = marks
        found = TimelinePresenter(self._house.desk, tr).lanes(marks)
        lanes = [
            Lane(label, tuple(Bead(line.on, line.tone, line.words) for line in lines))
            for label, lines in found
        ]
        # The last of the months has days of this month too: it is one column more.
        self.months.show_lanes(lanes, self._house.today(), MONTHS + 1)
        self.months.setAccessibleName(tr.say("timeline.title"))
        self.said.setText(tr.say("timeline.hint"))
        self.months.setVisible(bool(lanes))
        self.said.setVisible(bool(lanes))
        self.empty.setVisible(not lanes)
