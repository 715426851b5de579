"""Applications to draw, with one thing changed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from immtrac_desk.domain.agreement import AgreementApplication, ApplicationKind, SiteAgreement
from immtrac_desk.domain.ids import (
    AgreementId,
    ApplicationId,
    OrganizationId,
    PersonId,
    QuestionSetId,
    StaffId,
)
from immtrac_desk.domain.organization import Answers, Organization
from immtrac_desk.domain.site_person import NamedPerson, SiteRole
from immtrac_desk.law.questions import built_in, open_questions
from immtrac_desk.paperwork.packet import PacketPaper

OAK = OrganizationId("oak")
ANSWERS: Answers = {
    "name": "Oak Street Clinic",
    "org_type": "medical",
    "intent": "both",
    "tvfc": True,
    "tvfc_pin": "001122",
    "street": "7 Oak St",
    "city": "Austin",
    "zip_code": "78701",
    "phone": "(512) 555-0142",
    "manner_of_usage": ("look_up", "reports"),
}
ROSA = NamedPerson(
    person_id=PersonId("rosa"),
    first_name="Rosa",
    last_name="Peña",
    title="MD",
    licence_no="X0000",
    email="rosa@example.com",
    roles=(SiteRole.SIGNER, SiteRole.PRESCRIBER),
)
ANA = NamedPerson(
    person_id=PersonId("ana"),
    first_name="Ana",
    last_name="Ruiz",
    email="ana@example.com",
    roles=(SiteRole.POINT_OF_CONTACT, SiteRole.VIEW_ONLY),
)
BEN = NamedPerson(
    person_id=PersonId("ben"),
    first_name="Ben",
    middle_initial="Q",
    last_name="Cho",
    email="ben@example.com",
    roles=(SiteRole.PRESCRIBER,),
)


def paper(
    answers: Answers | None = None,
    people: tuple[NamedPerson, ...] = (ROSA, ANA),
    base: SiteAgreement | None = None,
    kind: ApplicationKind = ApplicationKind.RENEWAL,
    **changed: Any,
) -> PacketPaper:
    """The packet of an application of Oak Street Clinic, its questions opened by its answers."""
    given = ANSWERS if answers is None else answers
    application = AgreementApplication(
        id=ApplicationId("a1"),
        organization_id=OAK,
        kind=kind,
        begun_on=date(2026, 11, 16),
        question_set=QuestionSetId("built-in"),
        answers=given,
        people=people,
    )
    made = PacketPaper(
        application=application,
        organization=Organization(id=OAK, name="Oak Street Clinic"),
        questions=open_questions(built_in(), given),
        language="en",
        record_id="01JD-7K2M",
        paper_check=lambda text: f"check of {len(text)}",
        practice=False,
        signer_label="responsible_medical_provider",
        base=base,
    )
    return replace(made, **changed)


def former(
    answers: Answers = ANSWERS, people: tuple[NamedPerson, ...] = (ROSA, ANA)
) -> SiteAgreement:
    """The agreement in force, with what it carried."""
    return SiteAgreement(
        id=AgreementId("g1"),
        organization_id=OAK,
        approved_on=date(2024, 11, 20),
        due_on=None,
        application_id=None,
        answers=answers,
        people=people,
        entered_at=datetime(2024, 11, 20, 12, tzinfo=UTC),
        by=StaffId("s1"),
    )
