"""Note that a signed application was typed into the portal, or that the clinic gave it up."""

from dataclasses import dataclass, field
from datetime import date

from immtrac_desk.domain.agreement import ApplicationState, ApplicationStep, StepKind
from immtrac_desk.domain.ids import ApplicationId
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.law.application_state import EDITABLE
from immtrac_desk.services.agreement_files import keep_file
from immtrac_desk.services.application_file import (
    enter_step,
    need_state,
    open_application,
    refuse_day,
    told,
)
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.store.unit_of_work import UnitOfWork

_SENDABLE = frozenset({ApplicationState.SIGNED_NOT_SENT})
_OPEN = EDITABLE | {ApplicationState.SUBMITTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class SendApplication:
    """`sent_by` is who typed it into the portal; `confirmation` a file that shows it."""

    application_id: ApplicationId
    sent_on: date
    sent_by: str
    confirmation_no: str = ""
    confirmation: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AbandonApplication:
    """`reason` is mandatory."""

    application_id: ApplicationId
    reason: str


def send_application(
    command: SendApplication, uow: UnitOfWork, occasion: Occasion
) -> Outcome[ApplicationStep]:
    """Record the day it was sent; from then it is not edited (DT-12.4).

    Raises RefusedError `application.not_signed`; InputError `date.future`,
    `date.before_signature` beside `sent_on`, `application.sent_by` beside `sent_by`, `attach.*`.
    """
    file = open_application(command.application_id, uow, occasion)
    verdict = need_state(file, _SENDABLE, "application.not_signed", occasion)
    signed_on = file.signed.on if file.signed else None
    refuse_day(command.sent_on, signed_on, "sent_on", "date.before_signature", occasion.today)
    sent_by = clean(command.sent_by, "sent_by")
    if not sent_by:
        raise InputError("application.sent_by", "sent_by")
    number = clean(command.confirmation_no, "confirmation_no")
    attached = keep_file(file, "confirmation", command.confirmation, uow, occasion)
    step = enter_step(
        file,
        StepKind.SENT,
        command.sent_on,
        uow,
        occasion,
        sent_by=sent_by,
        confirmation_no=number,
        file=attached.value,
    )
    done = told(file, step, occasion, row=verdict.row, on=command.sent_on.isoformat())
    return Outcome(step, (*done.entries, *attached.entries), done.changes)


def abandon_application(
    command: AbandonApplication, uow: UnitOfWork, occasion: Occasion
) -> Outcome[ApplicationStep]:
    """Give an application up (DT-12.3): it and its papers stay in the history.

    Raises RefusedError `application.ended`, InputError `reason.missing`.
    """
    file = open_application(command.application_id, uow, occasion)
    need_state(file, _OPEN, "application.ended", occasion)
    reason = need_reason(command.reason)
    step = enter_step(
        file, StepKind.ABANDONED, occasion.today, uow, occasion, reason=reason
    )  # fmt: skip
    return told(file, step, occasion, row="DT-12.3", reason=reason)


def need_reason(text: str) -> str:
    """Return a reason tidied. Raises InputError `reason.missing`."""
    reason = clean(text, "reason")
    if not reason:
        raise InputError("reason.missing", "reason")
    return reason
