"""The counter's room for papers: filed documents, reprints, blank forms, packs, attachments."""

from dataclasses import dataclass

from immtrac_desk.desk.consent_view import pure_occasion
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.paper_view import DocumentLine, FoundPaper, lines_of
from immtrac_desk.domain.document import Attachment, Document, FormPack
from immtrac_desk.domain.ids import ActId, ApplicationId, AttachmentId, ClientId, DocumentId
from immtrac_desk.domain.words import FormKind
from immtrac_desk.errors import DeskError
from immtrac_desk.paperwork.code import read_code
from immtrac_desk.paperwork.packet import PACKET
from immtrac_desk.services.attach import AttachFile, attach, open_attachment
from immtrac_desk.services.blanks import (
    Blank,
    note_blank_printed,
    pack_sheet,
    print_blank,
    sample_sheet,
)
from immtrac_desk.services.note_printed import note_printed
from immtrac_desk.services.packs import all_packs
from immtrac_desk.services.reprint import look_at_document, reprint, times_printed
from immtrac_desk.services.verify_pack import VerifyPack, verify_pack
from immtrac_desk.store.unit_of_work import UnitOfWork

__all__ = ["DocumentLine", "FoundPaper", "PapersRoom"]


@dataclass(slots=True)
class PapersRoom:
    """Everything one may ask or do about paper."""

    corridor: Corridor

    def documents(self, text: str = "", limit: int = 200) -> tuple[DocumentLine, ...]:
        """Return filed papers, newest first; with `text` those of the clients it finds.

        `text` may also be a record id or a stock number.
        """

        def look(uow: UnitOfWork) -> tuple[DocumentLine, ...]:
            found = _found(text, limit, uow) if text.strip() else uow.documents.recent(limit)
            return lines_of(found, uow)

        return self.corridor.read(look)

    def document(self, document_id: DocumentId) -> Document:
        """Return one filed paper's record. Raises DeskError `document.unknown`."""
        return self.corridor.read(lambda uow: uow.documents.get(document_id))

    def pdf(self, document_id: DocumentId) -> bytes:
        """Return the filed bytes and log the look. Raises RefusedError `document.no_sheet`."""
        return self.corridor.perform("look", look_at_document, document_id)

    def reprint(self, document_id: DocumentId) -> bytes:
        """Return the filed bytes for the printer, and log it; an auditor's are marked 'copy'."""
        return self.corridor.perform("reprint", reprint, document_id)

    def note_printed(self, record_id: DocumentId) -> None:
        """Count and log a print that a printer took. Raises RefusedError `print.missing`."""
        self.corridor.perform("note_printed", note_printed, record_id)

    def times_printed(self, document_id: DocumentId) -> int:
        """Return how often a printer took a paper."""
        return self.corridor.read(lambda uow: times_printed(document_id, uow))

    def blank(self, form: FormKind, language: str, copies: int = 1) -> bytes:
        """Return `copies` (1 to 100) blank sheets in one file. Nothing is logged yet."""
        command = Blank(form=form, language=language, copies=copies)
        return self.corridor.perform("print_blank", print_blank, command)

    def note_blank_printed(self, form: FormKind, language: str, copies: int = 1) -> None:
        """Log that a printer took blank sheets."""
        command = Blank(form=form, language=language, copies=copies)
        self.corridor.perform("print_blank", note_blank_printed, command)

    def sample(self, form: FormKind, language: str) -> bytes:
        """Return a sheet filled for an invented client, marked as a sample."""
        return sample_sheet(form, language, pure_occasion(self.corridor))

    def packs(self) -> tuple[FormPack, ...]:
        """Return every form pack and whether the office manager has verified it."""
        return self.corridor.read(all_packs)

    def pack_pdf(self, pack: FormPack) -> bytes:
        """Return the sheet of a pack as the office manager reads it before verifying."""
        return pack_sheet(pack, pure_occasion(self.corridor))

    def verify_pack(self, stock_no: str, language: str, revision: str) -> FormPack:
        """Let a pack serve at the counter, by name and day. Raises RefusedError `pack.unknown`."""
        command = VerifyPack(stock_no=stock_no, language=language, revision=revision)
        return self.corridor.perform("verify_pack", verify_pack, command)

    def attach(self, act_id: ActId, what: str, data: bytes) -> Attachment:
        """Keep a PDF, PNG or JPEG beside an act. Raises InputError `attach.*`."""
        command = AttachFile(act_id=act_id, what=what, data=data)
        return self.corridor.perform("attach", attach, command)

    def attachments(self, client_id: ClientId) -> tuple[Attachment, ...]:
        """Return what is attached to a client's acts, oldest first."""
        return self.corridor.read(lambda uow: uow.attachments.of_client(client_id))

    def attachment(self, attachment_id: AttachmentId) -> bytes:
        """Return an attached file as it came, and log the look."""
        return self.corridor.perform("look", open_attachment, attachment_id)

    def find_by_qr(self, text: str) -> FoundPaper:
        """Return what a scanned sheet belongs to.

        Raises InputError `code.not_ours`, `code.practice`, `code.other_vault`; DeskError
        `code.nothing` where the sheet is this vault's, and its draft was discarded.
        """
        code = read_code(text, self.corridor.paper_check, self.corridor.practice)
        find = _packet if code.stock_no == PACKET else _paper
        return self.corridor.read(lambda uow: find(code.record_id, uow))


def _found(text: str, limit: int, uow: UnitOfWork) -> tuple[Document, ...]:
    clients = [match.id for match in uow.clients.find(text, limit)]
    theirs = {d.id: d for client in clients for d in uow.documents.of_client(client)}
    asked = text.strip().upper()
    for document in uow.documents.recent(limit):
        if asked in (document.id, document.stock_no):
            theirs[document.id] = document
    newest = sorted(theirs.values(), key=lambda document: document.filed_at, reverse=True)
    return tuple(newest[:limit])


def _paper(record_id: DocumentId, uow: UnitOfWork) -> FoundPaper:
    try:
        document = uow.documents.get(record_id)
    except DeskError:
        return _unfiled(record_id, uow)
    survivor = uow.merges.survivor_of(document.client_id)
    return FoundPaper(document_id=document.id, client_id=survivor)


def _packet(record_id: DocumentId, uow: UnitOfWork) -> FoundPaper:
    """A packet carries the number of its application, signed or not."""
    return FoundPaper(application_id=uow.applications.get(ApplicationId(record_id)).id)


def _unfiled(record_id: DocumentId, uow: UnitOfWork) -> FoundPaper:
    prints = uow.prints.of_record(record_id)
    if not prints:
        raise DeskError("code.nothing")
    kept = uow.drafts.get(prints[-1].draft_id)
    if kept is None:
        return FoundPaper(printed_only=True)
    return FoundPaper(draft_id=kept.draft.id, client_id=kept.draft.client.id)
