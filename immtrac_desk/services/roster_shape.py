"""What the shape of a site and of its people must be before the filing room takes them."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.domain.values import clean
from immtrac_desk.domain.words import Severity
from immtrac_desk.errors import InputError
from immtrac_desk.law.identifiers import usual_phone
from immtrac_desk.law.site_people import looks_like_password
from immtrac_desk.services.printable import refuse_unprintable_texts

_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)
_IDS = frozenset({"id", "parent_id"})


def tidy_organization(organization: Organization) -> Organization:
    """Return the site with every text cleaned. InputError beside the field (see `clean`).

    What no sheet can print is refused too (`text.not_on_sheet`): a packet carries it all.
    """
    counties = tuple(clean(c, "assigned_counties") for c in organization.assigned_counties)
    tidied = {name: clean(text, name) for name, text in _texts(organization)}
    refuse_unprintable_texts((*tidied.items(), *(("assigned_counties", c) for c in counties)))
    return replace(organization, assigned_counties=counties, **tidied)  # type: ignore[arg-type]


def tidy_person(person: SitePerson) -> SitePerson:
    """Return the person with every text cleaned and the telephone in its usual shape.

    As `tidy_organization` otherwise.
    """
    tidied = {name: clean(text, name) for name, text in _texts(person)}
    tidied["phone"] = usual_phone(tidied["phone"])
    refuse_unprintable_texts(tidied.items())
    return replace(person, **tidied)  # type: ignore[arg-type]


def tidy_note(note: str) -> str:
    """Return the note cleaned. InputError `text.*`, `person.looks_like_password` (DT-16.8)."""
    tidied = clean(note, "note")
    if looks_like_password(tidied):
        raise InputError("person.looks_like_password", "note")
    return tidied


def refuse_far(**days: date | None) -> None:
    """Raise InputError `date.other_century` beside a day that no clinic and no role ever had."""
    for field, day in days.items():
        if day is not None and not _FIRST <= day <= _LAST:
            raise InputError("date.other_century", field)


def refuse_errors(findings: Iterable[Finding]) -> None:
    """Raise InputError for the first finding that is an error; a warning is kept as typed."""
    for finding in findings:
        if finding.severity is Severity.ERROR:
            raise InputError(finding.code, finding.field, **finding.facts)


def _texts(record: Organization | SitePerson) -> list[tuple[str, str]]:
    named = ((f.name, getattr(record, f.name)) for f in fields(record))
    return [(name, text) for name, text in named if isinstance(text, str) and name not in _IDS]
