"""Record a signed form, whatever was chosen on it: one act, one transaction."""

from dataclasses import dataclass, replace
from typing import Any

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document, Signature
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.ids import PrintId
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import RefusedError
from immtrac_desk.law.standing import Standing
from immtrac_desk.services.acts_of_record import Filed, act_of, part
from immtrac_desk.services.assess_draft import Assessment, assess_draft
from immtrac_desk.services.attach import keep_attachment
from immtrac_desk.services.client_shape import refuse_malformed
from immtrac_desk.services.file_paper import WET, FiledPaper, signed_in_ink, signed_on_screen
from immtrac_desk.services.ground import Ground, read_ground
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.on_client import read_file
from immtrac_desk.services.override import override_line, refuse_false_override
from immtrac_desk.services.recordable import refuse_unrecordable, signing_of
from immtrac_desk.services.save_client import put_client
from immtrac_desk.services.settle_by_absence import settled_by_absence
from immtrac_desk.services.tidy_draft import tidy_draft
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConsent:
    """`digest_read` is that of the sheet the signer read; `print_id` the print signed in ink.

    `scan` is the signed paper as PDF, PNG or JPEG, if one was made.
    """

    draft: ConsentDraft
    signature: Signature
    digest_read: str = ""
    print_id: PrintId | None = None
    scan: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What was filed, the bytes to print or hand over, the act, and where the client stands."""

    document: Document
    pdf: bytes
    act: Act
    standing: Standing


def record_consent(command: RecordConsent, uow: UnitOfWork, occasion: Occasion) -> Outcome[Receipt]:
    """File the document, enter its acts, correct the client, drop the draft; all or nothing.

    Raises InputError beside a malformed text; RefusedError `record.refused` with findings,
    `record.filed`, `sheet.changed`, `print.*`, `right.missing`, `override.*`.
    """
    draft = tidy_draft(command.draft)
    refuse_malformed(draft.client, occasion.today)
    refuse_false_override(draft.override, occasion)
    ground = read_ground(draft, uow)
    signing = signing_of(command.signature, command.print_id, uow)
    assessment = assess_draft(draft, ground, occasion, signing)
    refuse_unrecordable(draft, command.signature, assessment, uow, occasion)
    client = put_client(draft.client, ground.kept, uow)
    paper = _paper(command, draft, ground, uow, occasion)
    filed = _filed(command, draft, paper, assessment, occasion)
    uow.documents.add(filed.document, paper.pdf, _signature(command, draft))
    acts = _enter(filed, draft, ground, uow, occasion)
    uow.drafts.remove(draft.id)
    lines = (*_client_lines(client, ground, occasion), *_lines(acts, filed, paper, occasion))
    scan = _scan(command, acts[0], uow, occasion)
    standing = read_file(client, uow, occasion).standing
    receipt = Receipt(document=filed.document, pdf=paper.pdf, act=acts[0], standing=standing)
    return Outcome(receipt, (*lines, *scan), _changes(receipt, draft))


def _paper(
    command: RecordConsent,
    draft: ConsentDraft,
    ground: Ground,
    uow: UnitOfWork,
    occasion: Occasion,
) -> FiledPaper:
    pack = ground.pack(draft, command.signature.signed_on)
    if command.signature.manner in WET:
        return signed_in_ink(draft, command.print_id, command.signature, pack, uow, occasion)
    if pack is None:
        raise RefusedError("pack.none")
    return signed_on_screen(draft, pack, command.signature, command.digest_read, occasion)


def _signature(command: RecordConsent, draft: ConsentDraft) -> Signature:
    seen_by = clean(command.signature.seen_by, "seen_by")
    return replace(command.signature, seen_by=seen_by, printed_name=draft.signer_name)


def _filed(
    command: RecordConsent,
    draft: ConsentDraft,
    paper: FiledPaper,
    assessment: Assessment,
    occasion: Occasion,
) -> Filed:
    return Filed(
        document=_document(draft, command.signature, paper, occasion),
        scope=draft.scope,
        row=assessment.row,
        verdict=assessment.signer,
        override=draft.override,
        responder=draft.responder,
    )


def _document(
    draft: ConsentDraft, signature: Signature, paper: FiledPaper, occasion: Occasion
) -> Document:
    assert draft.choice is not None  # an open choice has been refused
    return Document(
        id=draft.record_id,
        client_id=draft.client.id,
        form=draft.form,
        stock_no=draft.form.stock_no,
        revision=paper.revision,
        language=paper.language,
        filed_at=occasion.now,
        by=occasion.actor.id,
        choice=draft.choice,
        client_name=draft.client.name,
        born_on=draft.client.born_on,
        signer_name=draft.signer_name,
        who=draft.who,
        relation=draft.relation,
        signed_on=signature.signed_on,
        signed_at=signature.signed_at,
        manner=signature.manner,
        received_by=draft.received_by,
        witness_name=draft.witness_name,
        interpreter_name=draft.interpreter_name,
        digest_read=paper.digest_read,
        digest=paper.digest,
        revision_note=paper.note,
        answers=paper.answers,
    )


def _enter(
    filed: Filed, draft: ConsentDraft, ground: Ground, uow: UnitOfWork, occasion: Occasion
) -> tuple[Act, ...]:
    made = act_of(filed, ground.read(draft.client, occasion), occasion)
    uow.acts.add(made)
    parts = settled_by_absence(made, draft.client, ground, uow, occasion)
    if draft.replaces is not None and made.kind is ActKind.CONSENT_GRANTED:
        facts = {"reason": draft.replacement_reason, "by_document": filed.document.id}
        kind = ActKind.DOCUMENT_REPLACED
        parts = (*parts, part(made, kind, draft.replaces, occasion, row="DT-6.3", **facts))
    for act in parts:
        uow.acts.add(act)
    return (made, *parts)


def _lines(
    acts: tuple[Act, ...], filed: Filed, paper: FiledPaper, occasion: Occasion
) -> tuple[AuditEntry, ...]:
    document = filed.document
    facts: dict[str, Any] = {
        "form": document.stock_no,
        "language": document.language,
        "revision": document.revision,
        "manner": document.manner.value if document.manner else "",
    }
    told = [
        entry(
            occasion, act.kind.value, about=act, document_digest=paper.digest, **facts
        )
        for act in acts
    ]  # fmt: skip
    if filed.override is not None:
        told.append(override_line(filed.override, acts[0], occasion))
    return tuple(told)


def _client_lines(client: Client, ground: Ground, occasion: Occasion) -> tuple[AuditEntry, ...]:
    if ground.kept is not None and ground.kept.version == client.version:
        return ()
    act = "client_corrected" if ground.kept else "client_added"
    return (entry(occasion, act, client_id=client.id, version=client.version),)


def _scan(
    command: RecordConsent, act: Act, uow: UnitOfWork, occasion: Occasion
) -> tuple[AuditEntry, ...]:
    if command.scan is None:
        return ()
    return keep_attachment(act, "scan", command.scan, uow, occasion).entries


def _changes(receipt: Receipt, draft: ConsentDraft) -> Changes:
    documents = {receipt.document.id} | ({draft.replaces} if draft.replaces else set())
    return Changes(
        clients=frozenset({receipt.document.client_id}),
        documents=frozenset(documents),
        drafts=True,
    )
