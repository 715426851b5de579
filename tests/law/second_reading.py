"""DT-12 to DT-18 worked out a second time from the words of the tables, without the law's modules.

Plain values in and out, so that whoever knows the tables can read it beside them.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(1)


def after(day: date, months: int) -> date:
    """The same day so many months on; where that month has no such day, its last one."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(number, day.day))
        except ValueError:
            continue
    raise AssertionError


class Sent(NamedTuple):
    """What the steps of an application leave standing."""

    approved: bool
    refused: bool
    abandoned: bool
    sent_on: date | None
    signed: bool
    returned: bool


def course(steps: Iterable[tuple[str, date]]) -> Sent:
    approved = refused = abandoned = signed = returned = False
    sent_on: date | None = None
    for what, on in steps:
        approved = approved or (what == "approved" and sent_on is not None)
        refused = refused or what == "refused"
        abandoned = abandoned or what == "abandoned"
        signed = what == "signed" or (signed and what != "signature dropped")
        returned = what == "returned" or (returned and what != "sent")
        sent_on = on if what == "sent" else None if what == "returned" else sent_on
    return Sent(approved, refused, abandoned, sent_on, signed, returned)


def application_row(told: Sent, missing: bool, valid: bool) -> int:
    """The row of DT-12."""
    columns = (
        told.approved,
        told.refused,
        told.abandoned,
        told.sent_on is not None,
        missing,
        not (told.signed and valid),
        True,
    )
    return columns.index(True) + 1


def is_amber(told: Sent, row: int, on: date) -> bool:
    return row == 4 and told.sent_on is not None and on >= told.sent_on + 31 * DAY


def agreement_row(closed: bool, due: date | None, changed: bool, on: date) -> int:
    """The row of DT-13; no due date: nothing was ever approved."""
    if closed:
        return 1
    if due is None:
        return 2
    if on > due:
        return 3
    if changed:
        return 4
    if on >= due - 30 * DAY:
        return 5
    return 6 if on >= due - 90 * DAY else 7


def rung_on(due: date, ladder: Collection[int], on: date) -> int | None:
    """The reminder that is shown: walk back day by day to the last one that came."""
    day = on
    while day >= due - max(ladder, default=0) * DAY:
        if day < due and (due - day).days in ladder:
            return (due - day).days
        day -= DAY
    return None


class Held(NamedTuple):
    """A role of somebody at one site, both days included."""

    who: str
    role: str
    first: date
    last: date | None

    def on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


Changes = Iterator[tuple[str, str, date]]
"""What changed, who it is, and since when."""


def roster_changes(
    group: Collection[str],
    carried: Collection[str],
    roles: Sequence[Held],
    approved: date,
    on: date,
) -> tuple[list[tuple[str, date]], list[tuple[str, date]]]:
    """Who came to a group of roles since it was carried, and who left it, and since when.

    Somebody is there since the first of the days in a row that lead up to today; gone since the
    day after the last one; of whom no day is known, since the approval.
    """

    def there(day: date) -> set[str]:
        return {one.who for one in roles if one.role in group and one.on(day)}

    come, gone = [], []
    earliest = min((one.first for one in roles), default=on)
    for who in sorted(there(on) - set(carried)):
        day = on
        while who in there(day - DAY):
            day -= DAY
        come.append((who, day))
    for who in sorted(set(carried) - there(on)):
        day = on
        while day >= earliest and who not in there(day - DAY):
            day -= DAY
        gone.append((who, day if day >= earliest else approved))
    return come, gone


MEDICAL = ("MD", "DO", "NP", "APN", "PA", "CNM", "RPh")
SIGNERS = {"medical": (1, MEDICAL), "lhd": (1, MEDICAL), "pharmacy": (2, ("RPh", "PharmD"))}
"""DT-14: the row of a kind and its titles; every other kind is row 3, with any title."""


def signer_warnings(kind: str, title: str, listed: bool, licence: bool) -> set[str]:
    row, titles = SIGNERS.get(kind, (3, ()))
    warned = set()
    if not title:
        warned.add("signer.no_title")
    elif row != 3 and title not in titles:
        warned.add("signer.title_not_listed")
    if row == 1 and not listed:
        warned.add("signer.not_a_prescriber")
    if row != 3 and not licence:
        warned.add("signer.no_licence")
    return warned


def check_digit(nine: str) -> str:
    """The tenth digit of an NPI: Luhn's sum over 80840 and the nine, by the table of doubles."""
    doubles = "0246813579"
    digits = "80840" + nine
    total = sum(
        int(doubles[int(digit)] if place % 2 == 0 else digit)
        for place, digit in enumerate(reversed(digits))
    )
    return str(-total % 10)


ALLOWED = {
    "provider": "treatment",
    "health-department": "public-health",
    "school": "enrolled",
    "child-care": "enrolled",
    "custody-agency": "custody",
    "payor": "covered",
    "responder-employer": "responder-consent",
    "exchange": "relay",
    "other-state": "disaster",
    "state-agency": "disaster",
    "individual": "self",
    "researcher": "statistics",
}
"""DT-17 rows 1 to 12: who may see a record, and the one purpose for which."""
RELEASED = ("CONSENTED_ADULT", "CONSENTED_MINOR")
"""DT-5: of every status, the two whose records are released; the second no longer an adult's."""


def may_see(entity: str, purpose: str, adult: bool | None, status: str) -> bool:
    released = status in RELEASED and not (adult and status == "CONSENTED_MINOR")
    allowed = ALLOWED.get(entity) == purpose and released
    return allowed and (entity != "child-care" or adult is False)


def access_row(entity: str, purpose: str) -> int:
    """Row 13 is whoever brings a subpoena or decides about a job, and employers and courts."""
    if purpose in ("subpoena", "employment") or entity in ("employer", "court"):
        return 13
    return 14 if entity == "correctional" else list(ALLOWED).index(entity) + 1


def breach_days(
    affected: int, texans: int, discovered: date, determined: date | None
) -> dict[int, date | None]:
    """DT-18: each row that applies, and the last day to tell. Texans live in one state."""
    told: dict[int, date | None] = {}
    if affected > 0:
        told[1] = discovered + 60 * DAY
        told[2 if affected >= 500 else 3] = (
            told[1] if affected >= 500 else date(discovered.year + 1, 1, 1) + 59 * DAY
        )
    if texans >= 250:
        told[4] = determined and determined + 30 * DAY
    if texans > 500:
        told[5] = discovered + 60 * DAY
    return told
