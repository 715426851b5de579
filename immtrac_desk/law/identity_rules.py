"""Preflight of the client's identity: what the registry would reject or ask again."""

import re
from collections.abc import Iterator
from datetime import date

from immtrac_desk.domain.client import Address, Client
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.values import Answer, Explicit, answered, fold, said
from immtrac_desk.domain.words import FormKind, Severity
from immtrac_desk.law.age import age, is_minor
from immtrac_desk.law.desk_context import DeskContext
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.smart_search import EARLIEST_BIRTH

_PLACEHOLDERS = frozenset(
    f"{word}{tail}"
    for word in ("BABY", "BOY", "GIRL", "TWIN", "BABYBOY", "BABYGIRL")
    for tail in ("", "A", "B", "C", "1", "2", "3")
)
_TEST = "TEST"
_HIGHEST_AGE = 115
_ZIP = re.compile(r"[0-9]{5}(-?[0-9]{4})?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_PO_BOX = ("POBOX", "POSTOFFICEBOX", "APARTADOPOSTAL")


def assess_identity(
    draft: ConsentDraft, context: DeskContext, on: date, settings: LawSettings
) -> tuple[Finding, ...]:
    """Return the findings on the client's own fields, `on` being the signing day."""
    client = draft.client
    minor = is_minor(client.born_on, on, settings)
    return (
        *_names(draft),
        *_birth(client, on, settings),
        *_gender(client),
        *_address(client.address),
        *_email_shape(client.email),
        *(_mother(draft, context) if minor else ()),
        *_race(draft),
        *_search(context),
    )


def assess_shapes(client: Client) -> tuple[Finding, ...]:
    """Return warnings on a ZIP or an e-mail address that looks mistyped; an empty one passes."""
    return (*_zip_shape(client.address.zip_code), *_email_shape(client.email))


def is_placeholder(first_name: str) -> bool:
    """True for BABY, BABY A/B, BOY, GIRL, TWIN and their kin as a first name (E11)."""
    return fold(first_name) in _PLACEHOLDERS


def one_letter(name: str, field: str) -> Finding | None:
    """Return the warning on a client's name of one letter, which is kept (DT-15.7)."""
    return _warn("name.one_letter", field, "DT-15.7", _PRACTICE) if len(fold(name)) == 1 else None


def _names(draft: ConsentDraft) -> Iterator[Finding]:
    name = draft.client.name
    parts = {"client.last_name": name.last, "client.first_name": name.first}
    if is_placeholder(said(name.first)):
        yield _placeholder(draft)
    if fold(said(name.last)) in _PLACEHOLDERS:
        yield _warn("name.placeholder_last", "client.last_name", "E11")
    for field, part in parts.items():
        folded = fold(said(part))
        if not answered(part):
            yield _warn("name.missing", field, "preflight")
        elif isinstance(part, Explicit):
            yield _warn("name.single", field, "E30")
        elif short := one_letter(part, field):
            yield short
        elif folded == _TEST:
            yield _warn("name.test", field, "E11")


def _placeholder(draft: ConsentDraft) -> Finding:
    overridden = draft.override is not None and bool(draft.override.reason)
    return Finding(
        code="name.placeholder_first",
        field="client.first_name",
        severity=Severity.WARNING if overridden else Severity.ERROR,
        row="E11",
        citation=_HOUSE,
        overridable=True,
    )


def _birth(client: Client, on: date, settings: LawSettings) -> Iterator[Finding]:
    if client.born_on <= EARLIEST_BIRTH:
        yield Finding(
            code="birth.implausible", field="client.born_on", row="DT-21.4", citation=_HELP
        )
    elif client.born_on == on:
        yield _warn("birth.today", "client.born_on", "DT-21.4", _HELP)
    elif age(client.born_on, on, settings) > _HIGHEST_AGE:
        yield _warn("birth.very_old", "client.born_on", "preflight")


def _gender(client: Client) -> Iterator[Finding]:
    if not answered(client.gender):
        yield _warn("gender.missing", "client.gender", "DT-21.3", _HELP)


def _address(address: Address) -> Iterator[Finding]:
    street = "client.address.street"
    if isinstance(address.street, Explicit):
        yield _warn("address.no_street", street, "E31", _HELP)
    elif not address.street:
        yield _warn("address.street_missing", street, "DT-21.3", _HELP)
    elif fold(address.street).startswith(_PO_BOX):
        yield _warn("address.po_box", street, "E31", _HELP)
    if not answered(address.zip_code):
        yield _warn("address.zip_missing", "client.address.zip_code", "preflight")
    yield from _zip_shape(address.zip_code)
    if not answered(address.county) and said(address.state) in ("", "TX"):
        yield _warn("address.county_missing", "client.address.county", "preflight")
    if address.place_from_zip:
        yield _warn("address.from_zip", "client.address.county", "preflight")


def _zip_shape(zip_code: Answer) -> Iterator[Finding]:
    typed = said(zip_code).strip()
    if typed and not _ZIP.fullmatch(typed):
        yield _warn("address.zip_shape", "client.address.zip_code", "preflight")


def _email_shape(email: Answer) -> Iterator[Finding]:
    typed = said(email).strip()
    if typed and not _EMAIL.fullmatch(typed):
        yield _warn("email.shape", "client.email", "preflight")


def _mother(draft: ConsentDraft, context: DeskContext) -> Iterator[Finding]:
    if draft.form in (FormKind.MINOR, FormKind.DISASTER):
        if not answered(draft.client.mother_first_name):
            yield _warn("mother.first_name_missing", "client.mother_first_name", "preflight")
        if not answered(draft.client.mother_maiden_name):
            yield _warn("mother.maiden_name_missing", "client.mother_maiden_name", "preflight")
    if not context.responsible_names:
        yield _warn("responsible.missing", "responsible", "preflight")


def _race(draft: ConsentDraft) -> Iterator[Finding]:
    if draft.form not in (FormKind.MINOR, FormKind.ADULT):
        return
    if not draft.client.race:
        yield _warn("race.missing", "client.race", "preflight")
    if not answered(draft.client.ethnicity):
        yield _warn("ethnicity.missing", "client.ethnicity", "preflight")


def _search(context: DeskContext) -> Iterator[Finding]:
    if context.search_noted_on is None:
        yield _warn("search.not_noted", "search", "preflight")


_HELP = "ImmTrac2 help"
_HOUSE = "House rule"
_PRACTICE = "Seen in practice"


def _warn(code: str, field: str, row: str, citation: str = _HOUSE) -> Finding:
    return Finding(code=code, field=field, severity=Severity.WARNING, row=row, citation=citation)
