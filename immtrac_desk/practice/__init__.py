"""The practice clinic: a vault of invented clients, practice for ever, built through the desk."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from immtrac_desk.bootstrap import Clock, NewVault, Surroundings, create_vault, local_now
from immtrac_desk.desk import Desk
from immtrac_desk.errors import InputError
from immtrac_desk.practice.diary import Diary
from immtrac_desk.practice.invented import Inventor, lists
from immtrac_desk.practice.people import note_people
from immtrac_desk.practice.registry_stories import note_registry
from immtrac_desk.practice.site_inventor import SiteInventor
from immtrac_desk.practice.site_stories import SITES_SINCE, note_sites
from immtrac_desk.practice.stories import STORIES, Teller

FIRST_STAFF = "Practice Supervisor"


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticePlan:
    """What kind of practice clinic to make. The same seed and day make the same clients."""

    path: Path
    passphrase: str = field(repr=False)
    staff_name: str = FIRST_STAFF
    clients: int = 40
    seed: int = 1
    clock: Clock = local_now
    backup_folder: str = ""


@dataclass(slots=True)
class TurnedBack:
    """A clock that may be turned back by whole days, for stories that began before today."""

    real: Clock
    days: int = 0

    def __call__(self) -> datetime:
        return self.real() - timedelta(days=self.days)

    def turn(self, days: int) -> None:
        """Stand so many days before the real clock from now on."""
        self.days = days


def build(plan: PracticePlan) -> Desk:
    """Make the vault and its clients; every status shows. Returns the open desk.

    Raises InputError `practice.too_few` (facts: least) for fewer clients than statuses; nothing
    is made then.
    """
    if plan.clients < len(STORIES):
        raise InputError("practice.too_few", "--clients", least=len(STORIES))
    today, clock = plan.clock().date(), TurnedBack(plan.clock)
    clock.turn(SITES_SINCE)
    desk = begin(replace(plan, clock=clock))
    diary = Diary()
    try:
        sites = SiteInventor(desk, Inventor(plan.seed, today))
        note_sites(diary, sites, str(lists()["clinic"]))
        people = note_people(diary, desk, Inventor(plan.seed, today), plan.clients)
        note_registry(diary, Teller(desk, Inventor(plan.seed, today)), people)
        diary.tell(clock.turn)
    except BaseException:
        desk.close()
        raise
    return desk


def begin(plan: PracticePlan) -> Desk:
    """Make an empty practice vault: no keychain, no verification of packs needed."""
    new = NewVault(
        path=plan.path,
        clinic=str(lists()["clinic"]),
        registered=True,
        staff_name=plan.staff_name,
        passphrase=plan.passphrase,
        backup_folder=plan.backup_folder,
        practice=True,
    )
    desk, _ = create_vault(new, Surroundings(clock=plan.clock))
    return desk
