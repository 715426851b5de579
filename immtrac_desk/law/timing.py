"""DT-4: the minor consent against the 18th birthday, and how urgent an unaffirmed paper is."""

from dataclasses import dataclass
from datetime import date, timedelta

from immtrac_desk.domain.finding import Finding
from immtrac_desk.law.age import majority
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import Row, first_row, row

PLAIN, AMBER, RED = "plain", "amber", "red"


@dataclass(frozen=True, slots=True)
class TimingVerdict:
    """`result`: valid, waiting, too_late, invalid, refuse_future, refuse_before_birth or
    refuse_turned_18; `alarm`: plain, amber or red (only `waiting` is ever more than plain)."""

    row: str
    result: str
    alarm: str
    citation: str
    mark: str


def minor_consent(
    born_on: date,
    signed_on: date | None,
    in_effect_on: date | None,
    on: date,
    settings: LawSettings,
) -> TimingVerdict:
    """Return what a minor form is worth on the day `on` (DT-4).

    `signed_on` None: printed, not signed. `in_effect_on`: affirm date or receipt by DSHS.
    """
    d = majority(born_on, on, settings)
    effect = in_effect_on if in_effect_on and in_effect_on <= on else None
    late = (effect or on) >= d and settings.late_minor == "too_late"
    found = first_row(
        "DT-4",
        {
            "signed": _signed(signed_on, born_on, d, on),
            "in_effect": "no" if effect is None else ("before_d" if effect < d else "from_d"),
            "late": late,
            "is_minor": on < d,
        },
        on,
    )
    waiting = found.id == "DT-4.7" and signed_on is not None
    alarm = waiting_alarm(born_on, signed_on, on, settings) if signed_on and waiting else PLAIN
    return TimingVerdict(found.id, found.text("result"), alarm, found.citation, found.mark)


def waiting_alarm(born_on: date, signed_on: date, on: date, settings: LawSettings) -> str:
    """Return `plain`, `amber` or `red` for a signed paper that is not in effect (DT-4.7)."""
    d = majority(born_on, on, settings)
    if signed_on < d and on < d and d - on <= timedelta(days=settings.red_days):
        return RED
    return AMBER if on - signed_on > timedelta(days=settings.amber_days) else PLAIN


def assess_signing_date(born_on: date, signed_on: date, on: date) -> tuple[Finding, ...]:
    """Return what is wrong with a signature date on any form, today being `on` (DT-4.5, 4.6)."""
    if signed_on > on:
        return (_dated("date.signed_in_future", "signed_on", row("DT-4.5", on)),)
    if signed_on < born_on:
        return (_dated("date.signed_before_birth", "signed_on", row("DT-4.6", on)),)
    return ()


def assess_effect_date(signed_on: date, in_effect_on: date, on: date) -> tuple[Finding, ...]:
    """Return what is wrong with an affirm or receipt date."""
    if in_effect_on > on:
        return (_dated("date.affirmed_in_future", "affirmed_on", row("DT-4.5", on)),)
    if in_effect_on < signed_on:
        return (_dated("date.affirmed_before_signature", "affirmed_on", row("DT-8.1", on)),)
    return ()


def _signed(signed_on: date | None, born_on: date, d: date, on: date) -> str:
    if signed_on is None:
        return "no"
    if signed_on > on:
        return "future"
    if signed_on < born_on:
        return "before_birth"
    return "before_d" if signed_on < d else "from_d"


def _dated(code: str, field: str, found: Row) -> Finding:
    return Finding(code=code, field=field, row=found.id, citation=found.citation)
