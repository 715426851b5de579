"""An application as its form shows it: what is asked, carried over, changed, missing."""

from collections.abc import Iterator
from dataclasses import replace

from immtrac_desk.desk.agreement_pictures import ApplicationPicture
from immtrac_desk.domain.agreement import AgreementApplication, SiteAgreement
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import AgreementId, ApplicationId
from immtrac_desk.domain.organization import Answers, answers_of
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.agreement_signer import signer_label, signer_roles
from immtrac_desk.law.agreement_triggers import PEOPLE_CODES, Trigger, triggers
from immtrac_desk.law.application_state import EDITABLE
from immtrac_desk.law.questions import changed, open_questions
from immtrac_desk.services.agreement_ground import named_on
from immtrac_desk.services.application_answers import compact
from immtrac_desk.services.application_file import (
    ApplicationFile,
    file_of,
    findings_of,
    judged,
    open_application,
    signer_findings,
)
from immtrac_desk.services.application_record import record_findings
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.store.unit_of_work import UnitOfWork


def kept_picture(
    application_id: ApplicationId, uow: UnitOfWork, occasion: Occasion
) -> ApplicationPicture:
    """Return the picture of an application as kept. Raises DeskError `application.unknown`."""
    return picture_of(open_application(application_id, uow, occasion), uow, occasion)


def typed_picture(
    typed: AgreementApplication, uow: UnitOfWork, occasion: Occasion
) -> ApplicationPicture:
    """Return the picture of answers as typed, over what is kept of the rest."""
    kept = uow.applications.get(typed.id)
    return picture_of(file_of(replace(kept, answers=typed.answers), uow, occasion), uow, occasion)


def picture_of(file: ApplicationFile, uow: UnitOfWork, occasion: Occasion) -> ApplicationPicture:
    """Return everything the form shows of one application today."""
    application, answers, law = file.application, file.answers, file.asking(occasion.law)
    findings = findings_of(file, occasion)
    verdict = judged(file, findings, occasion.today, occasion)
    was: Answers = file.base.answers if file.base else {}
    asked = open_questions(file.questions, answers, law)
    names = {question.id for question in asked}
    new = changed(answers, was) if file.base else frozenset()
    editable = verdict.state in EDITABLE
    people = _people_changed(file, occasion) if editable else ()
    beside = record_findings(file, asked, uow) if editable else ()
    choices = tuple(_choices(file, occasion))
    return ApplicationPicture(
        application=application,
        organization=file.ground.organization,
        state=verdict.state,
        row=verdict.row,
        citation=verdict.citation,
        amber=verdict.amber,
        returned=verdict.returned,
        reason=verdict.reason,
        sent_on=verdict.sent_on,
        questions=asked,
        carried=frozenset(compact(was)) & names - new,
        changed=new & names,
        was=was,
        was_people=file.base.people if file.base else (),
        people_changed=people,
        findings=(
            *findings,
            *beside,
            *_of_people(file, occasion),
            *_of_signer(file, choices, occasion),
        ),
        steps=file.steps,
        papers=uow.agreement_papers.of_application(application.id),
        files=uow.agreement_files.of_application(application.id),
        signer_choices=choices,
        signer_label=signer_label(str(answers.get("org_type", "")), occasion.today),
    )


def _choices(file: ApplicationFile, occasion: Occasion) -> Iterator[SitePerson]:
    """Whoever holds a role today that lets them sign (DT-14)."""
    seen = set()
    for role in sorted(signer_roles(str(file.answers.get("org_type", ""))), key=lambda r: r.value):
        for person in file.ground.holding(role, occasion.today):
            if person.id not in seen:
                seen.add(person.id)
                yield person


def _of_signer(
    file: ApplicationFile, choices: tuple[SitePerson, ...], occasion: Occasion
) -> tuple[Finding, ...]:
    """What DT-14 says of who signed, or of the only one who can."""
    if file.signed is not None and file.signed.signer_id is not None:
        return signer_findings(file, file.signed.signer_id, file.signed.on, occasion)
    if len(choices) == 1:
        return signer_findings(file, choices[0].id, occasion.today, occasion)
    return ()


def _of_people(file: ApplicationFile, occasion: Occasion) -> Iterator[Finding]:
    if file.signed is not None and file.application.people != named_on(file.ground, occasion.today):
        yield Finding(
            code="application.people_changed",
            field="users",
            severity=Severity.WARNING,
            row="DT-12",
        )


def _people_changed(file: ApplicationFile, occasion: Occasion) -> tuple[Trigger, ...]:
    """Who came, left or changed their part since it was signed, by today's roster."""
    signed = file.signed
    if signed is None:
        return ()
    site = file.ground.organization
    as_signed = SiteAgreement(
        id=AgreementId(""),
        organization_id=site.id,
        approved_on=signed.on,
        due_on=None,
        application_id=file.application.id,
        answers=answers_of(site),
        people=file.application.people,
        entered_at=signed.at,
        by=signed.by,
    )
    people = tuple(file.ground.people.values())
    found = triggers(
        as_signed, site, people, file.ground.roles, (), lambda field: None, occasion.today
    )
    return tuple(trigger for trigger in found if trigger.code in PEOPLE_CODES)
