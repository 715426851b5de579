"""DT-12: the state of an application, derived from its steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.agreement import (
    AgreementApplication,
    ApplicationState,
    ApplicationStep,
    StepKind,
)
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import first_row

EDITABLE = frozenset(
    {ApplicationState.DRAFT, ApplicationState.READY_TO_SIGN, ApplicationState.SIGNED_NOT_SENT}
)
"""States in which answers may be changed; in the last one that drops the signature."""
ENDED = frozenset({ApplicationState.APPROVED, ApplicationState.REFUSED, ApplicationState.ABANDONED})
_ANSWERS = {
    StepKind.APPROVED: "approved",
    StepKind.REFUSED: "refused",
    StepKind.ABANDONED: "abandoned",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationVerdict:
    """`amber`: sent, and waiting too long. `returned`: DSHS sent it back and it was not sent again.

    `reason` is that of the return, the refusal or the giving up; `sent_on` None once returned.
    """

    state: ApplicationState
    row: str
    citation: str
    mark: str
    amber: bool = False
    returned: bool = False
    reason: str = ""
    sent_on: date | None = None
    signed: ApplicationStep | None = None
    """The live signature, whoever gave it."""
    answered: ApplicationStep | None = None
    """The step that approved, refused or gave it up."""


def live_steps(steps: Sequence[ApplicationStep]) -> tuple[ApplicationStep, ...]:
    """Return the steps that count, in the order of their entry, without those taken back.

    An undo is no step of its own, and can itself be undone.
    """
    ordered = sorted(steps, key=lambda step: step.at)
    dead: set[str] = set()
    for step in reversed(ordered):
        if step.kind is StepKind.ENTERED_IN_ERROR:
            if step.id not in dead and step.reverses is not None:
                dead.add(step.reverses)
            dead.add(step.id)
    return tuple(step for step in ordered if step.id not in dead)


def application_state(
    application: AgreementApplication,
    steps: Sequence[ApplicationStep],
    missing: bool,
    valid_signature: bool,
    on: date,
    settings: LawSettings,
) -> ApplicationVerdict:
    """Return the state on `on` (DT-12).

    `missing`: a needed answer is missing, by the questions with which it was begun.
    `valid_signature`: the signer of the live signature is valid on the signing day (DT-14).
    """
    own = (one for one in live_steps(steps) if one.application_id == application.id)
    course = _Course([one for one in own if one.on <= on])
    answer = _ANSWERS[course.answered.kind] if course.answered else "none"
    told: dict[str, str | bool] = {
        "answer": answer,
        "sent": course.sent_on is not None,
        "missing": missing,
        "signed": course.signed is not None and valid_signature,
    }
    found = first_row("DT-12", told, on)
    state = ApplicationState(found.text("state"))
    waiting = (on - course.sent_on).days if course.sent_on else 0
    return ApplicationVerdict(
        state=state,
        row=found.id,
        citation=found.citation,
        mark=found.mark,
        amber=state is ApplicationState.SUBMITTED and waiting > settings.application_amber_days,
        returned=course.returned is not None,
        reason=course.reason,
        sent_on=course.sent_on,
        signed=course.signed,
        answered=course.answered,
    )


class _Course:
    """What the live steps leave standing, read in their order."""

    def __init__(self, steps: Sequence[ApplicationStep]) -> None:
        self.signed: ApplicationStep | None = None
        self.sent_on: date | None = None
        self.returned: ApplicationStep | None = None
        self.answered: ApplicationStep | None = None
        for step in steps:
            self._take(step)

    @property
    def reason(self) -> str:
        told = self.answered or self.returned
        return str(told.facts.get("reason", "")) if told else ""

    def _take(self, step: ApplicationStep) -> None:
        if step.kind is StepKind.SIGNED:
            self.signed = step
        elif step.kind is StepKind.SIGNATURE_DROPPED:
            self.signed = None
        elif step.kind is StepKind.SENT:
            self.sent_on, self.returned = step.on, None
        elif step.kind is StepKind.RETURNED:
            self.sent_on, self.returned = None, step
        elif step.kind is StepKind.APPROVED and self.sent_on is None:
            return  # an approval needs a sent date
        elif step.kind in _ANSWERS and not self._stronger(step):
            self.answered = step

    def _stronger(self, step: ApplicationStep) -> bool:
        """True if what stands comes before `step` in the table."""
        if self.answered is None:
            return False
        order = list(_ANSWERS)
        return order.index(self.answered.kind) <= order.index(step.kind)
