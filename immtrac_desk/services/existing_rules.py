"""What stands in the way of an existing consent: its form, its dates, its signer, its scan."""

from collections.abc import Iterator
from datetime import date

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.words import CHOICES, Choice, FormKind, Has, MaySign, Scope, Source, Who
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.signers import SignerFacts, SignerVerdict, may_sign
from immtrac_desk.law.standing import Standing
from immtrac_desk.law.timing import assess_effect_date, assess_signing_date, minor_consent
from immtrac_desk.services.existing_seen import RecordExisting
from immtrac_desk.services.occasion import Occasion

IN_THE_REGISTRY = frozenset({Source.IMMTRAC2, Source.BIRTH_REGISTRATION})
"""Sources that show the consent already in effect; the clinic saw no signature."""


def assess_existing(
    command: RecordExisting, client: Client, standing: Standing, occasion: Occasion
) -> tuple[Finding, ...]:
    """Return what must be put right before the existing consent can be recorded."""
    dates = tuple(_dates(command, client, occasion))
    if dates:
        return dates
    return (
        *_paper(command, occasion),
        *_form(command, client, occasion),
        *_signer(command, client, occasion),
        *_once_only(command, standing),
    )


def _dates(command: RecordExisting, client: Client, occasion: Occasion) -> Iterator[Finding]:
    today = occasion.today
    yield from assess_signing_date(client.born_on, command.signed_on, today)
    if command.affirmed_on is not None:
        yield from assess_effect_date(command.signed_on, command.affirmed_on, today)


def _paper(command: RecordExisting, occasion: Occasion) -> Iterator[Finding]:
    if command.form is FormKind.RELEASE or command.choice is not CHOICES[command.form][0]:
        yield Finding(code="existing.form", field="form")
    if command.choice is Choice.WITHDRAW and not isinstance(command.scope, Scope):
        yield Finding(code="existing.scope", field="scope", row="DT-1.8")
    if not command.where.strip():
        yield Finding(code="existing.where", field="where")
    if command.source is not Source.OTHER_STATEMENT:
        return
    if not occasion.settings["consent.allow_handwritten"]:
        yield Finding(code="existing.handwritten", field="source", row="OQ-7")
    elif command.scan is None:
        yield Finding(code="existing.scan", field="scan", row="OQ-7")


def _form(command: RecordExisting, client: Client, occasion: Occasion) -> Iterator[Finding]:
    signed, law = command.signed_on, occasion.law
    minor = is_minor(client.born_on, signed, law)
    if command.form is FormKind.MINOR and not minor:
        verdict = minor_consent(client.born_on, signed, None, occasion.today, law)
        yield Finding(
            code="existing.minor_form", field="form", row=verdict.row, citation=verdict.citation
        )
    if command.form is FormKind.ADULT and minor:
        yield Finding(code="existing.adult_form", field="form", row="DT-1.1")
    if command.source is Source.BIRTH_REGISTRATION and command.form is not FormKind.MINOR:
        yield Finding(code="existing.birth_registration", field="form", row="DT-1.10")


def _signer(command: RecordExisting, client: Client, occasion: Occasion) -> Iterator[Finding]:
    if command.who is None:
        if command.source not in IN_THE_REGISTRY:
            yield Finding(code="existing.who", field="who")
        return
    if command.source not in IN_THE_REGISTRY and not command.signer_name.strip():
        yield Finding(code="existing.signer_name", field="signer_name")
    verdict = verdict_on(client, command.who, command.signed_on, occasion)
    open_to_override = verdict.may in (MaySign.REFER, MaySign.OVERRIDE)
    if verdict.may is MaySign.YES or (open_to_override and command.override is not None):
        return
    yield Finding(
        code=verdict.explain,
        field="who",
        row=verdict.row,
        citation=verdict.citation,
        overridable=open_to_override,
    )


def verdict_on(client: Client, who: Who, on: date, occasion: Occasion) -> SignerVerdict:
    """Return whether `who` could sign for the client on that day (DT-2, DT-3)."""
    facts = SignerFacts(
        born_on=client.born_on, who=who, guardianship_recorded=client.guardianship_recorded
    )
    return may_sign(facts, on, occasion.law)


def _once_only(command: RecordExisting, standing: Standing) -> Iterator[Finding]:
    same = {FormKind.MINOR: Has.MINOR, FormKind.ADULT: Has.ADULT}.get(command.form)
    if command.choice is Choice.GRANT and same is not None and standing.has is same:
        yield Finding(code="existing.on_file", field="form", row="DT-6.3")
