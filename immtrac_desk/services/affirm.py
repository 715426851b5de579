"""Affirm a consent: the clinic has stated it in ImmTrac2; day and registry user (DT-8.1)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.act import Act, ActKind, FactValue
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.values import clean
from immtrac_desk.domain.words import FormKind, Scope, Severity, Status
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.history import in_order
from immtrac_desk.law.timing import assess_effect_date, minor_consent
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.on_client import ClientFileRead, open_client
from immtrac_desk.services.on_document import DocumentFile, counted, enter, open_file, told
from immtrac_desk.store.unit_of_work import UnitOfWork

_FROZEN = {
    Status.CONFLICT: ("affirm.conflict", "DT-5.2"),
    Status.DECEASED: ("affirm.deceased", "DT-5.1"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Affirm:
    """`on` is the day of the affirmation in ImmTrac2, `registry_user` the name used there."""

    document_id: DocumentId
    on: date
    registry_user: str


def affirm(command: Affirm, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Record the affirmation; a day from the 18th birthday on is kept as too late (DT-4.2, E2).

    Raises InputError `affirm.user`, RefusedError `affirm.refused` with findings.
    """
    user = clean(command.registry_user, "registry_user")
    if not user:
        raise InputError("affirm.user", "registry_user")
    file = open_file(command.document_id, uow)
    read = open_client(file.document.client_id, uow, occasion)
    findings = assess_affirmation(file, read, command.on, occasion)
    errors = tuple(f for f in findings if f.severity is Severity.ERROR)
    if errors:
        raise RefusedError("affirm.refused", errors)
    late = any(finding.row == "DT-4.2" for finding in findings)
    row = "DT-4.2" if late else "DT-8.1"
    facts: dict[str, FactValue] = {"affirmed_by": user, **({"too_late": True} if late else {})}
    act = enter(file, ActKind.CONSENT_AFFIRMED, command.on, uow, occasion, row=row, **facts)
    _remember(user, uow, occasion)
    return told(act, occasion, affirmed_by=user, on=command.on.isoformat(), too_late=late)


def _remember(user: str, uow: UnitOfWork, occasion: Occasion) -> None:
    """Whoever has no user name on record is offered this one the next time."""
    for member in uow.staff.all():
        if member.id == occasion.actor.id and not member.registry_user:
            uow.staff.put(replace(member, registry_user=user))


def against_affirming(
    document_id: DocumentId, on: date, uow: UnitOfWork, occasion: Occasion
) -> tuple[Finding, ...]:
    """Return what stands against affirming a document on `on`, before the act."""
    file = open_file(document_id, uow)
    read = open_client(file.document.client_id, uow, occasion)
    return assess_affirmation(file, read, on, occasion)


def assess_affirmation(
    file: DocumentFile, read: ClientFileRead, on: date, occasion: Occasion
) -> tuple[Finding, ...]:
    """Return what stands against affirming the document on `on`; warnings do not stop it."""
    return (
        *_document(file, occasion),
        *_standing(file, read),
        *_day(file, on, occasion),
        *_timing(file, on, occasion),
        *clock(occasion),
    )


def clock(occasion: Occasion) -> tuple[Finding, ...]:
    """Return a warning if the computer's clock stands before the last audit entry (E3)."""
    if not occasion.clock_behind:
        return ()
    return (Finding(code="clock.behind", field="on", severity=Severity.WARNING, row="E3"),)


def _document(file: DocumentFile, occasion: Occasion) -> Iterator[Finding]:
    if file.fault:
        yield Finding(code=file.fault)
    elif not file.is_grant:
        yield Finding(code="affirm.not_a_grant", row="DT-8.1")
    elif file.has(ActKind.CONSENT_AFFIRMED):
        yield Finding(code="affirm.already", row="DT-8.1")
    if not occasion.law.registered_provider:
        yield Finding(code="affirm.not_registered", row="DT-8.2")


def _standing(file: DocumentFile, read: ClientFileRead) -> Iterator[Finding]:
    code, row = _FROZEN.get(read.standing.status, ("", ""))
    if code:
        yield Finding(code=code, row=row)
    elif _withdrawn_since(file, read):
        yield Finding(code="affirm.withdrawn", row="DT-5.3")


def _withdrawn_since(file: DocumentFile, read: ClientFileRead) -> bool:
    """True if a withdrawal of its kind comes after the grant, in the order of DT-6.7."""
    grant = file.made_by
    disaster = file.document.form is FormKind.DISASTER
    other = Scope.STANDARD if disaster else Scope.DISASTER
    ends = [
        act
        for act in counted(read.acts)
        if act.kind is ActKind.CONSENT_WITHDRAWN and act.scope is not other
    ]
    if grant is None or not ends:
        return False
    return in_order((*ends, grant))[-1].kind is ActKind.CONSENT_WITHDRAWN


def _day(file: DocumentFile, on: date, occasion: Occasion) -> tuple[Finding, ...]:
    found = assess_effect_date(file.document.signed_on, on, occasion.today)
    return tuple(replace(finding, field="on") for finding in found)


def _timing(file: DocumentFile, on: date, occasion: Occasion) -> Iterator[Finding]:
    document = file.document
    if document.form is not FormKind.MINOR or not document.signed_on <= on <= occasion.today:
        return
    verdict = minor_consent(document.born_on, document.signed_on, on, on, occasion.law)
    if verdict.result == "too_late":
        yield Finding(
            code="affirm.too_late",
            field="on",
            severity=Severity.WARNING,
            row=verdict.row,
            citation=verdict.citation,
        )
