"""One transaction and the drawers open in it."""

from types import TracebackType
from typing import Self

import sqlalchemy as sa

from immtrac_desk.store.engine import READING
from immtrac_desk.store.repositories.acts import Acts
from immtrac_desk.store.repositories.agreements import (
    AgreementFiles,
    AgreementPapers,
    Agreements,
)
from immtrac_desk.store.repositories.answers import AnswerItems, Answers, AnswerSteps
from immtrac_desk.store.repositories.applications import (
    Applications,
    ApplicationSteps,
    QuestionSets,
)
from immtrac_desk.store.repositories.attachments import Attachments
from immtrac_desk.store.repositories.audit import Audit
from immtrac_desk.store.repositories.clients import Clients
from immtrac_desk.store.repositories.documents import Documents
from immtrac_desk.store.repositories.doses import Doses, DoseSteps
from immtrac_desk.store.repositories.drafts import Drafts
from immtrac_desk.store.repositories.kept_forms import KeptForms
from immtrac_desk.store.repositories.letter_runs import LetterRuns
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.repositories.organizations import Organizations
from immtrac_desk.store.repositories.plain import Events, Packs, Staff, Tasks
from immtrac_desk.store.repositories.prints import Prints
from immtrac_desk.store.repositories.registry_reports import CatalogueEntries, TipsReadings
from immtrac_desk.store.repositories.responsible import ResponsiblePeople
from immtrac_desk.store.repositories.roster import (
    Duties,
    OfficeTasks,
    Roles,
    SitePeople,
    Trainings,
)
from immtrac_desk.store.repositories.settings import Marks, Settings


class UnitOfWork:
    """`with` it open the drawers; what was not committed is as if it had never been."""

    clients: Clients
    responsible: ResponsiblePeople
    acts: Acts
    documents: Documents
    attachments: Attachments
    drafts: Drafts
    kept_forms: KeptForms
    prints: Prints
    staff: Staff
    settings: Settings
    packs: Packs
    events: Events
    tasks: Tasks
    merges: Merges
    organizations: Organizations
    site_people: SitePeople
    roles: Roles
    trainings: Trainings
    office_tasks: OfficeTasks
    duties: Duties
    applications: Applications
    application_steps: ApplicationSteps
    question_sets: QuestionSets
    agreements: Agreements
    agreement_papers: AgreementPapers
    agreement_files: AgreementFiles
    doses: Doses
    dose_steps: DoseSteps
    answers: Answers
    answer_items: AnswerItems
    answer_steps: AnswerSteps
    letter_runs: LetterRuns
    catalogue: CatalogueEntries
    tips: TipsReadings
    audit: Audit
    marks: Marks

    def __init__(self, engine: sa.Engine, reading: bool) -> None:
        self._engine = engine
        self._reading = reading

    def __enter__(self) -> Self:
        self._connection = self._engine.connect().execution_options(**{READING: self._reading})
        try:
            self._connection.begin()
        except BaseException:
            self._connection.close()
            raise
        self._open_drawers()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()  # rolls back what is left open

    def commit(self) -> None:
        """Make everything since the beginning durable, at once. Returns when it is on disk."""
        self._connection.commit()

    def _open_drawers(self) -> None:
        connection = self._connection
        self.clients = Clients(connection)
        self.responsible = ResponsiblePeople(connection)
        self.acts = Acts(connection)
        self.documents = Documents(connection)
        self.attachments = Attachments(connection)
        self.drafts = Drafts(connection)
        self.kept_forms = KeptForms(connection)
        self.prints = Prints(connection)
        self.staff = Staff(connection)
        self.settings = Settings(connection)
        self.packs = Packs(connection)
        self.events = Events(connection)
        self.tasks = Tasks(connection)
        self.merges = Merges(connection)
        self.audit = Audit(connection)
        self.marks = Marks(connection)
        self._open_site_drawers()
        self._open_registry_drawers()

    def _open_site_drawers(self) -> None:
        connection = self._connection
        self.organizations = Organizations(connection)
        self.site_people = SitePeople(connection)
        self.roles = Roles(connection)
        self.trainings = Trainings(connection)
        self.office_tasks = OfficeTasks(connection)
        self.duties = Duties(connection)
        self.applications = Applications(connection)
        self.application_steps = ApplicationSteps(connection)
        self.question_sets = QuestionSets(connection)
        self.agreements = Agreements(connection)
        self.agreement_papers = AgreementPapers(connection)
        self.agreement_files = AgreementFiles(connection)

    def _open_registry_drawers(self) -> None:
        connection = self._connection
        self.doses = Doses(connection)
        self.dose_steps = DoseSteps(connection)
        self.answers = Answers(connection)
        self.answer_items = AnswerItems(connection)
        self.answer_steps = AnswerSteps(connection)
        self.letter_runs = LetterRuns(connection)
        self.catalogue = CatalogueEntries(connection)
        self.tips = TipsReadings(connection)


class Filing:
    """The filing room: one vault's engine, asked for a transaction at a time."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def writing(self) -> UnitOfWork:
        """A transaction that may write; waits for another writer up to five seconds."""
        return UnitOfWork(self._engine, reading=False)

    def reading(self) -> UnitOfWork:
        """A transaction that sees one moment and cannot write."""
        return UnitOfWork(self._engine, reading=True)
