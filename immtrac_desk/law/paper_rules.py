"""Preflight of the paper: does the form fit, may it be signed now, does its pack serve."""

from collections.abc import Iterator
from datetime import date

from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.words import (
    CHOICES,
    Choice,
    FormKind,
    Has,
    Intent,
    Responder,
    Severity,
    Status,
)
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.desk_context import DeskContext
from immtrac_desk.law.forms import FormAdvice, FormFacts, which_form
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.several import assess_second_grant
from immtrac_desk.law.standing import Standing
from immtrac_desk.law.tables import row
from immtrac_desk.law.timing import assess_signing_date, minor_consent

_INTENTS = {
    FormKind.MINOR: Intent.JOIN,
    FormKind.ADULT: Intent.JOIN,
    FormKind.DISASTER: Intent.KEEP_DISASTER,
    FormKind.WITHDRAWAL: Intent.LEAVE,
    FormKind.RELEASE: Intent.COPY,
}
_NOTES = {
    "dir_not_needed": ("disaster.not_needed", "form"),
    "nothing_on_file": ("withdrawal.nothing_on_file", "form"),
    "adult_form_first": ("release.adult_form_first", "form"),
    "childhood_data_may_be_gone": ("history.may_be_gone", "form"),
}


def before_birth(draft: ConsentDraft, signing_on: date, on: date) -> tuple[Finding, ...]:
    """Return the one finding that matters while the birth date lies after the signature."""
    if draft.client.born_on > on:
        return (_error("birth.in_future", "client.born_on", "DT-4.6", on),)
    return assess_signing_date(draft.client.born_on, signing_on, on)


def assess_paper(
    draft: ConsentDraft,
    standing: Standing,
    context: DeskContext,
    signing_on: date,
    on: date,
    settings: LawSettings,
) -> tuple[Finding, ...]:
    """Return the findings on form, dates, choice and pack; the form of the signing day counts."""
    return (
        *assess_signing_date(draft.client.born_on, signing_on, on),
        *_form(draft, standing, context, signing_on, settings),
        *_too_late(draft, signing_on, on, settings),
        *_responder(draft, signing_on, settings),
        *_history(draft, standing, on),
        *_choice(draft, context, on),
        *_pack(context, on),
    )


def _form(
    draft: ConsentDraft,
    standing: Standing,
    context: DeskContext,
    on: date,
    settings: LawSettings,
) -> Iterator[Finding]:
    died = standing.status is Status.DECEASED
    facts = FormFacts(
        born_on=draft.client.born_on,
        has=standing.has,
        intent=_INTENTS[draft.form],
        died=died,
    )
    advice = which_form(facts, on, settings)
    if advice.row == "DT-1.0":
        yield _deceased(draft, advice, on)
    elif advice.form is None and _fits_age(draft, on, settings):
        yield from assess_second_grant(draft.replaces, draft.replacement_reason, on, draft.choice)
    elif advice.form is not draft.form:
        yield _wrong_form(draft, context, advice, on, settings)
    for note in advice.notes:
        if note in _NOTES:
            code, field = _NOTES[note]
            yield _warn(code, field, advice.row, on, advice.citation)


def _deceased(draft: ConsentDraft, advice: FormAdvice, on: date) -> Finding:
    """E20: no new consent; requests for the record go by the clinic's own policy."""
    code = "client.deceased_record" if draft.form is FormKind.RELEASE else "client.deceased"
    make = _warn if draft.form is FormKind.RELEASE else _error
    return make(code, "form", advice.row, on, advice.citation)


def _fits_age(draft: ConsentDraft, on: date, settings: LawSettings) -> bool:
    minor = is_minor(draft.client.born_on, on, settings)
    return (draft.form is FormKind.MINOR) is minor


