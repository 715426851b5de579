"""The picture of the next 24 months, with the day in hand said beneath it."""

from typing import TYPE_CHECKING

from ui.presenters.agreement_timeline import MONTHS, TimelinePresenter
from ui.shell.house import House
from ui.widgets.card import Card
from ui.widgets.months import Bead, Lane, Months
from ui.widgets.words import Said, plain
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.domain.ids import OrganizationId


class AgreementTimeline(Card):
    """`read` shows one site, or all of them; it says so where nothing is ahead."""

    def __init__(self, house: House) -> None:
        super().__init__(space=8)
        self._house = house
        self._about: OrganizationId | None = None
        self.months = Months()
        self.said = plain(role="muted")
        self.empty = Said("timeline.empty", role="muted")
        self.months.picked.connect(self.said.setText)
        self.add(Said("timeline.title", role="section"), self.months, self.said, self.empty)

    def read(self, organization_id: "OrganizationId | None" = None) -> None:
        """Draw the months from today on."""
        self._about = organization_id
        found = TimelinePresenter(self._house.desk, tr).lanes(organization_id)
        lanes = [
            Lane(label, tuple(Bead(line.on, line.tone, line.words) for line in lines))
            for label, lines in found
        ]
        self.months.show_lanes(lanes, self._house.today(), MONTHS)
        self.months.setAccessibleName(tr.say("timeline.title"))
        self.said.setText(tr.say("timeline.hint"))
        self.months.setVisible(bool(lanes))
        self.said.setVisible(bool(lanes))
        self.empty.setVisible(not lanes)

    def retell(self) -> None:
        """The language turned."""
        self.read(self._about)
