"""The counter's room for consents: which form, who signs, the draft, and every act after it."""

from dataclasses import dataclass, field
from datetime import date

from immtrac_desk.desk.consent_view import Advice, advice_of, pure_occasion
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.domain.act import Act
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.draft import ConsentDraft, KeptDraft, Print
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, DraftId
from immtrac_desk.domain.words import Intent, Responder, Who
from immtrac_desk.errors import RefusedError
from immtrac_desk.law.signers import SignerFacts, SignerVerdict, may_sign
from immtrac_desk.paperwork.sheets import Drawn, draw
from immtrac_desk.services.affirm import Affirm, affirm, against_affirming
from immtrac_desk.services.answer_release import AnswerRelease, answer_release
from immtrac_desk.services.assess_draft import Assessment, Signing, assess_draft
from immtrac_desk.services.begin_draft import Begin, begin_draft, draft_again
from immtrac_desk.services.confirm_withdrawal import ConfirmWithdrawal, confirm_withdrawal
from immtrac_desk.services.existing_seen import RecordExisting
from immtrac_desk.services.file_paper import paper_of
from immtrac_desk.services.ground import Ground, read_ground
from immtrac_desk.services.invalidate import InvalidateDocument, invalidate
from immtrac_desk.services.keep_draft import discard_draft, keep_draft, resume_draft
from immtrac_desk.services.on_client import read_file
from immtrac_desk.services.print_for_ink import Printed, print_for_ink
from immtrac_desk.services.record_consent import Receipt, RecordConsent, record_consent
from immtrac_desk.services.record_existing import record_existing
from immtrac_desk.services.refer import Refer, refer_to_dshs
from immtrac_desk.services.send import ConfirmReceipt, SendPaper, confirm_receipt, send
from immtrac_desk.services.settle_conflict import SettleConflict, settle_conflict
from immtrac_desk.services.supersede_draft import is_superseded, supersede_draft
from immtrac_desk.services.tidy_draft import tidy_draft
from immtrac_desk.services.undo import UndoAct, can_undo, right_to_undo, undo

__all__ = [
    "Advice",
    "Assessment",
    "ConsentRoom",
    "Drawn",
    "Printed",
    "Receipt",
    "RecordConsent",
    "RecordExisting",
]


