"""The counter's room for site agreements: in force or not, applications, papers, files."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.agreement_applications import Applications
from immtrac_desk.desk.agreement_pictures import (
    EnterExisting,
    SiteLine,
    Standing,
)
from immtrac_desk.desk.agreement_standing import overview_of, standing_of
from immtrac_desk.domain.agreement import (
    AgreementFile,
    AgreementPaper,
    OfficeTask,
)
from immtrac_desk.domain.ids import (
    AgreementFileId,
    ApplicationId,
    OrganizationId,
    PaperId,
)
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.question import Question, QuestionSet
from immtrac_desk.services.agreement_enter import enter_existing
from immtrac_desk.services.agreement_files import (
    AttachAgreementFile,
    attach_agreement_file,
    open_agreement_file,
)
from immtrac_desk.services.agreement_paper import reprint_packet
from immtrac_desk.services.agreement_questions import questions_in_force, save_question_set
from immtrac_desk.services.agreement_tasks import NoteIee526, note_iee526
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(slots=True)
class AgreementRoom(Applications):
    """Everything one may ask or do about site agreements and the applications for them."""

    # -- where it stands -------------------------------------------------------------------

    def overview(self, on: date | None = None) -> tuple[SiteLine, ...]:
        """Return one line for each site, however many, each parent before its sub-sites."""
        day, now = on or self.corridor.today(), self._now()

        def look(uow: UnitOfWork) -> tuple[SiteLine, ...]:
            return overview_of(self._all_sites(uow, now.today), day, uow, now)

        return self.corridor.read(look)

    def standing(self, organization_id: OrganizationId, on: date | None = None) -> Standing:
        """Return where one site stands (DT-13). Raises DeskError `organization.unknown`."""
        day, now = on or self.corridor.today(), self._now()
        return self.corridor.read(lambda uow: standing_of(organization_id, day, uow, now))

    def enter_existing(self, command: EnterExisting) -> Organization:
        """Enter the agreement a site already has, whole or not at all. InputError by field."""
        return self.corridor.perform("manage_agreement", enter_existing, command)

    def note_iee526(self, organization_id: OrganizationId, on: date, note: str = "") -> OfficeTask:
        """Note a prescriber whom the registry did not know: a change is due (DT-13.4)."""
        command = NoteIee526(organization_id=organization_id, on=on, note=note)
        return self.corridor.perform("manage_agreement", note_iee526, command)

    # -- papers and files ------------------------------------------------------------------

    def papers(self, organization_id: OrganizationId) -> tuple[AgreementPaper, ...]:
        """Return a site's signed packets, oldest first; those of dropped signatures too."""
        return self.corridor.read(lambda uow: uow.agreement_papers.of_site(organization_id))

    def reprint(self, paper_id: PaperId) -> bytes:
        """Return the filed bytes for the printer, and log it; an auditor's are marked 'copy'."""
        return self.corridor.perform("reprint", reprint_packet, paper_id)

    def attach(
        self,
        organization_id: OrganizationId,
        application_id: ApplicationId | None,
        what: str,
        data: bytes,
    ) -> AgreementFile:
        """Keep a PDF, PNG or JPEG beside a site or an application. InputError `attach.*`."""
        command = AttachAgreementFile(
            organization_id=organization_id, application_id=application_id, what=what, data=data
        )
        return self.corridor.perform("manage_agreement", attach_agreement_file, command)

    def files(self, organization_id: OrganizationId) -> tuple[AgreementFile, ...]:
        """Return every file of a site, its applications' and people's too, oldest first."""
        return self.corridor.read(lambda uow: uow.agreement_files.of_site(organization_id))

    def open_file(self, file_id: AgreementFileId) -> bytes:
        """Return a file as it came, and log the look. DeskError `agreement_file.unknown`."""
        return self.corridor.perform("look", open_agreement_file, file_id)

    # -- the questions ---------------------------------------------------------------------

    def question_set(self) -> QuestionSet:
        """Return the questions with which an application begins today."""
        return self.corridor.read(questions_in_force)

    def save_question_set(self, questions: tuple[Question, ...]) -> QuestionSet:
        """Keep a new version of the questions. InputError `question.*` beside its id."""
        return self.corridor.perform("edit_questions", save_question_set, questions)
