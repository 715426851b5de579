"""DSHS answered: the application came back, or was refused (DT-12)."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.agreement import ApplicationState, ApplicationStep, StepKind
from immtrac_desk.domain.ids import ApplicationId
from immtrac_desk.services.application_file import (
    ApplicationFile,
    enter_step,
    need_state,
    open_application,
    refuse_day,
    told,
)
from immtrac_desk.services.application_send import need_reason
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.store.unit_of_work import UnitOfWork

_WAITING = frozenset({ApplicationState.SUBMITTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredApplication:
    """What DSHS said on `on`, and why: the reason is mandatory."""

    application_id: ApplicationId
    on: date
    reason: str


def application_returned(
    command: AnsweredApplication, uow: UnitOfWork, occasion: Occasion
) -> Outcome[ApplicationStep]:
    """DSHS sent it back: the sent date is cleared and stays in the history.

    Raises RefusedError `application.not_sent`; InputError `date.*`, `reason.missing`.
    """
    return _answered(StepKind.RETURNED, command, uow, occasion)


def application_refused(
    command: AnsweredApplication, uow: UnitOfWork, occasion: Occasion
) -> Outcome[ApplicationStep]:
    """DSHS refused it (DT-12.2). Raises as `application_returned`."""
    return _answered(StepKind.REFUSED, command, uow, occasion)


def waiting_since(file: ApplicationFile, on: date, occasion: Occasion) -> date:
    """Return the sent date of an application that waits for an answer given on `on`.

    Raises RefusedError `application.not_sent`; InputError `date.future`, `date.before_sending`.
    """
    verdict = need_state(file, _WAITING, "application.not_sent", occasion)
    sent_on = verdict.sent_on
    assert sent_on is not None  # a submitted application has a sent date
    refuse_day(on, sent_on, "on", "date.before_sending", occasion.today)
    return sent_on


def _answered(
    kind: StepKind, command: AnsweredApplication, uow: UnitOfWork, occasion: Occasion
) -> Outcome[ApplicationStep]:
    file = open_application(command.application_id, uow, occasion)
    sent_on = waiting_since(file, command.on, occasion)
    reason = need_reason(command.reason)
    # the day it had been sent is kept with the answer that cleared it
    step = enter_step(
        file, kind, command.on, uow, occasion, reason=reason, sent_on=sent_on.isoformat()
    )
    return told(file, step, occasion, on=command.on.isoformat(), reason=reason)
