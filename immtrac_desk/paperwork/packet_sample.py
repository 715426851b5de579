"""The sample packet: an invented organization, and saying so in the language of the packet."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from immtrac_desk.domain.agreement import AgreementApplication, ApplicationKind, SiteAgreement
from immtrac_desk.domain.ids import (
    AgreementId,
    ApplicationId,
    OrganizationId,
    PersonId,
    QuestionSetId,
    StaffId,
)
from immtrac_desk.domain.organization import Answers, AnswerValue, Organization
from immtrac_desk.domain.question import Question
from immtrac_desk.domain.site_person import NamedPerson, SiteRole
from immtrac_desk.paperwork.packet import PacketPaper, draw_packet

_SITE = OrganizationId("sample-site")
_APPROVED = date(2024, 11, 20)
_ENTERED = datetime(2024, 11, 20, 12, tzinfo=UTC)
_ANSWERS: Answers = {
    "org_type": "medical",
    "sub_site": False,
    "org_code": "SAMPLE01",
    "tx_iis_id": "0001112000",
    "intent": "both",
    "tvfc": True,
    "tvfc_pin": "000000",
    "deputizing": False,
    "public": False,
    "state_wide_recall": False,
    "county_organization": False,
    "return_without_immunizations": True,
    "city": "Austin",
    "state": "TX",
    "zip_code": "78701",
    "county": "Travis",
    "phone": "(512) 555-0142",
    "fax": "(512) 555-0143",
    "email": "office@example.com",
    "tin": "00-0000000",
    "npi": "1234567893",
    "filled_in_by": "Ana Sample-Muestra",
    "filled_in_phone": "(512) 555-0144",
    "filled_in_email": "ana@example.com",
    "exchange": True,
    "ehr_vendor": "Example EHR",
    "manner_of_usage": ("look_up", "report_doses", "consents"),
}
_ISSUED = frozenset({"org_code", "tx_iis_id"})
"""What the state gives with the first approval."""
_SAID: Mapping[str, Mapping[str, str]] = {
    "en": {
        "name": "Sample Clinic (invented)",
        "street": "1 Example Street",
        "former_street": "7 Former Example Street",
        "hours": "Mon to Fri, 8 to 5",
        "exchange_method": "HL7, every night",
        "ownership": "Private",
    },
    "es": {
        "name": "Clínica de muestra (inventada)",
        "street": "Calle Ejemplo 1",
        "former_street": "Calle Anterior 7",
        "hours": "lunes a viernes, 8 a 17 h",
        "exchange_method": "HL7, cada noche",
        "ownership": "Privada",
    },
}
_MARIA = NamedPerson(
    person_id=PersonId("sample-1"),
    first_name="María",
    last_name="Sample-Muestra",
    title="MD",
    email="maria@example.com",
    phone="(512) 555-0145",
    licence_no="X0000",
    npi="1234567893",
    roles=(SiteRole.SIGNER, SiteRole.PRESCRIBER),
)
_ANA = NamedPerson(
    person_id=PersonId("sample-2"),
    first_name="Ana",
    last_name="Sample-Muestra",
    email="ana@example.com",
    phone="(512) 555-0144",
    registry_user="asample",
    roles=(SiteRole.POINT_OF_CONTACT, SiteRole.SUPERVISOR),
    supervisor_trained_on=date(2026, 10, 5),
)
_LUIS = NamedPerson(
    person_id=PersonId("sample-3"),
    first_name="Luis",
    last_name="Sample-Muestra",
    email="luis@example.com",
    roles=(SiteRole.EXCHANGE_CONTACT, SiteRole.VIEW_ONLY),
)
_ROSA = NamedPerson(
    person_id=PersonId("sample-4"),
    first_name="Rosa",
    last_name="Sample-Muestra",
    title="NP",
    email="rosa@example.com",
    npi="1245319599",
    roles=(SiteRole.PRESCRIBER, SiteRole.FULL_ACCESS),
)
_FORMER = (_MARIA, _ANA, _LUIS)
_NOW = (_MARIA, _ANA, _LUIS, _ROSA)
_SINCE = {"street": date(2026, 9, 1), "sample-4": date(2026, 11, 2)}


def sample_packet(kind: ApplicationKind, language: str, questions: tuple[Question, ...]) -> bytes:
    """Return the packet of an invented organization, marked as a sample; nobody has signed it.

    `questions` are those that its answers open (`sample_answers`). Raises ValueError for another
    language than `en` and `es`.
    """
    return draw_packet(sample_paper(kind, language, questions)).pdf


def sample_answers(language: str) -> dict[str, AnswerValue]:
    """Return the answers of the invented organization."""
    if language not in _SAID:
        raise ValueError("no such language")
    said = {key: text for key, text in _SAID[language].items() if key != "former_street"}
    return {**_ANSWERS, **said}


def sample_paper(
    kind: ApplicationKind, language: str, questions: tuple[Question, ...]
) -> PacketPaper:
    """Return the sample before it is drawn."""
    first = kind is ApplicationKind.REGISTRATION
    answers = sample_answers(language)
    if first:
        answers = {key: text for key, text in answers.items() if key not in _ISSUED}
    application = AgreementApplication(
        id=ApplicationId("SAMPLE"),
        organization_id=_SITE,
        kind=kind,
        begun_on=date(2026, 11, 16),
        question_set=QuestionSetId("sample"),
        answers=answers,
        people=_NOW,
    )
    return PacketPaper(
        application=application,
        organization=Organization(id=_SITE, name=str(answers["name"])),
        questions=questions,
        language=language,
        record_id="",
        paper_check=lambda text: "",
        practice=False,
        signer_label="responsible_medical_provider",
        base=None if first else _base(answers, language),
        since=_SINCE,
        sample=True,
    )


def _base(answers: Answers, language: str) -> SiteAgreement:
    return SiteAgreement(
        id=AgreementId("SAMPLE"),
        organization_id=_SITE,
        approved_on=_APPROVED,
        due_on=None,
        application_id=None,
        answers={**answers, "street": _SAID[language]["former_street"]},
        people=_FORMER,
        entered_at=_ENTERED,
        by=StaffId("sample"),
    )
