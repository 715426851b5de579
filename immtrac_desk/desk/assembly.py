"""Assembly: an open safe and an open file made into a counter."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from immtrac_desk.desk import Desk
from immtrac_desk.desk.agreement import AgreementRoom
from immtrac_desk.desk.answers import AnswersRoom
from immtrac_desk.desk.backups import Backups
from immtrac_desk.desk.book import BookRoom
from immtrac_desk.desk.checking import check_vault
from immtrac_desk.desk.consents import ConsentRoom
from immtrac_desk.desk.corridor import Clock, Corridor
from immtrac_desk.desk.doses import DosesRoom
from immtrac_desk.desk.duties import DutiesRoom
from immtrac_desk.desk.entry import EntryRoom
from immtrac_desk.desk.evidence import EvidenceRoom
from immtrac_desk.desk.forms import FormsRoom
from immtrac_desk.desk.handbook import HandbookRoom
from immtrac_desk.desk.kept_sites import KeptSites
from immtrac_desk.desk.letters import LettersRoom
from immtrac_desk.desk.looks import Looks
from immtrac_desk.desk.papers import PapersRoom
from immtrac_desk.desk.people import PeopleRoom
from immtrac_desk.desk.pictures import OpenedFacts, Problem
from immtrac_desk.desk.registry_board import RegistryBoard
from immtrac_desk.desk.reports import ReportsRoom
from immtrac_desk.desk.roster import RosterRoom
from immtrac_desk.desk.safe_box import SafeBox
from immtrac_desk.desk.staff import StaffRoom
from immtrac_desk.desk.work_lists import WorkLists
from immtrac_desk.domain.staff import Actor
from immtrac_desk.store.vault_file import VaultFile
from immtrac_desk.store.verify import GoOn
from immtrac_desk.vault.folder import VaultFolder

OPENED_FIRST = OpenedFacts()


def assemble(
    actor: Actor,
    box: SafeBox,
    file: VaultFile,
    clock: Clock,
    practice: bool,
    release: Callable[[], None],
    opened: OpenedFacts = OPENED_FIRST,
) -> Desk:
    """Return the desk of one opening; `release` gives the vault's lock back."""
    corridor = Corridor(
        filing=file.filing,
        actor=actor,
        clock=clock,
        practice=practice,
        paper_check=box.data_key.paper_check,
        seal_head=box.seal_head,
    )
    work, board, looks = WorkLists(corridor), RegistryBoard(corridor), Looks(corridor)
    corridor.keepers += [work.hear, board.hear]

    def shut() -> None:
        try:
            file.close()
        finally:
            release()

    return _with_the_registry(corridor, work, board, looks)(
        corridor=corridor,
        people=PeopleRoom(corridor, looks),
        consents=ConsentRoom(corridor),
        forms=FormsRoom(corridor),
        papers=PapersRoom(corridor),
        agreement=AgreementRoom(corridor),
        roster=RosterRoom(corridor),
        duties=DutiesRoom(corridor),
        staff=StaffRoom(corridor, box, opened.by_recovery),
        book=BookRoom(corridor, work, board, _backups(corridor, box, file)),
        opened=opened,
        shut=shut,
    )


def _with_the_registry(
    corridor: Corridor, work: WorkLists, board: RegistryBoard, looks: Looks
) -> Callable[..., Desk]:
    """Return the counter with the rooms of what goes to the registry and comes back."""
    sites = KeptSites()
    corridor.keepers.append(sites.hear)
    doses = DosesRoom(corridor, board, sites)
    return partial(
        Desk,
        doses=doses,
        answers=AnswersRoom(corridor, board),
        entry=EntryRoom(corridor, work, doses, looks),
        letters=LettersRoom(corridor, work),
        reports=ReportsRoom(corridor),
        evidence=EvidenceRoom(corridor),
        handbook=HandbookRoom(corridor),
    )


def _backups(corridor: Corridor, box: SafeBox, file: VaultFile) -> Backups:
    def check_parts(folder: Path) -> tuple[Problem, ...]:
        return check_vault(VaultFolder(folder), box.data_key)

    def check_self(go_on: GoOn) -> tuple[Problem, ...]:
        file.settle()
        return check_vault(box.folder, box.data_key, go_on)

    return Backups(corridor, box, file.copy_to, check_parts, check_self)
