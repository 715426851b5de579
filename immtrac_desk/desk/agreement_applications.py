"""The applications at the counter: begun, kept, read, signed, sent, answered, undone."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.agreement_card import entry_card
from immtrac_desk.desk.agreement_form import kept_picture, typed_picture
from immtrac_desk.desk.agreement_lists import AgreementLists
from immtrac_desk.desk.agreement_pictures import (
    ApplicationPicture,
    CardLine,
    SheetPicture,
    SignApplication,
)
from immtrac_desk.desk.consent_view import pure_occasion
from immtrac_desk.domain.agreement import (
    AgreementApplication,
    AgreementPaper,
    ApplicationKind,
    ApplicationStep,
    SiteAgreement,
)
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import (
    ApplicationId,
    OrganizationId,
    PersonId,
    StepId,
)
from immtrac_desk.services.application_answered import (
    AnsweredApplication,
    application_refused,
    application_returned,
)
from immtrac_desk.services.application_approve import ApproveApplication, approve_application
from immtrac_desk.services.application_begin import BeginApplication, begin_application
from immtrac_desk.services.application_file import open_application, signer_findings
from immtrac_desk.services.application_keep import keep_application, take_people
from immtrac_desk.services.application_send import (
    AbandonApplication,
    SendApplication,
    abandon_application,
    send_application,
)
from immtrac_desk.services.application_sheet import PrintPacket, print_packet, read_packet
from immtrac_desk.services.application_sign import sign_application
from immtrac_desk.services.application_undo import UndoStep, undo_step
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(slots=True)
class Applications(AgreementLists):
    """Everything one may ask or do about one application, beside the lists of many."""

    # -- the application -------------------------------------------------------------------

    def begin(self, organization_id: OrganizationId, kind: ApplicationKind) -> ApplicationPicture:
        """Begin an application with every answer carried over. RefusedError `application.*`."""
        command = BeginApplication(organization_id=organization_id, kind=kind)
        begun = self.corridor.perform("manage_agreement", begin_application, command)
        return self.application(begun.id)

    def application(self, application_id: ApplicationId) -> ApplicationPicture:
        """Return an application as kept. Raises DeskError `application.unknown`."""
        now = self._now()
        return self.corridor.read(lambda uow: kept_picture(application_id, uow, now))

    def assess(self, application: AgreementApplication) -> ApplicationPicture:
        """Return the picture of answers as typed; writes nothing."""
        now = self._now()
        return self.corridor.read(lambda uow: typed_picture(application, uow, now))

    def keep(self, application: AgreementApplication) -> ApplicationPicture:
        """Keep the answers as typed; other answers than were signed drop the signature.

        Raises RefusedError `application.not_editable`.
        """
        self.corridor.perform("manage_agreement", keep_application, application)
        return self.application(application.id)

    def take_people(self, application_id: ApplicationId) -> ApplicationPicture:
        """Name today's people instead of those signed for; drops the signature."""
        self.corridor.perform("manage_agreement", take_people, application_id)
        return self.application(application_id)

    # -- paper and signature ---------------------------------------------------------------

    def sheet(self, application_id: ApplicationId, language: str) -> SheetPicture:
        """Return the packet as it stands, to be read. InputError `text.*` beside its question."""
        now = self._now()

        def draw(uow: UnitOfWork) -> SheetPicture:
            drawn = read_packet(open_application(application_id, uow, now), language, uow, now)
            return SheetPicture(
                pdf=drawn.pdf,
                digest=drawn.digest,
                pages=drawn.pages,
                signature_page=drawn.signature_page,
                signature_box=drawn.signature_box,
            )

        return self.corridor.read(draw)

    def print_for_ink(self, application_id: ApplicationId, language: str) -> bytes:
        """Return the packet for a printer and a pen, and log it."""
        command = PrintPacket(application_id=application_id, language=language)
        return self.corridor.perform("sign_agreement", print_packet, command)

    def signer_findings(
        self, application_id: ApplicationId, signer_id: PersonId, signed_on: date | None = None
    ) -> tuple[Finding, ...]:
        """Return what DT-14 says of somebody as signer on a day, today without one."""
        now, day = self._now(), signed_on or self.corridor.today()

        def look(uow: UnitOfWork) -> tuple[Finding, ...]:
            file = open_application(application_id, uow, now)
            return signer_findings(file, signer_id, day, now)

        return self.corridor.read(look)

    def sign(self, command: SignApplication) -> AgreementPaper:
        """File the signed packet. Raises as `services.application_sign.sign_application`."""
        return self.corridor.perform("sign_agreement", sign_application, command)

    # -- sent and answered -----------------------------------------------------------------

    def entry_card(self, application_id: ApplicationId) -> tuple[CardLine, ...]:
        """Return every answer to copy into the portal, in A1 to A8 order."""
        now = self._now()

        def look(uow: UnitOfWork) -> tuple[CardLine, ...]:
            sites = {str(site.id): site for site in uow.organizations.all()}
            return entry_card(open_application(application_id, uow, now), sites, now)

        return self.corridor.read(look)

    def send(
        self,
        application_id: ApplicationId,
        sent_on: date,
        sent_by: str,
        confirmation_no: str = "",
        confirmation: bytes | None = None,
    ) -> ApplicationStep:
        """Note that it was typed into the portal. RefusedError `application.not_signed`."""
        command = SendApplication(
            application_id=application_id,
            sent_on=sent_on,
            sent_by=sent_by,
            confirmation_no=confirmation_no,
            confirmation=confirmation,
        )
        return self.corridor.perform("send_agreement", send_application, command)

    def returned(self, application_id: ApplicationId, on: date, reason: str) -> ApplicationStep:
        """DSHS sent it back: it may be edited again. RefusedError `application.not_sent`."""
        command = AnsweredApplication(application_id=application_id, on=on, reason=reason)
        return self.corridor.perform("send_agreement", application_returned, command)

    def approve(
        self,
        application_id: ApplicationId,
        on: date,
        due_on: date | None = None,
        org_code: str = "",
        tx_iis_id: str = "",
        file: bytes | None = None,
    ) -> SiteAgreement:
        """DSHS approved: the agreement is in force. RefusedError `application.not_sent`."""
        command = ApproveApplication(
            application_id=application_id,
            on=on,
            due_on=due_on,
            org_code=org_code,
            tx_iis_id=tx_iis_id,
            file=file,
        )
        return self.corridor.perform("send_agreement", approve_application, command)

    def refuse(self, application_id: ApplicationId, on: date, reason: str) -> ApplicationStep:
        """DSHS refused it (DT-12.2). RefusedError `application.not_sent`."""
        command = AnsweredApplication(application_id=application_id, on=on, reason=reason)
        return self.corridor.perform("send_agreement", application_refused, command)

    def abandon(self, application_id: ApplicationId, reason: str) -> ApplicationStep:
        """Give an application up (DT-12.3). RefusedError `application.ended`."""
        command = AbandonApplication(application_id=application_id, reason=reason)
        return self.corridor.perform("manage_agreement", abandon_application, command)

    def undo_step(self, step_id: StepId, reason: str) -> ApplicationStep:
        """Take a step back, and what rests on it. RefusedError `undo.*`."""
        command = UndoStep(step_id=step_id, reason=reason)
        return self.corridor.perform("manage_agreement", undo_step, command)

    def _now(self) -> Occasion:
        return pure_occasion(self.corridor)
