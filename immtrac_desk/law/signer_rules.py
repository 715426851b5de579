"""Preflight of the signer: DT-2, DT-3, what must be seen, the mark, the name on record."""

from collections.abc import Iterator
from datetime import date

from immtrac_desk.domain.draft import ConsentDraft, PaperSeen
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.values import fold, said
from immtrac_desk.domain.words import Choice, FormKind, MaySign, Severity, Who
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.desk_context import DeskContext
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.signers import SignerFacts, SignerVerdict, mark_row, may_sign
from immtrac_desk.law.standing import Standing

_NOTHING_GIVEN = (Choice.DECLINE, Choice.KEEP, Choice.NOT_RELEASE)
_DISAGREEING = "DT-2.12"
_MUST_BE_SEEN = {
    "order_seen": "signer.order_not_seen",
    "document_seen": "signer.document_not_seen",
    "document_date": "signer.document_date_missing",
}


def assess_signer(
    draft: ConsentDraft,
    standing: Standing,
    context: DeskContext,
    on: date,
    settings: LawSettings,
) -> tuple[Finding, ...]:
    """Return the findings on the signer, `on` being the signing day."""
    findings = [*_named(draft), *_mark(draft, on, settings)]
    if draft.who is not None:
        verdict = may_sign(
            SignerFacts(
                born_on=draft.client.born_on,
                who=draft.who,
                guardianship_recorded=draft.client.guardianship_recorded,
                disagreement=standing.disagreement and not _takes_a_side(draft),
            ),
            on,
            settings,
        )
        findings += [*_verdict(draft, verdict), *_seen(draft.paper_seen, verdict)]
        findings += _on_record(draft, context, on, settings)
    return tuple(findings)


def _takes_a_side(draft: ConsentDraft) -> bool:
    """Refusing and withdrawing are noted on both sides, and a release is no consent (DT-6.4)."""
    consents = (FormKind.MINOR, FormKind.ADULT, FormKind.DISASTER)
    return draft.form not in consents or draft.choice is Choice.DECLINE


def _named(draft: ConsentDraft) -> Iterator[Finding]:
    if draft.who is None:
        yield Finding(code="signer.missing", field="signer.who", row="DT-2.13", citation=_HOUSE)
    if not draft.signer_name:
        yield Finding(
            code="signer.name_missing", field="signer.name", row="preflight", citation=_HOUSE
        )


def _verdict(draft: ConsentDraft, verdict: SignerVerdict) -> Iterator[Finding]:
    if verdict.may is MaySign.YES:
        return
    overridable = verdict.may in (MaySign.OVERRIDE, MaySign.REFER)
    yield Finding(
        code=verdict.explain,
        field="signer.who",
        severity=_severity(draft, verdict, overridable),
        row=verdict.row,
        citation=verdict.citation,
        overridable=overridable,
    )
    if draft.choice is Choice.DECLINE and verdict.row != _DISAGREEING:
        yield _warn("signer.refusal_is_note", "choice", "DT-5.9")


def _severity(draft: ConsentDraft, verdict: SignerVerdict, overridable: bool) -> Severity:
    """A supervisor's override with reason and what was seen passes; so does giving nothing.

    One of two who disagree may always refuse or withdraw: both are noted (DT-6.4).
    """
    override = draft.override
    overridden = override is not None and bool(override.reason) and bool(override.seen)
    noted = verdict.row == _DISAGREEING and _takes_a_side(draft)
    passes = draft.choice in _NOTHING_GIVEN or noted or (overridable and overridden)
    return Severity.WARNING if passes else Severity.ERROR


def _seen(paper: PaperSeen, verdict: SignerVerdict) -> Iterator[Finding]:
    if verdict.may is not MaySign.YES:
        return
    for need in verdict.needs:
        there = paper.dated_on is not None if need == "document_date" else paper.seen
        if not there:
            yield _warn(_MUST_BE_SEEN[need], "paper_seen", verdict.row, verdict.citation)


def _mark(draft: ConsentDraft, on: date, settings: LawSettings) -> Iterator[Finding]:
    """E26: a mark counts before a witness, who is not the signer."""
    if not draft.cannot_write:
        return
    found = mark_row(is_minor(draft.client.born_on, on, settings), on)
    witness = fold(draft.witness_name)
    code = "" if witness else "witness.missing"
    if witness and witness == fold(draft.signer_name):
        code = "witness.is_signer"
    if code:
        yield Finding(code=code, field="witness_name", row=found.id, citation=found.citation)


def _on_record(
    draft: ConsentDraft, context: DeskContext, on: date, settings: LawSettings
) -> list[Finding]:
    """E25: the printed name differs from the person on record."""
    signer = fold(draft.signer_name)
    minor = is_minor(draft.client.born_on, on, settings)
    known = context.responsible_names
    if not signer:
        return []
    if minor and known and draft.who is not Who.SELF and signer not in known:
        return [_warn("signer.not_on_record", "signer.name", "E25")]
    if not minor and draft.who is Who.SELF and signer not in _own_names(draft):
        return [_warn("signer.name_differs", "signer.name", "E25")]
    return []


def _own_names(draft: ConsentDraft) -> set[str]:
    name = draft.client.name
    first, middle, last = fold(said(name.first)), fold(said(name.middle)), fold(said(name.last))
    return {first + last, first + middle + last, last + first, last + first + middle}


_HOUSE = "House rule"


def _warn(code: str, field: str, row: str, citation: str = _HOUSE) -> Finding:
    return Finding(code=code, field=field, severity=Severity.WARNING, row=row, citation=citation)
