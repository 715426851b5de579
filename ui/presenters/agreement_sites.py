"""All sites in one list: whose agreement is worst comes first; narrowed by name and state."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import AgreementState
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.values import plain_letters
from ui.presenters import agreement_words as words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import SiteLine

URGENCY = (
    AgreementState.OVERDUE,
    AgreementState.CHANGE_DUE,
    AgreementState.DUE_NOW,
    AgreementState.DUE_SOON,
    AgreementState.NONE,
    AgreementState.CURRENT,
    AgreementState.CLOSED,
)
"""The states from the most urgent to the least."""


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One site in words; `cells` stand in the order of the table's columns."""

    id: OrganizationId
    state: AgreementState
    tone: str
    cells: tuple[str, ...]
    folded: str
    """What a filter looks through."""


class SitesPresenter:
    """`read` asks the desk, which may be done off the event loop; `narrow` asks nobody."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self._lines: tuple[SiteLine, ...] = ()
        self._rows: tuple[SiteRow, ...] = ()
        self.rows: tuple[SiteRow, ...] = ()

    def read(self) -> tuple["SiteLine", ...]:
        """Every site as it stands today."""
        return self._desk.agreement.overview()

    def take(self, lines: Sequence["SiteLine"]) -> None:
        """Say these lines, the most urgent first."""
        self._lines = tuple(sorted(lines, key=_urgency))
        self.say_again()

    def say_again(self) -> None:
        """Say every line in the language in force."""
        self._rows = tuple(self._row(line) for line in self._lines)
        self.rows = self._rows

    def narrow(self, text: str, state: str = "") -> tuple[SiteRow, ...]:
        """Keep the sites whose line holds every word of `text`, in `state` if one is given."""
        parts = plain_letters(text).split()
        self.rows = tuple(
            row
            for row in self._rows
            if (not state or row.state.value == state) and all(p in row.folded for p in parts)
        )
        return self.rows

    @property
    def whole(self) -> int:
        """How many sites there are."""
        return len(self._rows)

    def counts(self) -> tuple[tuple[AgreementState, int], ...]:
        """How many sites are in each state that occurs, the most urgent first."""
        found = Counter(row.state for row in self._rows)
        return tuple((state, found[state]) for state in URGENCY if found[state])

    def _row(self, line: "SiteLine") -> SiteRow:
        site, tr = line.organization, self._tr
        application = line.application
        days_left = None if line.state is AgreementState.CLOSED else line.days_left
        cells = (
            site.name or "…",
            tr.say(f"agreement_state.{line.state.value}"),
            words.day_or_nothing(line.due, tr),
            words.countdown(days_left, tr),
            str(line.triggers) if line.triggers else "",
            tr.say(f"application_state.{application.value}") if application else "",
        )
        folded = plain_letters(" ".join((*cells, site.org_code, site.tx_iis_id, site.city)))
        return SiteRow(site.id, line.state, words.TONES[line.state], cells, folded)


def _urgency(line: "SiteLine") -> tuple[int, date, str]:
    return (
        URGENCY.index(line.state),
        line.due or date.max,
        line.organization.name.casefold(),
    )
