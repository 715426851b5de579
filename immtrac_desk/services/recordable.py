"""What must hold at the moment of recording, beyond the form itself: the signature and its day."""

from collections.abc import Iterator

from immtrac_desk.domain.document import Point, Signature
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import DocumentId, PrintId
from immtrac_desk.domain.words import Choice, Manner, Severity
from immtrac_desk.errors import RefusedError
from immtrac_desk.law.signing import manners
from immtrac_desk.services.assess_draft import Assessment, Signing
from immtrac_desk.services.file_paper import WET
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.on_document import open_standing_file
from immtrac_desk.store.unit_of_work import UnitOfWork

UNSIGNED = frozenset({Choice.DECLINE, Choice.KEEP, Choice.NOT_RELEASE})
"""Choices that need no ink: a refusal needs who, when and by whom recorded."""
_MARKS = frozenset({Manner.MARK, Manner.WET_MARK})


def refuse_unrecordable(
    draft: ConsentDraft,
    signature: Signature,
    assessment: Assessment,
    uow: UnitOfWork,
    occasion: Occasion,
) -> None:
    """Raise RefusedError `record.filed` or `record.refused` with everything that stands against."""
    if uow.acts.of_document(draft.record_id):
        raise RefusedError("record.filed")
    if draft.replaces is not None:
        _refuse_unreplaceable(draft, draft.replaces, uow)
    signing = assess_signature(draft, signature, occasion)
    errors = tuple(f for f in (*assessment.errors, *signing) if f.severity is Severity.ERROR)
    if errors:
        raise RefusedError("record.refused", errors)


def _refuse_unreplaceable(draft: ConsentDraft, replaces: DocumentId, uow: UnitOfWork) -> None:
    """Only a standing consent of the same client is replaced (DT-6.3)."""
    file = open_standing_file(replaces, uow)
    if uow.merges.survivor_of(file.document.client_id) != draft.client.id:
        raise RefusedError("document.of_another_client")
    if not file.is_grant:
        raise RefusedError("replacement.not_a_grant", row="DT-6.3")


def signing_of(signature: Signature, print_id: PrintId | None, uow: UnitOfWork) -> Signing:
    """Return how the draft was signed; raises DeskError `print.unknown`."""
    wet = signature.manner in WET and print_id is not None
    printed = uow.prints.get(print_id) if wet and print_id else None
    return Signing(on=signature.signed_on, printed=printed, recording=True)


def assess_signature(
    draft: ConsentDraft, signature: Signature, occasion: Occasion
) -> tuple[Finding, ...]:
    """Return what is wrong with how the form was signed (DT-10.4, DT-3.6); days are the law's."""
    return (
        *_manner(draft, signature, occasion),
        *_ink(draft, signature, occasion),
    )


def _manner(draft: ConsentDraft, signature: Signature, occasion: Occasion) -> Iterator[Finding]:
    if signature.manner not in manners(occasion.law):
        yield Finding(code="signature.paper_only", field="signature", row="DT-10.4")
    if draft.cannot_write is not (signature.manner in _MARKS):
        yield Finding(code="signature.manner", field="signature", row="DT-3.6")


def on_the_pad(point: Point) -> bool:
    """True for a finite point in or close around the area, which a hand may leave a little."""
    x, y, moment, pressure = point
    return -1 <= x <= 2 and -1 <= y <= 2 and moment >= 0 and 0 <= pressure <= 1


def _ink(draft: ConsentDraft, signature: Signature, occasion: Occasion) -> Iterator[Finding]:
    if signature.manner in WET:
        if not signature.seen_by.strip():
            yield Finding(code="signature.seen_by", field="seen_by")
        return
    if signature.signed_on != occasion.today:
        yield Finding(code="signature.not_today", field="signed_on", row="E3")
    drawn = (*signature.strokes, *signature.witness_strokes)
    if not all(on_the_pad(point) for stroke in drawn for point in stroke):
        yield Finding(code="signature.strokes", field="signature")
    if not any(signature.strokes):
        if draft.choice not in UNSIGNED:
            yield Finding(code="signature.missing", field="signature")
    elif signature.manner is Manner.MARK and not any(signature.witness_strokes):
        yield Finding(code="witness.unsigned", field="signature", row="DT-3.6")