def _wrong_form(
    draft: ConsentDraft,
    context: DeskContext,
    advice: FormAdvice,
    on: date,
    settings: LawSettings,
) -> Finding:
    """E1: printed at 17, now 18, says so; any other form that does not fit names the right one."""
    born_on = draft.client.born_on
    printed = context.printed_on
    turned = draft.form is FormKind.MINOR and printed and is_minor(born_on, printed, settings)
    found = row("DT-4.4" if turned else "DT-4.3", on) if draft.form is FormKind.MINOR else None
    return Finding(
        code="form.turned_18" if turned else "form.wrong_for_age",
        field="form",
        row=found.id if found else advice.row,
        citation=found.citation if found else advice.citation,
        facts={"form": draft.form.stock_no, "right_form": advice.form.stock_no}
        if advice.form
        else {"form": draft.form.stock_no},
    )


def _too_late(
    draft: ConsentDraft, signing_on: date, on: date, settings: LawSettings
) -> Iterator[Finding]:
    """E2: signed in time, but already 18 today and not in effect."""
    born_on = draft.client.born_on
    signed_as_minor = draft.form is FormKind.MINOR and is_minor(born_on, signing_on, settings)
    if signed_as_minor and draft.choice is not Choice.DECLINE and signing_on <= on:
        verdict = minor_consent(born_on, signing_on, None, on, settings)
        if verdict.result == "too_late":
            yield _error("date.too_late", "signed_on", verdict.row, on, verdict.citation)


def _responder(draft: ConsentDraft, on: date, settings: LawSettings) -> Iterator[Finding]:
    """E15: F and A need 18, M needs less."""
    if draft.form not in (FormKind.MINOR, FormKind.ADULT):
        return
    minor = is_minor(draft.client.born_on, on, settings)
    grown = draft.responder in (Responder.RESPONDER, Responder.ADULT_FAMILY)
    if minor and grown:
        yield _error("responder.needs_adult", "responder", "DT-1.12", on)
    if not minor and draft.responder is Responder.MINOR_FAMILY:
        yield _error("responder.needs_minor", "responder", "DT-1.11", on)


def _history(draft: ConsentDraft, standing: Standing, on: date) -> Iterator[Finding]:
    """E14 and E17: what a grant does not bring back, what a disaster consent does not cover."""
    if draft.form in (FormKind.MINOR, FormKind.ADULT):
        if standing.status is Status.WITHDRAWN:
            yield _warn("history.removed_does_not_return", "choice", "DT-6.2", on)
        if standing.status is Status.CONFLICT:
            yield _warn("conflict.open", "choice", "DT-6.4", on)
    if draft.form is FormKind.DISASTER and standing.has is Has.NONE:
        yield _warn("disaster.ordinary_doses_rejected", "form", "DT-6.6", on)


def _choice(draft: ConsentDraft, context: DeskContext, on: date) -> Iterator[Finding]:
    severity = Severity.ERROR if context.recording else Severity.NOTE
    if draft.choice is None:
        yield _found("choice.not_made", "choice", "preflight", on, severity)
    elif draft.choice not in CHOICES[draft.form]:
        yield _error("choice.not_of_this_form", "choice", "preflight", on)
    elif draft.choice is Choice.WITHDRAW and draft.scope is None:
        yield _found("scope.not_made", "scope", "DT-1.8", on, severity)


def _pack(context: DeskContext, on: date) -> Iterator[Finding]:
    """E24 and E29; in practice nothing needs to be verified."""
    if not context.pack_available:
        yield _warn("pack.language_missing", "pack", "E24", on)
    elif not context.pack_verified and not context.practice:
        yield _error("pack.not_verified", "pack", "OQ-1", on)
    if context.pack_older_than_english:
        yield _warn("pack.older_than_english", "pack", "E24", on)
    if context.pack_superseded:
        yield _warn("pack.superseded", "pack", "E29", on)


_HOUSE = "House rule"


def _found(
    code: str, field: str, row_id: str, on: date, severity: Severity, citation: str = ""
) -> Finding:
    basis = citation or (row(row_id, on).citation if row_id.startswith("DT-") else _HOUSE)
    return Finding(code=code, field=field, severity=severity, row=row_id, citation=basis)


def _warn(code: str, field: str, row_id: str, on: date, citation: str = "") -> Finding:
    return _found(code, field, row_id, on, Severity.WARNING, citation)


def _error(code: str, field: str, row_id: str, on: date, citation: str = "") -> Finding:
    return _found(code, field, row_id, on, Severity.ERROR, citation)
