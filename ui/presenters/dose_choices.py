"""What a dose can be made of: vaccines, makers, routes, codes that fit the age, prescribers."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import OrganizationId, PersonId
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.registry_pictures import Coded, Vaccine
    from immtrac_desk.domain.event import DisasterEvent
    from immtrac_desk.domain.site_person import SitePerson

Named = tuple[tuple[str, str], ...]
"""A value, and what is shown for it."""


class DoseChoices:
    """The lists of one client's dose, said in the language in force."""

    def __init__(self, desk: "Desk", tr: Wording, born_on: date) -> None:
        self._desk, self._tr, self._born_on = desk, tr, born_on
        self._people: dict[tuple[date, OrganizationId | None], tuple[SitePerson, ...]] = {}
        self._events: dict[date, tuple[DisasterEvent, ...]] = {}
        """Read once for a day: they are asked for at every keystroke."""

    def vaccines(self) -> Named:
        """Every vaccine of our table, its code first, so that either can be typed. Those with a
        trade name go before those that are only met in old records."""
        known = sorted(self._desk.doses.all_vaccines(), key=lambda one: not one.trade_names)
        return tuple((one.cvx, self._vaccine(one)) for one in known)

    def trade_names(self, cvx: str) -> Named:
        """The trade names of a vaccine."""
        vaccine = self._desk.doses.vaccine(cvx)
        return tuple((trade, trade) for trade, _ in vaccine.trade_names) if vaccine else ()

    def maker_of(self, cvx: str, trade: str) -> str:
        """The manufacturer's code behind a trade name; "" where our table has none."""
        vaccine = self._desk.doses.vaccine(cvx)
        return dict(vaccine.trade_names).get(trade, "") if vaccine else ""

    def manufacturers(self) -> Named:
        return tuple(
            (one.mvx, f"{one.mvx} · {one.name}") for one in self._desk.doses.manufacturers()
        )

    def routes(self) -> Named:
        return self._words(self._desk.doses.routes())

    def body_sites(self) -> Named:
        return self._words(self._desk.doses.body_sites())

    def eligibility(self, given_on: date) -> Named:
        """Only the codes that fit the age on that day (DT-23)."""
        groups = self._desk.doses.eligibility_codes(self._born_on, given_on)
        codes = (code for group in groups for code in group.codes)
        return tuple((code, self._tr.say(f"eligibility.{code}")) for code in codes)

    def prescribers(self, given_on: date, at: OrganizationId | None = None) -> Named:
        """Who may prescribe at the site, or at any, on that day, by the agreement's own list."""
        if (given_on, at) not in self._people:
            self._people[given_on, at] = self._desk.doses.prescribers(given_on, at)
        people = self._people[given_on, at]
        return tuple((PersonId(one.id), _named(one.shown, one.title)) for one in people)

    def events(self, given_on: date) -> Named:
        """The disasters that were active on that day, and that it is none of them."""
        if given_on not in self._events:
            self._events[given_on] = self._desk.doses.events(given_on)
        found = self._events[given_on]
        none = ("", self._tr.say("dose_room.no_event"))
        return (none, *((one.id, one.name) for one in found)) if found else ()

    def sites(self) -> Named:
        """The sites of the clinic, where there are several."""
        found = self._desk.roster.organizations()
        return tuple((one.id, one.name) for one in found) if len(found) > 1 else ()

    def _vaccine(self, one: "Vaccine") -> str:
        """`115 · Tdap (Boostrix, Adacel)`: found by any part of it."""
        trades = ", ".join(trade for trade, _ in one.trade_names)
        name = f"{one.cvx} · {one.said(self._tr.language)}"
        return f"{name} ({trades})" if trades else name

    def _words(self, coded: "Iterable[Coded]") -> Named:
        language = self._tr.language
        return tuple((one.code, f"{one.code} · {one.said(language)}") for one in coded)


def _named(name: str, title: str) -> str:
    return f"{name}, {title}" if title else name
