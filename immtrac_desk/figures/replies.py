"""What the registry answered: its codes, month by month, each thing once (DT-24)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.answer import AnswerItem
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.figures.cross import Counted, Cross, cross, month_of, months_of
from immtrac_desk.figures.people import Period

MOST_CODES = 8
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Came:
    """One thing in an answer, the day it came, and the site it is counted to."""

    item: AnswerItem
    on: date
    site_id: OrganizationId | None


def replies(came: Iterable[Came], period: Period) -> tuple[Cross, ...]:
    """Return one table: months by code, the most frequent codes first, the rest together."""
    within = [one for one in came if period.holds(one.on)]
    often = Counter(one.item.code for one in within)
    ranked = sorted(often, key=lambda code: (-often[code], code))
    shown = ranked[:MOST_CODES]
    columns = (*shown, OTHER) if len(ranked) > len(shown) else tuple(shown)
    known = frozenset(shown)
    found = (
        (
            month_of(one.on),
            one.item.code if one.item.code in known else OTHER,
            Counted(
                client_id=one.item.client_id,
                name=one.item.ref,
                on=one.on,
                what=one.item.code,
                site_id=one.site_id,
            ),
        )
        for one in within
    )
    return (cross("responses", months_of(period.first, period.last), columns, found),)
