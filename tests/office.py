"""An office for tests: a real encrypted vault with a cheap key stretch, and a clock by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from immtrac_desk.bootstrap import NewVault, Surroundings, create_vault, open_vault
from immtrac_desk.desk import Desk
from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.words import FormKind, Role
from immtrac_desk.vault.stretching import Cost

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
TEXAS = timezone(timedelta(hours=-6), "CST")
PASSPHRASE = "seven quiet herons wade"
BOSS = "Marta Robles"
CLERK = "Dan Whitaker"
AUDITOR = "Ines Calloway"


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    moment: datetime = datetime(2026, 11, 22, 9, 30, tzinfo=TEXAS)

    def __call__(self) -> datetime:
        return self.moment

    def on(self, day: date, hour: int = 9, minute: int = 30) -> None:
        self.moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=TEXAS)

    def tick(self, **span: int) -> None:
        self.moment += timedelta(**span)


@dataclass
class Office:
    """One vault, its clock, and whoever sits at the desk; `as_` changes the person."""

    path: Path
    clock: Clock
    desk: Desk
    recovery_code: str = ""

    @property
    def around(self) -> Surroundings:
        return Surroundings(clock=self.clock, cost=CHEAP)

    def as_(self, name: str, role: Role | None = None) -> Desk:
        """Close the desk and open it as `name`, adding the person first if a role is given."""
        if role is not None:
            self.desk.staff.add(name, role, PASSPHRASE)
        self.desk.close()
        self.desk = open_vault(self.path, name, PASSPHRASE, self.around)
        return self.desk

    def reopen(self) -> Desk:
        return self.as_(self.desk.actor.name)

    def client(self, born_on: date = date(2015, 5, 4), **changes: object) -> Client:
        """Add a client with nothing missing."""
        whole = replace(self.desk.people.new(), born_on=born_on, **WHOLE)  # type: ignore[arg-type]
        return self.desk.people.save(replace(whole, **changes))  # type: ignore[arg-type]


WHOLE: dict[str, object] = {
    "name": PersonName(last="García-López", first="Ana Sofía"),
    "gender": "female",
    "address": Address(
        street="12 Oak Street", city="Austin", state="TX", zip_code="78701", county="Travis"
    ),
    "phone": "(512) 555-0142",
    "mother_first_name": "María",
    "mother_maiden_name": "García",
    "race": ("white",),
    "ethnicity": "hispanic",
}


def open_office(
    path: Path, *, practice: bool = False, registered: bool = True, verified: bool = True
) -> Office:
    """Make a vault with its first supervisor; `verified`: every built-in pack is verified."""
    clock = Clock()
    new = NewVault(
        path=path / "vault",
        clinic="Oak Street Clinic",
        registered=registered,
        staff_name=BOSS,
        passphrase=PASSPHRASE,
        backup_folder=str(path / "backups"),
        practice=practice,
    )
    desk, code = create_vault(new, Surroundings(clock=clock, cost=CHEAP))
    if verified and not practice:
        for pack in desk.papers.packs():
            desk.papers.verify_pack(pack.stock_no, pack.language, pack.revision)
    return Office(new.path, clock, desk, code)


MakeOffice = Callable[..., Office]
FORMS = tuple(FormKind)
