"""Valid records around a site agreement, and one of each in every drawer of theirs."""

import dataclasses
import typing
from typing import Any

from immtrac_desk.domain.agreement import (
    AgreementApplication,
    AgreementFile,
    AgreementPaper,
    ApplicationKind,
    ApplicationStep,
    DutyConfirmed,
    OfficeTask,
    SiteAgreement,
    StepKind,
)
from immtrac_desk.domain.ids import OrganizationId, PersonId, QuestionSetId, new_id
from immtrac_desk.domain.organization import Answers, Organization
from immtrac_desk.domain.question import Opens, Question, QuestionKind, QuestionSet
from immtrac_desk.domain.site_person import (
    NamedPerson,
    RoleHeld,
    SitePerson,
    SiteRole,
    Training,
    TrainingKind,
)
from immtrac_desk.domain.words import Manner
from immtrac_desk.store.unit_of_work import UnitOfWork
from tests.store.records import NOW, PDF, STAFF, sha

DAY = NOW.date()
NAMED = NamedPerson(
    person_id=PersonId("PERSON-1"),
    first_name="Rosa",
    last_name="Nuñez",
    roles=(SiteRole.SIGNER, SiteRole.PRESCRIBER),
    supervisor_trained_on=DAY,
)
ANSWERS: Answers = {
    "name": "Oak Street Clinic",
    "tvfc": True,
    "assigned_counties": ("Travis", "Hays"),
}


def a_site(**changes: Any) -> Organization:
    made = Organization(id=OrganizationId(new_id()), name="Oak Street Clinic", org_type="medical")
    return dataclasses.replace(made, **changes)


def a_person(**changes: Any) -> SitePerson:
    made = SitePerson(id=PersonId(new_id()), first_name="Rosa", last_name="Nuñez")
    return dataclasses.replace(made, **changes)


def a_role(person: SitePerson, site: Organization, **changes: Any) -> RoleHeld:
    made = RoleHeld(
        id=typing.cast("Any", new_id()),
        person_id=person.id,
        organization_id=site.id,
        role=SiteRole.SIGNER,
        from_on=DAY,
    )
    return dataclasses.replace(made, **changes)


def a_training(person: SitePerson, **changes: Any) -> Training:
    made = Training(
        id=typing.cast("Any", new_id()),
        person_id=person.id,
        kind=TrainingKind.HB300,
        on=DAY,
        signed=True,
        noted_at=NOW,
        by=STAFF.id,
    )
    return dataclasses.replace(made, **changes)


def an_application(site: Organization, **changes: Any) -> AgreementApplication:
    made = AgreementApplication(
        id=typing.cast("Any", new_id()),
        organization_id=site.id,
        kind=ApplicationKind.RENEWAL,
        begun_on=DAY,
        question_set=QuestionSetId("built-in-2026-11"),
        answers=ANSWERS,
        people=(NAMED,),
        saved_at=NOW,
    )
    return dataclasses.replace(made, **changes)


def a_step(application: AgreementApplication, **changes: Any) -> ApplicationStep:
    made = ApplicationStep(
        id=typing.cast("Any", new_id()),
        application_id=application.id,
        kind=StepKind.BEGUN,
        on=DAY,
        at=NOW,
        by=STAFF.id,
    )
    return dataclasses.replace(made, **changes)


def an_agreement(site: Organization, **changes: Any) -> SiteAgreement:
    made = SiteAgreement(
        id=typing.cast("Any", new_id()),
        organization_id=site.id,
        approved_on=DAY,
        due_on=None,
        application_id=None,
        answers=ANSWERS,
        people=(NAMED,),
        entered_at=NOW,
        by=STAFF.id,
    )
    return dataclasses.replace(made, **changes)


def a_packet(
    application: AgreementApplication, signer: SitePerson, **changes: Any
) -> AgreementPaper:
    made = AgreementPaper(
        id=typing.cast("Any", new_id()),
        organization_id=application.organization_id,
        application_id=application.id,
        language="en",
        revision="2026-11",
        signer_id=signer.id,
        signer_name=signer.written,
        signer_title="MD",
        licence_no="A1234",
        signed_on=DAY,
        manner=Manner.INK_ON_SCREEN,
        seen_by="",
        filed_at=NOW,
        by=STAFF.id,
        digest_read="",
        digest=sha(PDF),
    )
    return dataclasses.replace(made, **changes)


def a_file(site: Organization, content: bytes, **changes: Any) -> AgreementFile:
    made = AgreementFile(
        id=typing.cast("Any", new_id()),
        organization_id=site.id,
        application_id=None,
        person_id=None,
        what="agreement",
        media_type="application/pdf",
        size=len(content),
        digest=sha(content),
        attached_at=NOW,
        by=STAFF.id,
    )
    return dataclasses.replace(made, **changes)


def a_task(site: Organization, **changes: Any) -> OfficeTask:
    made = OfficeTask(
        id=typing.cast("Any", new_id()),
        organization_id=site.id,
        what="disable_account",
        opened_on=DAY,
        opened_at=NOW,
        opened_by=STAFF.id,
    )
    return dataclasses.replace(made, **changes)


def a_duty(site: Organization, **changes: Any) -> DutyConfirmed:
    made = DutyConfirmed(
        organization_id=site.id,
        duty="confidentiality",
        on=DAY,
        at=NOW,
        by=STAFF.id,
        by_name=STAFF.name,
    )
    return dataclasses.replace(made, **changes)


def a_question_set(**changes: Any) -> QuestionSet:
    asked = Question(
        id="tvfc_pin",
        step="A1",
        kind=QuestionKind.TEXT,
        required_for=("renewal",),
        opens=(Opens(question="tvfc", values=("yes",)),),
    )
    made = QuestionSet(
        id=QuestionSetId(new_id()), made_at=NOW, made_by=STAFF.id, questions=(asked,)
    )
    return dataclasses.replace(made, **changes)


def fill_sites(work: UnitOfWork) -> None:
    """A row in every drawer around a site agreement, under ids that never change."""
    named = typing.cast("Any", str)
    site, person = a_site(id=named("SITE-1")), a_person(id=NAMED.person_id)
    application = an_application(site, id=named("APPLICATION-1"))
    proof = a_file(site, PDF, id=named("AGREEMENT-FILE-1"), person_id=person.id)
    packet = a_packet(application, person, id=named("PACKET-1"))
    step = a_step(application, id=named("STEP-1"), kind=StepKind.SIGNED, paper_id=packet.id)
    agreed = an_agreement(site, id=named("AGREEMENT-1"), application_id=application.id)
    work.organizations.put(site, DAY)
    work.site_people.put(person)
    work.roles.put(a_role(person, site, id=named("ROLE-1")))
    work.agreement_files.add(proof, PDF)
    work.trainings.add(a_training(person, id=named("TRAINING-1"), proof_id=proof.id))
    work.question_sets.add(a_question_set(id=named("QUESTIONS-1")))
    work.applications.put(application)
    work.agreement_papers.add(packet, PDF)
    work.application_steps.add(step)
    work.agreements.add(agreed)
    work.office_tasks.put(a_task(site, id=named("OFFICE-TASK-1"), person_id=person.id))
    work.duties.add(a_duty(site))