@dataclass(slots=True)
class ConsentRoom:
    """Everything one may ask or do about consents, withdrawals and releases."""

    corridor: Corridor
    _grounds: dict[DocumentId, Ground] = field(default_factory=dict)
    """What was read under each draft on the screen, until anything changes."""

    def __post_init__(self) -> None:
        self.corridor.keepers.append(self._forget)

    # -- questions -------------------------------------------------------------------------

    def advise(
        self,
        client: Client,
        intent: Intent,
        *,
        responder: Responder = Responder.NONE,
        birth_registration: bool = False,
    ) -> Advice:
        """Return the form the law asks for today (DT-1) and where the client stands.

        Raises InputError `date.missing` or `date.before_birth`.
        """
        occasion = pure_occasion(self.corridor)
        read = self.corridor.read(lambda uow: read_file(client, uow, occasion))
        return advice_of(read, intent, responder, birth_registration, occasion)

    def may_sign(self, client: Client, who: Who, *, disagreement: bool = False) -> SignerVerdict:
        """Return whether `who` may sign for the client today (DT-2, DT-3)."""
        facts = SignerFacts(
            born_on=client.born_on,
            who=who,
            guardianship_recorded=client.guardianship_recorded,
            disagreement=disagreement,
        )
        return may_sign(facts, self.corridor.today(), self.corridor.law())

    def assess(self, draft: ConsentDraft) -> Assessment:
        """Return everything said about a draft today; quick enough for every keystroke."""
        occasion = pure_occasion(self.corridor)
        return assess_draft(draft, self._ground(draft), occasion, Signing(on=occasion.today))

    def assess_affirmation(self, document_id: DocumentId, on: date) -> tuple[Finding, ...]:
        """Return what stands against affirming on `on`, too late (E2) among it, before the act."""
        return self.corridor.read(
            lambda uow: against_affirming(document_id, on, uow, self.corridor.occasion(uow))
        )

    def can_undo(self, act: Act) -> bool:
        """True if the actor may undo this act now."""
        acts = self.corridor.read(lambda uow: uow.acts.of_client(act.client_id))
        return can_undo(act, acts, pure_occasion(self.corridor))

    # -- drafts ----------------------------------------------------------------------------

    def begin(
        self, client: ClientId | Client, intent: Intent, language: str, *, despite: bool = False
    ) -> ConsentDraft:
        """Return a fresh draft with its record id; nothing is saved.

        `despite` begins one although a consent is on file: to replace it, or for another
        representative's refusal. Raises RefusedError `begin.no_form` with findings.
        """
        command = Begin(client=client, intent=intent, language=language, despite=despite)
        return self.corridor.read(
            lambda uow: begin_draft(command, uow, self.corridor.occasion(uow))
        )

    def again(self, document_id: DocumentId) -> ConsentDraft:
        """Return a fresh draft that begins like a filed one: offered after an undo."""
        return self.corridor.read(
            lambda uow: draft_again(document_id, uow, self.corridor.occasion(uow))
        )

    def keep(self, draft: ConsentDraft) -> None:
        """Keep the draft as it stands. Raises RefusedError `draft.of_another`."""
        self.corridor.perform("keep_draft", keep_draft, draft)

    def drafts(self) -> tuple[KeptDraft, ...]:
        """Return the actor's own kept drafts, newest first."""
        return self.corridor.read(lambda uow: uow.drafts.of_staff(self.corridor.actor.id))

    def resume(self, draft_id: DraftId) -> ConsentDraft:
        """Return one's own kept draft to go on with, and log it."""
        return self.corridor.perform("keep_draft", resume_draft, draft_id)

    def discard(self, draft_id: DraftId) -> None:
        """Drop one's own draft."""
        self.corridor.perform("keep_draft", discard_draft, draft_id)

    # -- paper -----------------------------------------------------------------------------

    def draw_up(self, draft: ConsentDraft) -> Drawn:
        """Return the sheet as it stands: what the signer reads, and whose digest is filed.

        Raises InputError beside a text that cannot be printed, RefusedError `pack.none`.
        """
        tidy, occasion = tidy_draft(draft), pure_occasion(self.corridor)
        pack = self._ground(draft).pack(draft, occasion.today)
        if pack is None:
            raise RefusedError("pack.none")
        return draw(paper_of(tidy, pack, occasion))

    def print_for_ink(self, draft: ConsentDraft) -> Printed:
        """Keep a print for a pen and return its bytes. Raises RefusedError `print.refused`.

        `papers.note_printed` counts it once a printer took it.
        """
        return self.corridor.perform("print", print_for_ink, draft)

    def last_print(self, draft_id: DraftId) -> Print | None:
        """Return the newest print of a draft, so that paper signed days later finds its panel."""
        prints = self.corridor.read(lambda uow: uow.prints.of_draft(draft_id))
        return max(prints, key=lambda one: one.printed_at, default=None)

    def record(self, command: RecordConsent) -> Receipt:
        """File a signed form in one act. Raises RefusedError `record.refused` with findings.

        A minor form that came too late is superseded: `record.turned_18` names the `draft` of
        the adult form that takes its place (E1).
        """
        right = "override" if command.draft.override else "record_consent"
        try:
            return self.corridor.perform(right, record_consent, command)
        except RefusedError as refused:
            if not is_superseded(command.draft, refused.findings):
                raise
            adult = self.corridor.perform("keep_draft", supersede_draft, command.draft)
            raise RefusedError("record.turned_18", refused.findings, draft=adult.id) from None

    def record_existing(self, command: RecordExisting) -> Document:
        """Record a consent that was made elsewhere. Raises RefusedError `existing.refused`."""
        right = "override" if command.override else "record_existing"
        return self.corridor.perform(right, record_existing, command)

    # -- acts on a document ----------------------------------------------------------------

    def affirm(self, document_id: DocumentId, on: date, registry_user: str) -> Act:
        """Record the affirmation in ImmTrac2. Raises RefusedError `affirm.refused`."""
        command = Affirm(document_id=document_id, on=on, registry_user=registry_user)
        return self.corridor.perform("affirm", affirm, command)

    def send(self, document_id: DocumentId, on: date, channel: str, detail: str = "") -> Act:
        """Record that the paper was sent or handed over (DT-8.2 to 8.4)."""
        command = SendPaper(document_id=document_id, on=on, channel=channel, detail=detail)
        return self.corridor.perform("send", send, command)

    def confirm_receipt(self, document_id: DocumentId, on: date, how: str) -> Act:
        """Record when a consent was received."""
        command = ConfirmReceipt(document_id=document_id, on=on, how=how)
        return self.corridor.perform("confirm", confirm_receipt, command)

    def confirm_withdrawal(
        self, document_id: DocumentId, on: date, attachment: bytes | None = None
    ) -> Act:
        """Record DSHS's confirmation of a withdrawal, with its letter if it is here."""
        command = ConfirmWithdrawal(document_id=document_id, on=on, attachment=attachment)
        return self.corridor.perform("confirm", confirm_withdrawal, command)

    def invalidate(self, document_id: DocumentId, note: str) -> Act:
        """Mark a document as wrong from the start (E28)."""
        command = InvalidateDocument(document_id=document_id, note=note)
        return self.corridor.perform("invalidate", invalidate, command)

    def settle_conflict(
        self, client_id: ClientId, prevails: DocumentId, seen: str, on: date
    ) -> Act:
        """Settle a disagreement by the order or statement seen (DT-6.5)."""
        command = SettleConflict(client_id=client_id, prevails=prevails, seen=seen, on=on)
        return self.corridor.perform("settle_conflict", settle_conflict, command)

    def answer_release(
        self, document_id: DocumentId, on: date, given: str, to: str, how: str = ""
    ) -> Act:
        """Record how a release was answered (DT-8.4)."""
        command = AnswerRelease(document_id=document_id, on=on, given=given, to=to, how=how)
        return self.corridor.perform("answer_release", answer_release, command)

    def refer(self, client_id: ClientId, note: str) -> None:
        """Open the task 'refer to DSHS' for an unclear signer (DT-2.11, DT-3.7)."""
        command = Refer(client_id=client_id, note=note)
        self.corridor.perform("record_consent", refer_to_dshs, command)

    def undo(self, act_id: ActId, reason: str) -> Act:
        """Append 'entered in error'; nothing is erased."""
        act = self.corridor.read(lambda uow: uow.acts.get(act_id))
        acts = self.corridor.read(lambda uow: uow.acts.of_client(act.client_id))
        right = right_to_undo(act, acts, pure_occasion(self.corridor))
        return self.corridor.perform(right, undo, UndoAct(act_id=act_id, reason=reason))

    def _ground(self, draft: ConsentDraft) -> Ground:
        if draft.record_id not in self._grounds:
            self._grounds[draft.record_id] = self.corridor.read(lambda uow: read_ground(draft, uow))
        return self._grounds[draft.record_id]

    def _forget(self, _: Changes) -> None:
        self._grounds.clear()
