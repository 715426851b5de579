"""DT-15: identifiers and fields of a site, checked as they are typed; an empty one passes."""

import re
from collections.abc import Callable
from datetime import date

import phonenumbers

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.finding import Finding, FindingFact
from immtrac_desk.domain.organization import Answers, Organization
from immtrac_desk.domain.question import Question, QuestionSet
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.questions import open_questions
from immtrac_desk.law.tables import row

_ID_DIGITS = 10
_LOST_ZEROS = range(7, _ID_DIGITS)
"""An ID that a spreadsheet read as a number has lost its leading zeros, and little else."""
_NPI_PREFIX = "80840"
_TIN = re.compile(r"[0-9]{2}-?[0-9]{7}")
_ZIP = re.compile(r"[0-9]{5}(-?[0-9]{4})?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_INVENTED = re.compile(r"[0-9]{3}55501[0-9]{2}")
_DEFAULTS = LawSettings()

Check = Callable[[str, str], Finding | None]
"""A value as typed, and the field beside which a finding is said."""


def check_npi(value: str, field: str = "npi") -> Finding | None:
    """Refuse what is no NPI: ten digits whose last one is the check digit (DT-15.1)."""
    digits = "".join(value.split())
    return None if not digits or is_npi(digits) else _refused("id.npi", field, "DT-15.1")


def is_npi(digits: str) -> bool:
    """True for ten digits that pass Luhn's check behind the prefix 80840."""
    if not (digits.isascii() and digits.isdecimal() and len(digits) == _ID_DIGITS):
        return False
    total = 0
    for place, digit in enumerate(reversed(_NPI_PREFIX + digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def check_tin(value: str, field: str = "tin") -> Finding | None:
    """Refuse what is no TIN or EIN: nine digits, NN-NNNNNNN (DT-15.2)."""
    typed = value.strip()
    return None if not typed or _TIN.fullmatch(typed) else _refused("id.tin", field, "DT-15.2")


def check_tx_iis_id(value: str, field: str = "tx_iis_id") -> Finding | None:
    """Warn of a TX IIS ID that has not ten digits; `padded` is it with its zeros (DT-15.3)."""
    typed = value.strip()
    digits = typed.isascii() and typed.isdecimal()
    if not typed or (digits and len(typed) == _ID_DIGITS):
        return None
    if digits and len(typed) in _LOST_ZEROS:
        padded = typed.zfill(_ID_DIGITS)
        return _warned("id.tx_iis_id_zeros", field, "DT-15.3", padded=padded)
    return _warned("id.tx_iis_id", field, "DT-15.3")


def check_again(value: str, first: str, field: str) -> Finding | None:
    """Refuse a second entry that differs from the first, spaces around them aside (DT-15.4)."""
    return None if value.strip() == first.strip() else _refused("id.differs", field, "DT-15.4")


def check_zip(value: str, field: str = "zip_code") -> Finding | None:
    """Refuse what is no ZIP: five digits, or five and four (DT-15.5)."""
    typed = value.strip()
    return None if not typed or _ZIP.fullmatch(typed) else _refused("id.zip", field, "DT-15.5")


def check_phone(value: str, field: str = "phone", practice: bool = False) -> Finding | None:
    """Refuse a phone without ten digits or with one digit only; warn of 555-01xx (DT-15.6).

    In a practice clinic the invented numbers are meant. What the phone library does not know as
    a number in use only warns: area codes are younger than libraries.
    """
    if not value.strip():
        return None
    digits = _national(value)
    if len(digits) != _ID_DIGITS or len(set(digits)) == 1:
        return _refused("id.phone", field, "DT-15.6")
    if _INVENTED.fullmatch(digits):
        return None if practice else _warned("id.phone_invented", field, "DT-15.6")
    if not phonenumbers.is_valid_number(phonenumbers.parse(digits, "US")):
        return _warned("id.phone_unlikely", field, "DT-15.6")
    return None


def check_extension(value: str, field: str = "extension") -> Finding | None:
    """Refuse an extension that is not one to seven digits (DT-16.6)."""
    typed = value.strip()
    longest = int(row("DT-16.6", date.max).then["extension"])
    good = not typed or (typed.isascii() and typed.isdecimal() and len(typed) <= longest)
    return None if good else _refused("id.extension", field, "DT-16.6")


def check_email(value: str, field: str = "email") -> Finding | None:
    """Warn of what does not look like an e-mail address."""
    typed = value.strip()
    good = not typed or _EMAIL.fullmatch(typed)
    return None if good else _warned("email.shape", field, "DT-16.5")


def check_organization(organization: Organization, practice: bool) -> tuple[Finding, ...]:
    """Return what DT-15 says of a site's own fields, each beside its name."""
    found = [
        check_tx_iis_id(organization.tx_iis_id),
        check_zip(organization.zip_code),
        check_phone(organization.phone, "phone", practice),
        check_phone(organization.fax, "fax", practice),
        check_extension(organization.extension),
        check_email(organization.email),
        check_tin(organization.tin),
        check_npi(organization.npi),
        _tvfc_days(organization),
    ]
    return tuple(one for one in found if one is not None)


def check_answers(
    questions: QuestionSet,
    kind: ApplicationKind,
    answers: Answers,
    practice: bool,
    settings: LawSettings = _DEFAULTS,
) -> tuple[Finding, ...]:
    """Return what DT-15 says of the answers to the open questions, each beside its question."""
    asked = open_questions(questions, answers, settings)
    found = (_of_answer(one, answers, practice) for one in asked if one.check)
    return tuple(one for one in found if one is not None)


def _of_answer(question: Question, answers: Answers, practice: bool) -> Finding | None:
    name, _, other = question.check.partition(":")
    value = answers.get(question.id, "")
    if not isinstance(value, str):
        return None
    if name == "again":
        first = str(answers.get(other, ""))
        return check_again(value, first, question.id) if value else None
    if name == "phone":
        return check_phone(value, question.id, practice)
    return _CHECKS[name](value, question.id) if name in _CHECKS else None


_CHECKS: dict[str, Check] = {
    "npi": check_npi,
    "tin": check_tin,
    "tx_iis_id": check_tx_iis_id,
    "zip": check_zip,
    "extension": check_extension,
    "email": check_email,
}
CHECKS = (*_CHECKS, "phone", "again")
"""What a question's `check` may name; `again` with the other question behind a colon."""


def usual_phone(value: str) -> str:
    """Return an American number as `(512) 555-0142`; any other text as it stands."""
    digits = _national(value)
    if len(digits) != _ID_DIGITS:
        return value
    number = phonenumbers.parse(digits, "US")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))


def _national(value: str) -> str:
    """Return the number within its country as digits, "" for none or one from elsewhere.

    Written out by hand where the first digits are zeros, which a number would lose.
    """
    typed = "".join(filter(str.isalnum, value))
    if typed.isdecimal() and len(typed) == _ID_DIGITS:
        return typed
    try:
        number = phonenumbers.parse(value, "US")
    except phonenumbers.NumberParseException:
        return ""
    return str(number.national_number) if number.country_code == 1 else ""


def _tvfc_days(organization: Organization) -> Finding | None:
    begun, due = organization.tvfc_enrolled_on, organization.tvfc_due_on
    if begun is None or due is None or due >= begun:
        return None
    return _refused("organization.tvfc_due_before_enrolled", "tvfc_due_on", "DT-13.tvfc")


def _refused(code: str, field: str, row_id: str) -> Finding:
    return _finding(code, field, row_id, Severity.ERROR, {})


def _warned(code: str, field: str, row_id: str, **facts: FindingFact) -> Finding:
    return _finding(code, field, row_id, Severity.WARNING, facts)


def _finding(
    code: str, field: str, row_id: str, severity: Severity, facts: dict[str, FindingFact]
) -> Finding:
    citation = row(row_id, date.max).citation
    return Finding(
        code=code, field=field, severity=severity, row=row_id, citation=citation, facts=facts
    )
