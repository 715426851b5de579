"""Documents: every filed paper, newest first, what each says, and how often it was printed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.document import Attachment, Document
from immtrac_desk.domain.ids import AttachmentId, DocumentId
from immtrac_desk.domain.rights import may
from ui.presenters.clients import SCANNED
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.papers import DocumentLine, FoundPaper

TONES = {
    "filed": "warn",
    "sent": "warn",
    "affirmed": "good",
    "received": "good",
    "confirmed_by_dshs": "good",
    "answered": "good",
}
"""How a state looks; the others are quiet, for they ask for nothing."""
MOST = 200
"""Papers listed at once; what is typed finds older ones."""
_WAITS = {"grant", "withdraw", "release"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One filed paper in words."""

    document: Document
    day: str
    filed: str
    client: str
    form: str
    choice: str
    state: str
    tone: str


class DocumentsPresenter:
    """`search` takes a name, a record id, a stock number, or what a scanner read."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self.rows: tuple[DocumentRow, ...] = ()
        self.may_reprint = may(desk.actor.role, "reprint")

    def search(self, text: str) -> tuple[DocumentRow, ...]:
        self.rows = tuple(self._row(line) for line in self._desk.papers.documents(text, MOST))
        return self.rows

    def count_code(self) -> str:
        """How to say how many papers are listed."""
        words = {1: "count_1", MOST: "count_most"}.get(len(self.rows), "count_n")
        return f"documents.{words}"

    @staticmethod
    def is_scanned(text: str) -> bool:
        """Whether a scanner typed the code of a sheet."""
        return text.strip().startswith(SCANNED)

    def scanned(self, text: str) -> "FoundPaper":
        """What the sheet belongs to. Raises InputError `code.*`, DeskError `code.nothing`."""
        return self._desk.papers.find_by_qr(text)

    def row_of(self, document_id: DocumentId) -> int:
        """Where a document stands among the rows, -1 where it is not among them."""
        ids = [row.document.id for row in self.rows]
        return ids.index(document_id) if document_id in ids else -1

    def pdf(self, document: Document) -> bytes:
        """The filed bytes, and a line in the book that they were looked at; empty without any."""
        return self._desk.papers.pdf(document.id) if document.digest else b""

    def reprint(self, document: Document) -> bytes:
        """The bytes for the printer, logged."""
        return self._desk.papers.reprint(document.id)

    def note_printed(self, document: Document) -> None:
        """A printer took them: now they count."""
        self._desk.papers.note_printed(document.id)

    def attachments(self, document: Document) -> tuple[tuple[str, Attachment], ...]:
        """What is attached to the client's acts, in words."""
        return tuple(
            (self._attached(a), a) for a in self._desk.papers.attachments(document.client_id)
        )

    def attachment(self, attachment_id: AttachmentId) -> bytes:
        return self._desk.papers.attachment(attachment_id)

    def headline(self, row: DocumentRow) -> tuple[str, str]:
        """The paper's name, and whose it is."""
        born = self._tr.long_date(row.document.born_on)
        return row.form, self._tr.say("documents.whose", name=row.client, born=born)

    def facts(self, row: DocumentRow) -> tuple[tuple[str, str], ...]:
        """Everything frozen on the paper that a person may ask for."""
        paper, say = row.document, self._tr.say
        times = self._desk.papers.times_printed(paper.id)
        return (
            (say("documents.choice"), row.choice),
            (say("documents.signer"), self._signer(paper)),
            (say("documents.signed"), self._signed(paper)),
            (say("documents.filed"), f"{row.filed} · {self._by(paper)}"),
            (say("documents.sheet"), self._sheet(paper)),
            (say("documents.witness"), paper.witness_name),
            (say("documents.interpreter"), paper.interpreter_name),
            (say("documents.received_by"), paper.received_by),
            (say("documents.seen_where"), self._where(paper)),
            (say("documents.printed"), self._times(times)),
            (say("documents.record"), paper.id),
            (say("documents.digest"), paper.digest),
        )

    def _row(self, line: "DocumentLine") -> DocumentRow:
        paper = line.document
        at = paper.filed_at.astimezone(self._desk.now().tzinfo)
        waits = line.state == "filed" and paper.choice.value not in _WAITS
        return DocumentRow(
            document=paper,
            day=self._tr.short_date(at),
            filed=self._tr.moment(at),
            client=line.name.shown,
            form=self._tr.say(f"form_name.{paper.form.value}"),
            choice=self._tr.say(f"option.choice.{paper.choice.value}"),
            state=self._tr.say(f"documents.state.{line.state}"),
            tone="quiet" if waits else TONES.get(line.state, "quiet"),
        )

    def _signer(self, paper: Document) -> str:
        role = self._tr.say(f"signs_as.{paper.who.value}") if paper.who else ""
        return ", ".join(part for part in (paper.signer_name, paper.relation or role) if part)

    def _signed(self, paper: Document) -> str:
        how = self._tr.say(f"documents.manner.{paper.manner.value}") if paper.manner else ""
        clock = f"{paper.signed_at:%H:%M}" if paper.signed_at else ""
        return " · ".join(p for p in (self._tr.long_date(paper.signed_on), clock, how) if p)

    def _sheet(self, paper: Document) -> str:
        revision = paper.revision or self._tr.say("documents.revision_unknown")
        language = self._tr.say(f"option.language.{paper.language}")
        return self._tr.say("documents.sheet_is", revision=revision, language=language)

    def _where(self, paper: Document) -> str:
        if paper.source is None:
            return ""
        source = self._tr.say(f"existing.sources.{paper.source.value}")
        return " · ".join(part for part in (source, paper.source_detail) if part)

    def _times(self, times: int) -> str:
        code = {0: "never", 1: "once"}.get(times, "times")
        return self._tr.say(f"documents.{code}", times=times)

    def _by(self, paper: Document) -> str:
        return next((m.name for m in self._desk.staff.all() if m.id == paper.by), "")

    def _attached(self, attachment: Attachment) -> str:
        what = self._tr.say(f"act_form.attach.whats.{attachment.what}")
        on = self._tr.short_date(attachment.attached_at.astimezone(self._desk.now().tzinfo))
        return f"{what} · {on}"
