"""The state of a dose: what DT-19 asks of it, what was done, and what the registry answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from immtrac_desk.domain.answer import AnswerItem, ItemState
from immtrac_desk.domain.dose import Dose, DoseState, DoseStep, DoseStepKind
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import DoseId
from immtrac_desk.law.answer_state import BY_HAND, ItemVerdict, rejects
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.reporting import DoseFacts, DoseKind, DueState, Duty, Held, report_due
from immtrac_desk.law.response_codes import ResponseCode
from immtrac_desk.law.tables import row
from immtrac_desk.vaccines import plain_cvx

ANSWERED_WITHIN = timedelta(30)
"""A fault of consent names no dose: it is about those reported so shortly before it (house)."""

_HISTORY = "DT-19.12"
_NOW = {"no": DoseState.NOT_DUE, "search-first": DoseState.SEARCH_FIRST, "yes": DoseState.WAITING}
_STILL_RUNS = frozenset(
    {DoseState.WAITING, DoseState.SEARCH_FIRST, DoseState.REJECTED, DoseState.TO_RESEND}
)


@dataclass(frozen=True, slots=True)
class Rejection:
    """An item that rejects a dose, where it stands now."""

    verdict: ItemVerdict

    def is_open(self) -> bool:
        return self.verdict.state is ItemState.OPEN

    def waits_since(self, reported_at: datetime) -> bool:
        """True if nothing was reported since it was settled.

        One that was closed by hand asks only for a report after the answer: whoever closed it may
        have reported the dose before.
        """
        settled = self.verdict.said_at if self.verdict.by == BY_HAND else self.verdict.at
        return settled is not None and settled > reported_at


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseFactsRead:
    """A dose with everything its state depends on, read at one moment.

    `steps` as entered, `rejections` every item that rejects it; `event` the one that it names.
    """

    dose: Dose
    born_on: date
    died_on: date | None = None
    consent: Held = Held.UNKNOWN
    event: DisasterEvent | None = None
    steps: Sequence[DoseStep] = ()
    rejections: Sequence[Rejection] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseVerdict:
    """`row` and `citation` are those of the duty (DT-19); `reported` the report that stands."""

    state: DoseState
    duty: Duty
    due_state: DueState
    row: str
    citation: str
    reported: DoseStep | None = None


def dose_state(facts: DoseFactsRead, on: date, settings: LawSettings) -> DoseVerdict:
    """Return what a dose waits for on `on`, and by when."""
    duty = duty_of(facts, on, settings)
    steps = standing(facts.steps)
    reported = last_report(steps)
    state = _done(facts, steps, reported) or _NOW[duty.must_report]
    return DoseVerdict(
        state=state,
        duty=duty,
        due_state=duty.state(on) if state in _STILL_RUNS else DueState.PLAIN,
        row=duty.row,
        citation=duty.citation,
        reported=reported,
    )


def duty_of(facts: DoseFactsRead, on: date, settings: LawSettings) -> Duty:
    """Return DT-19 for a dose. A history given elsewhere has no clock of ours (DT-19.12).

    An impossible day, such as one that a corrected birth date has made so, is a finding elsewhere
    and no reason to say nothing here.
    """
    dose = facts.dose
    if dose.historical:
        told = row(_HISTORY, on)
        return Duty("no", None, told.id, told.citation, told.mark == "confirmed")
    inside = in_event(dose, facts.event)
    asked = DoseFacts(
        born_on=min(facts.born_on, dose.given_on),
        given_on=dose.given_on,
        kind=DoseKind.DISASTER if inside else DoseKind.STANDARD,
        consent=facts.consent,
        responder=dose.responder_asks,
        report_days=facts.event.report_days if inside and facts.event else None,
    )
    return report_due(asked, max(on, dose.given_on), settings)


def in_event(dose: Dose, event: DisasterEvent | None) -> bool:
    """True if vaccine and day of a dose lie in the event; one that names no vaccines takes all."""
    if event is None or not active(event, dose.given_on):
        return False
    vaccines = {plain_cvx(cvx) for cvx in event.vaccines}
    return not vaccines or plain_cvx(dose.cvx) in vaccines


def active(event: DisasterEvent, on: date) -> bool:
    """True on the days of an event, the first and the last included."""
    return event.started_on <= on and (event.ended_on is None or on <= event.ended_on)


def standing(steps: Sequence[DoseStep]) -> tuple[DoseStep, ...]:
    """Return the steps that were not undone, without the marks that say so."""
    undone = {step.reverses for step in steps if step.kind is DoseStepKind.UNDONE}
    return tuple(s for s in steps if s.id not in undone and s.kind is not DoseStepKind.UNDONE)


def last_report(steps: Sequence[DoseStep]) -> DoseStep | None:
    """Return the last report among standing steps, None where there is none."""
    return next((s for s in reversed(steps) if s.kind is DoseStepKind.REPORTED), None)


def about(
    item: AnswerItem,
    verdict: ItemVerdict,
    code: ResponseCode,
    reported: Mapping[DoseId, datetime],
) -> frozenset[DoseId]:
    """Return which doses of its client an item rejects.

    `reported` is when each of the client's doses was last reported before the answer. An item of
    one dose rejects that one. A fault of consent (DT-24.3) names none: it rejects those reported in
    the thirty days before, and where there are none, those reported last.
    """
    if not rejects(code, item.severity):
        return frozenset()
    if verdict.dose_id is not None:
        return frozenset({verdict.dose_id})
    if not code.by_client or not reported:
        return frozenset()
    near = {d for d, at in reported.items() if verdict.said_at - at <= ANSWERED_WITHIN}
    last = max(reported.values()).date()
    return frozenset(near or {d for d, at in reported.items() if at.date() == last})


def _done(
    facts: DoseFactsRead, steps: Sequence[DoseStep], reported: DoseStep | None
) -> DoseState | None:
    """What steps and answers make of a dose; None where nothing was done yet."""
    if any(step.kind is DoseStepKind.VOIDED for step in steps):
        return DoseState.VOIDED
    if steps and steps[-1].kind is DoseStepKind.SET_ASIDE:
        return DoseState.SET_ASIDE
    if reported is None:
        return None
    if any(one.is_open() for one in facts.rejections):
        return DoseState.REJECTED
    corrected = facts.dose.version > 1 and facts.dose.entered_at > reported.at
    if corrected or any(one.waits_since(reported.at) for one in facts.rejections):
        return DoseState.TO_RESEND
    return DoseState.REPORTED
