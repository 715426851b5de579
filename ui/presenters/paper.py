"""The sheet of a draft: drawn live, printed for ink, signed, recorded in one act."""

from dataclasses import replace
from datetime import date

from immtrac_desk.desk.consents import Drawn, Receipt, RecordConsent
from immtrac_desk.domain.document import Signature
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.words import Choice, Manner
from ui.presenters.consent import ConsentPresenter, Signed

BY_HAND = ("choice", "scope", "witness_name", "interpreter_name", "received_by", "cannot_write")
"""What may be answered on the paper itself: telling it afterwards does not make a print stale."""


class Paper:
    """The acts that make paper of a presenter's draft."""

    def __init__(self, consent: ConsentPresenter) -> None:
        self.consent = consent
        self.desk = consent.desk
        self._printed_draft: ConsentDraft | None = None

    @property
    def stale(self) -> bool:
        """True once the answers are no longer those that were printed."""
        printed = self._printed_draft
        if printed is None:
            return False
        now = self.consent.draft
        by_hand = {name: getattr(printed, name) for name in BY_HAND}
        return replace(now, **by_hand) != printed

    def draw(self) -> Drawn:
        """The sheet as it stands now, for the preview and for the signer to read."""
        return self.desk.consents.draw_up(self.consent.draft)

    def keep(self) -> None:
        """Keep the draft if it changed since; called two seconds after the last key."""
        if not self.consent.kept:
            self.desk.consents.keep(self.consent.draft)
            self.consent.kept = True

    def print_for_ink(self) -> bytes:
        """Print for a pen: the bytes are kept, and are what is filed when they come back signed."""
        printed = self.desk.consents.print_for_ink(self.consent.draft)
        self.consent.printed = printed.print
        self._printed_draft = self.consent.draft
        self.consent.kept = True
        self.consent.changed()
        return printed.pdf

    def note_printed(self, *, taken: bool) -> None:
        """Count the sheet as printed, if a printer took it."""
        if taken:
            self.desk.papers.note_printed(self.consent.draft.record_id)

    def sign_in_ink(
        self, signed_on: date, seen_by: str, choice: Choice, scan: bytes | None
    ) -> None:
        """The printed sheet came back signed: what it says is told by the clerk."""
        consent = self.consent
        consent.choose(choice)
        printed = consent.printed
        mark = consent.draft.cannot_write
        signature = Signature(
            manner=Manner.WET_MARK if mark else Manner.WET_INK,
            signed_on=signed_on,
            seen_by=seen_by,
            printed_name=consent.draft.signer_name,
        )
        digest = printed.digest if printed else ""
        consent.signed = Signed(signature, digest, printed, scan)
        consent.changed()

    def sign_on_screen(self, signature: Signature, digest_read: str) -> None:
        """The signer's view was handed back with ink and the digest of the sheet as read."""
        self.consent.signed = Signed(signature, digest_read)
        self.consent.changed()

    def record(self) -> Receipt:
        """One call, one transaction. Raises RefusedError with findings; the draft stays."""
        signed = self.consent.signed
        if signed is None:
            raise ValueError("nothing signed yet")
        receipt = self.desk.consents.record(
            RecordConsent(
                draft=self.consent.draft,
                signature=signed.signature,
                digest_read=signed.digest_read,
                print_id=signed.print.id if signed.print else None,
                scan=signed.scan,
            )
        )
        self.consent.kept = True
        return receipt
