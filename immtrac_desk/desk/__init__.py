"""The counter: one small object with a room for each kind of question."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from immtrac_desk.desk.agreement import AgreementRoom
from immtrac_desk.desk.answers import AnswersRoom
from immtrac_desk.desk.book import BookRoom
from immtrac_desk.desk.consents import ConsentRoom
from immtrac_desk.desk.corridor import Corridor, Hear
from immtrac_desk.desk.doses import DosesRoom
from immtrac_desk.desk.duties import DutiesRoom
from immtrac_desk.desk.entry import EntryRoom
from immtrac_desk.desk.evidence import EvidenceRoom
from immtrac_desk.desk.forms import FormsRoom
from immtrac_desk.desk.handbook import HandbookRoom
from immtrac_desk.desk.letters import LettersRoom
from immtrac_desk.desk.papers import PapersRoom
from immtrac_desk.desk.people import PeopleRoom
from immtrac_desk.desk.pictures import OpenedFacts
from immtrac_desk.desk.reports import ReportsRoom
from immtrac_desk.desk.roster import RosterRoom
from immtrac_desk.desk.staff import StaffRoom
from immtrac_desk.domain.staff import Actor

__all__ = ["Desk"]


@dataclass(slots=True)
class Desk:
    """An open vault as one staff member may use it. `close` ends it; nothing works after."""

    corridor: Corridor = field(repr=False)
    people: PeopleRoom = field(repr=False)
    consents: ConsentRoom = field(repr=False)
    forms: FormsRoom = field(repr=False)
    papers: PapersRoom = field(repr=False)
    agreement: AgreementRoom = field(repr=False)
    roster: RosterRoom = field(repr=False)
    duties: DutiesRoom = field(repr=False)
    doses: DosesRoom = field(repr=False)
    answers: AnswersRoom = field(repr=False)
    entry: EntryRoom = field(repr=False)
    letters: LettersRoom = field(repr=False)
    reports: ReportsRoom = field(repr=False)
    staff: StaffRoom = field(repr=False)
    book: BookRoom = field(repr=False)
    evidence: EvidenceRoom = field(repr=False)
    handbook: HandbookRoom = field(repr=False)
    opened: OpenedFacts
    shut: Callable[[], None] = field(repr=False)
    """Checkpoint, let go of the file and of the lock; given by the builder."""
    _open: bool = True

    @property
    def actor(self) -> Actor:
        return self.corridor.actor

    @property
    def practice(self) -> bool:
        """A practice vault is practice for ever."""
        return self.corridor.practice

    @property
    def clinic(self) -> str:
        return str(self.corridor.settings()["clinic.name"])

    def listen(self, hear: Hear) -> Callable[[], None]:
        """Call `hear` with what changed after each act; returns how to stop listening."""
        self.corridor.hearers.append(hear)

        def stop() -> None:
            if hear in self.corridor.hearers:
                self.corridor.hearers.remove(hear)

        return stop

    def today(self) -> date:
        return self.corridor.today()

    def now(self) -> datetime:
        return self.corridor.clock()

    def close(self) -> None:
        """End this opening. Safe to call twice."""
        if self._open:
            self._open = False
            self.corridor.closed = True
            self.corridor.hearers.clear()
            self.shut()
