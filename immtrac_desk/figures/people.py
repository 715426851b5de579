"""The people of a report: each client with their acts, at the site that is asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.client import Client
from immtrac_desk.figures.cross import Counted
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.standing import Standing
from immtrac_desk.law.status import derive


@dataclass(frozen=True, slots=True)
class Told:
    """A client and everything that happened to their consents, in any order."""

    client: Client
    acts: Sequence[Act]

    def standing(self, on: date, law: LawSettings) -> Standing:
        """Return where the client stands on a day."""
        return derive(self.client.born_on, self.acts, on, law)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days of a report, both included, and the day on which it is asked.

    Nothing is known beyond `today`: what lies later is counted as it stands then.
    """

    first: date
    last: date
    today: date

    @property
    def end(self) -> date:
        """The last day of the period on which anything can be known."""
        return min(self.last, self.today)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def counted(
    one: Told, on: date | None = None, what: str = "", due: date | None = None, alarm: str = ""
) -> Counted:
    """Return a client as something that was counted."""
    client = one.client
    return Counted(
        client_id=client.id, on=on, what=what, site_id=client.site_id, due=due, alarm=alarm
    )
