"""Signing a packet: who signs, the sheet as read, ink behind a lock, or ink on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import AgreementPaper
from immtrac_desk.domain.document import Stroke
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import PersonId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.domain.words import Manner
from immtrac_desk.errors import DeskError, InputError, RefusedError
from ui.presenters.application import ApplicationPresenter
from ui.presenters.ink import Ink

if TYPE_CHECKING:
    from immtrac_desk.desk.agreement_pictures import SheetPicture


@dataclass(slots=True)
class SigningPresenter(Ink):
    """The signature at the end of the form. Ink stands for one sheet: another lets go of it."""

    form: ApplicationPresenter
    language: str
    changed: Callable[[], None] = lambda: None
    signer_id: PersonId | None = None
    strokes: tuple[Stroke, ...] = ()
    sheet: "SheetPicture | None" = None
    _digest_printed: str = ""
    _asked: object = None
    _said: tuple[Finding, ...] = ()

    # -- who ---------------------------------------------------------------------------------

    @property
    def signers(self) -> tuple[SitePerson, ...]:
        """Those who hold the signer's role today."""
        return self.form.picture.signer_choices

    @property
    def signer(self) -> SitePerson | None:
        """Who was chosen; the only one there is need not be chosen."""
        if self.signer_id is None and len(self.signers) == 1:
            return self.signers[0]
        return next((one for one in self.signers if one.id == self.signer_id), None)

    def choose(self, person_id: str) -> None:
        """Another signer signs anew."""
        if person_id != self.signer_id:
            self.signer_id = PersonId(person_id) if person_id else None
            self.strokes = ()
            self.changed()

    def findings(self, on: date | None = None) -> tuple[Finding, ...]:
        """What DT-14 says of whoever is chosen, on the day of signing; read again as that day or
        what is saved changes."""
        signer, form = self.signer, self.form
        if signer is None:
            return ()
        asked = (signer.id, on, form.saved, form.picture.application.people)
        if asked != self._asked:
            self._asked = asked
            self._said = form.desk.agreement.signer_findings(form.id, signer.id, on)
        return self._said

    # -- the sheet ---------------------------------------------------------------------------

    def speak(self, language: str) -> None:
        """The packet's language: another sheet, so read and signed anew."""
        if language != self.language:
            self.language = language
            self.take_sheet(None)

    def take_sheet(self, sheet: "SheetPicture | None") -> None:
        """The packet as it can be read now; ink on an older one is let go."""
        before = self.sheet.digest if self.sheet else ""
        self.sheet = sheet
        if (sheet.digest if sheet else "") != before:
            self.strokes = ()
        self.changed()

    # -- signing -----------------------------------------------------------------------------

    @property
    def may_sign(self) -> bool:
        return may(self.form.desk.actor.role, "sign_agreement")

    @property
    def locked(self) -> str:
        if not self.may_sign:
            return "application_room.sign.locked.right"
        if self.form.missing() or self.form.wrong():
            return "application_room.sign.locked.missing"
        if not self.signers:
            return "application_room.sign.locked.nobody"
        if self.signer is None:
            return "application_room.sign.locked.signer"
        if self.sheet is None or not self.form.kept:
            return "application_room.sign.locked.sheet"
        return ""

    def print_for_ink(self) -> bytes:
        """The packet for a pen; raises what the desk refuses."""
        self.form.keep()
        pdf = self.form.desk.agreement.print_for_ink(self.form.id, self.language)
        self._digest_printed = sha256(pdf).hexdigest()
        return pdf

    def sign_on_screen(self) -> AgreementPaper:
        """File the packet with the ink of the pad, signed today."""
        if not self.can_file or self.sheet is None:
            raise InputError("act_form.needed", "signature")
        return self._sign(self.form.desk.today(), Manner.INK_ON_SCREEN, "", None, self.sheet.digest)

    def sign_on_paper(
        self, signed_on: date | None, seen_by: str, scan: bytes | None
    ) -> AgreementPaper:
        """File the packet that came back signed; InputError beside the first empty field."""
        if self.signer is None:
            raise InputError("act_form.needed", "signer")
        if signed_on is None:
            raise InputError("act_form.needed", "signed_on")
        if not seen_by.strip():
            raise InputError("act_form.needed", "seen_by")
        return self._file_print(signed_on, seen_by.strip(), scan)

    def _file_print(self, signed_on: date, seen_by: str, scan: bytes | None) -> AgreementPaper:
        """File the print; it may have been made in the other language before the desk was locked,
        and nobody should sign twice for that."""
        digest = self._digest_printed or (self.sheet.digest if self.sheet else "")
        own, other = self.language, "es" if self.language == "en" else "en"
        try:
            return self._sign(signed_on, Manner.WET_INK, seen_by, scan, digest)
        except RefusedError as refused:
            if refused.code != "print.stale":
                raise
            self.language = other
            try:
                return self._sign(signed_on, Manner.WET_INK, seen_by, scan, digest)
            except DeskError:
                self.language = own
                raise refused from None

    def _sign(
        self, signed_on: date, manner: Manner, seen_by: str, scan: bytes | None, digest: str
    ) -> AgreementPaper:
        # Read late: the window's first paint must not wait for the rooms of agreements.
        from immtrac_desk.desk.agreement_pictures import SignApplication

        signer = self.signer
        assert signer is not None
        self.form.keep()
        command: SignApplication = SignApplication(
            application_id=self.form.id,
            language=self.language,
            signer_id=signer.id,
            signed_on=signed_on,
            manner=manner,
            strokes=self.strokes if manner is Manner.INK_ON_SCREEN else (),
            seen_by=seen_by,
            scan=scan,
            digest_read=digest,
        )
        paper = self.form.desk.agreement.sign(command)
        self.strokes = ()
        self.form.read()
        return paper
