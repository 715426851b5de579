"""Staff activity: lines of the book by person and month, and what they were. No client is named."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.figures.cross import Counted, Cross, cross, month_of, months_of
from immtrac_desk.figures.people import Period

LOOKING = frozenset(
    {"vault_opened", "client_looked_at", "right_refused", "loud_entry_seen", "form_kept"}
)
"""Lines that are no work: opening, looking, being refused, half-typed forms."""

MOST_ACTS = 10
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the book: who, on which local day, what; the site of what it is about."""

    actor: str
    on: date
    at: datetime
    act: str
    site_id: OrganizationId | None


def staff(lines: Iterable[Line], period: Period) -> tuple[Cross, ...]:
    """Return two tables: people by month, and acts by person."""
    work = [one for one in lines if period.holds(one.on) and one.act not in LOOKING]
    people = sorted({one.actor for one in work}, key=str.casefold)
    months = months_of(period.first, period.last)
    by_month = ((one.actor, month_of(one.on), _counted(one)) for one in work)
    shown, columns = _often(work)
    by_act = ((one.actor, one.act if one.act in shown else OTHER, _counted(one)) for one in work)
    return (
        cross("staff", people, months, by_month),
        cross("staff_acts", people, columns, by_act),
    )


def _often(work: Sequence[Line]) -> tuple[frozenset[str], tuple[str, ...]]:
    often = Counter(one.act for one in work)
    ranked = sorted(often, key=lambda act: (-often[act], act))
    shown = tuple(ranked[:MOST_ACTS])
    return frozenset(shown), (*shown, OTHER) if len(ranked) > len(shown) else shown


def _counted(one: Line) -> Counted:
    return Counted(name=one.actor, on=one.on, at=one.at, what=one.act, site_id=one.site_id)
