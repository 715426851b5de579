"""Dates of the agreement: when it is due, its reminders, and the rows beside it (DT-13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.organization import Organization
from immtrac_desk.errors import InputError
from immtrac_desk.law.age import add_months
from immtrac_desk.law.tables import row


@dataclass(frozen=True, slots=True)
class Rung:
    """One reminder: `days` before the due date, which is the day `on`."""

    days: int
    on: date


def due_date(approved_on: date | None, typed_due_on: date | None, months: int) -> date:
    """Return the day typed from DSHS, else approval and period, clamped to the month's end.

    InputError `agreement.date_missing` where neither day is known.
    """
    if typed_due_on is not None:
        return typed_due_on
    if approved_on is None:
        raise InputError("agreement.date_missing", "approved_on")
    return add_months(approved_on, months)


def rungs(due: date, ladder: Sequence[int]) -> tuple[Rung, ...]:
    """Return every reminder of `ladder` (days before `due`), the earliest first (DT-13.ladder)."""
    days = sorted({one for one in ladder if 0 < one < due.toordinal()}, reverse=True)
    return tuple(Rung(one, due - timedelta(one)) for one in days)


def latest_rung(due: date, ladder: Sequence[int], on: date) -> Rung | None:
    """Return the last reminder that has come by `on`: the missed ones collapse into it."""
    come = [rung for rung in rungs(due, ladder) if rung.on <= on]
    return come[-1] if come else None


def next_rung(due: date, ladder: Sequence[int], on: date) -> Rung | None:
    """Return the first reminder after `on`, None when all have come."""
    return next((rung for rung in rungs(due, ladder) if rung.on > on), None)


def tvfc_due(organization: Organization, on: date = date.max) -> date | None:
    """Return when the vaccine program's own agreement is due: typed, else a year from enrollment.

    None for a site that does not take part, or of which no day is known (DT-13.tvfc, OQ-45).
    `on` chooses the version of the row.
    """
    if organization.tvfc is False:
        return None
    if organization.tvfc_due_on is not None or organization.tvfc_enrolled_on is None:
        return organization.tvfc_due_on
    return add_months(organization.tvfc_enrolled_on, int(row("DT-13.tvfc", on).then["months"]))


def director_due(changed_on: date) -> date:
    """Return the last day to tell DSHS of a new medical director (DT-13.director)."""
    return changed_on + timedelta(int(row("DT-13.director", changed_on).then["days"]))


def assess_period(approved_on: date | None, due_on: date | None, on: date) -> tuple[Finding, ...]:
    """Return what is wrong with an approval and a typed due date, today being `on`."""
    found = []
    if approved_on is None and due_on is None:
        found.append(_wrong("agreement.date_missing", "approved_on", on))
    if approved_on is not None and approved_on > on:
        found.append(_wrong("agreement.approved_in_future", "approved_on", on))
    if approved_on is not None and due_on is not None and due_on < approved_on:
        found.append(_wrong("agreement.due_before_approval", "due_on", on))
    return tuple(found)


def _wrong(code: str, field: str, on: date) -> Finding:
    found = row("DT-13.due", on)
    return Finding(code=code, field=field, row=found.id, citation=found.citation)
