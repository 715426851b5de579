"""DT-13: the agreement in force, and how soon it is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.agreement import AgreementState, SiteAgreement
from immtrac_desk.domain.organization import Organization
from immtrac_desk.law.agreement_dates import due_date
from immtrac_desk.law.agreement_triggers import Trigger
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import first_row, row


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """One site, parent or sub-site: each has its own agreement and row."""

    organization: Organization
    agreement: SiteAgreement | None
    """The last approved one, as `agreement_on` chooses it."""
    triggers: tuple[Trigger, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementVerdict:
    """`days_left` counts to `due` and is negative after it; both None where nothing was approved.

    With an open trigger the due date stands beside it.
    """

    state: AgreementState
    row: str
    citation: str
    mark: str
    due: date | None = None
    days_left: int | None = None
    triggers: tuple[Trigger, ...] = ()


def in_force(facts: AgreementFacts, on: date, settings: LawSettings) -> AgreementVerdict:
    """Return the state of the agreement in force on `on` (DT-13)."""
    closed_on, agreement = facts.organization.closed_on, facts.agreement
    due = None
    if agreement is not None and _begun(agreement, on):
        months = settings.agreement_period_months
        due = due_date(agreement.approved_on, agreement.due_on, months)
    closed = closed_on is not None and closed_on <= on
    return _verdict(due, on, closed=closed, open_triggers=facts.triggers)


def due_only(approved_on: date, on: date, months: int | None = None) -> AgreementVerdict:
    """Return the state by the dates alone; `months` None: the period is the default's (OQ-35)."""
    period = LawSettings().agreement_period_months if months is None else months
    due = due_date(approved_on, None, period) if approved_on <= on else None
    return _verdict(due, on, closed=False, open_triggers=())


def agreement_on(agreements: Iterable[SiteAgreement], on: date) -> SiteAgreement | None:
    """Return the one in force on `on` among those of one site: the last that had begun."""
    begun = [one for one in agreements if _begun(one, on)]
    return max(begun, key=lambda one: (one.since, one.entered_at), default=None)


def _begun(agreement: SiteAgreement, on: date) -> bool:
    """True from the approval on; where only a due date is known, it was approved before."""
    return agreement.approved_on is None or agreement.approved_on <= on


def _verdict(
    due: date | None, on: date, *, closed: bool, open_triggers: tuple[Trigger, ...]
) -> AgreementVerdict:
    days_left = None if due is None else (due - on).days
    left = "none" if days_left is None else _left(days_left, on)
    told: dict[str, str | bool] = {
        "closed": closed,
        "approved": due is not None,
        "left": left,
        "changed": bool(open_triggers),
    }
    found = first_row("DT-13", told, on)
    return AgreementVerdict(
        state=AgreementState(found.text("state")),
        row=found.id,
        citation=found.citation,
        mark=found.mark,
        due=due,
        days_left=days_left,
        triggers=open_triggers if due is not None else (),
    )


def _left(days: int, on: date) -> str:
    if days < 0:
        return "past"
    if days <= int(row("DT-13.5", on).then["days"]):
        return "now"
    return "soon" if days <= int(row("DT-13.6", on).then["days"]) else "later"
