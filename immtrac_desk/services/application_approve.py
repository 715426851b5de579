"""DSHS approved: the application becomes the agreement in force, and the record follows it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from immtrac_desk.domain.agreement import SiteAgreement, StepKind
from immtrac_desk.domain.ids import AgreementId, ApplicationId
from immtrac_desk.domain.organization import Answers, AnswerValue
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.law.agreement_dates import assess_period
from immtrac_desk.law.agreement_triggers import IEE_526
from immtrac_desk.law.questions import changed
from immtrac_desk.law.site_people import assess_texts
from immtrac_desk.services.agreement_files import keep_file
from immtrac_desk.services.application_answered import waiting_since
from immtrac_desk.services.application_answers import frozen_answers, tidied, written_back
from immtrac_desk.services.application_file import (
    ApplicationFile,
    changes_of,
    enter_step,
    open_application,
    told,
)
from immtrac_desk.services.application_record import typed_since
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.roster_shape import refuse_errors, refuse_far
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveApplication:
    """`due_on` where DSHS gave a day; code and ID as its e-mail gives them; `file` the PDF."""

    application_id: ApplicationId
    on: date
    due_on: date | None = None
    org_code: str = ""
    tx_iis_id: str = ""
    file: bytes | None = field(default=None, repr=False)


def approve_application(
    command: ApproveApplication, uow: UnitOfWork, occasion: Occasion
) -> Outcome[SiteAgreement]:
    """Put the agreement in force from the approval day (DT-12.1).

    Its answers are written to the site's record, and an IEE-526 from before the signature is
    settled by it. Raises RefusedError `application.not_sent`; InputError `date.*` beside `on`,
    `agreement.due_before_approval` beside `due_on`, `attach.*`.
    """
    file = open_application(command.application_id, uow, occasion)
    waiting_since(file, command.on, occasion)
    refuse_period(command.on, command.due_on, occasion.today)
    answers = _approved(file, command)
    agreement = _agreement(file, answers, command, occasion)
    attached = keep_file(file, "agreement", command.file, uow, occasion)
    step = enter_step(
        file,
        StepKind.APPROVED,
        command.on,
        uow,
        occasion,
        agreement=agreement.id,
        due_on=command.due_on.isoformat() if command.due_on else "",
        file=attached.value,
        version=_write_back(file, answers, command.on, uow, occasion),
        settled=" ".join(_settle_iee_526(file, uow, occasion)),
    )
    uow.agreements.add(agreement)
    done = told(
        file, step, occasion, row="DT-12.1", on=command.on.isoformat(), agreement=agreement.id
    )
    return Outcome(agreement, (*done.entries, *attached.entries), changes_of(file))


def refuse_period(approved_on: date | None, due_on: date | None, today: date) -> None:
    """Raise InputError beside a day: a renewal that ends before it begins (DT-13.due)."""
    for finding in assess_period(approved_on, due_on, today):
        raise InputError(finding.code, finding.field)
    refuse_far(approved_on=approved_on, due_on=due_on)


def _approved(file: ApplicationFile, command: ApproveApplication) -> dict[str, AnswerValue]:
    """Return the answers with what the e-mail gives; the application stays as it was signed."""
    given = {"org_code": command.org_code, "tx_iis_id": command.tx_iis_id}
    typed = {name: clean(text, name, 40) for name, text in given.items()}
    refuse_errors(assess_texts(typed))
    codes = {name: text for name, text in typed.items() if text}
    return tidied({**file.answers, **codes}, file.questions)


def _agreement(
    file: ApplicationFile, answers: Answers, command: ApproveApplication, occasion: Occasion
) -> SiteAgreement:
    application = file.application
    return SiteAgreement(
        id=AgreementId(occasion.new_id()),
        organization_id=application.organization_id,
        approved_on=command.on,
        due_on=command.due_on,
        application_id=application.id,
        answers=frozen_answers(answers, file.questions, file.asking(occasion.law)),
        people=application.people,
        entered_at=occasion.now,
        by=occasion.actor.id,
    )


def _write_back(
    file: ApplicationFile, answers: Answers, on: date, uow: UnitOfWork, occasion: Occasion
) -> int | None:
    """Make the approved answers the site's record; return the version, None without a change.

    An approval entered late, behind a newer agreement, says nothing of the site today; nor does an
    answer of what was typed into the record since: that is a change to be filed (DT-13.4).
    """
    newest = file.ground.agreement
    if newest is not None and newest.since > on:
        return None
    before = file.ground.organization
    given = changed(answers, file.answers)
    newer = typed_since(file, uow) - given  # the e-mail's own numbers are newer still
    law = file.asking(occasion.law)
    after = written_back(before, answers, file.questions, law, newer)
    if after == before:
        return None
    uow.organizations.put(after, on)
    return uow.organizations.versions(after.id)[-1].version


def _settle_iee_526(file: ApplicationFile, uow: UnitOfWork, occasion: Occasion) -> Iterator[str]:
    """Close what the signed answers settle, and yield its ids: an undo opens it again."""
    signed_on = file.signed.on if file.signed else occasion.today
    for task in file.ground.tasks:
        if task.what == IEE_526 and task.opened_on <= signed_on:
            closed = replace(task, closed_on=occasion.today, closed_by=occasion.actor.id)
            uow.office_tasks.put(closed)
            yield task.id
