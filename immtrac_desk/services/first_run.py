"""The first entries of a new vault: its clinic, its first supervisor, the packs, the COVID row."""

from dataclasses import dataclass
from datetime import date, datetime

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import EventId, NewId, SlotId, StaffId
from immtrac_desk.domain.staff import StaffMember
from immtrac_desk.domain.values import clean, clean_as_written, fold
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import InputError
from immtrac_desk.paperwork import built_in_packs
from immtrac_desk.store.repositories.settings import StoredSetting
from immtrac_desk.store.unit_of_work import UnitOfWork

COVID = DisasterEvent(
    id=EventId("COVID-19"),
    name="COVID-19",
    started_on=date(2020, 3, 13),
    ended_on=date(2023, 6, 15),
    end_source="newspaper, to be confirmed with DSHS (DT-7.3, OQ-33)",
    confirmed=False,
)
"""Seeded unconfirmed: press of 2023 gives the end; the start is our own note, editable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRun:
    """The answers of the first run, and what the builder knows."""

    clinic: str
    registered: bool
    backup_folder: str
    staff_name: str
    slot_id: SlotId
    vault_id: str
    practice: bool
    now: datetime
    new_id: NewId


def first_run(command: FirstRun, uow: UnitOfWork) -> tuple[StaffMember, AuditEntry]:
    """Fill a new vault; return its first supervisor and the first line of the book."""
    name = clean(command.staff_name, "staff_name", limit=100)
    if not fold(name):
        raise InputError("staff.name_missing", "staff_name")
    member = StaffMember(
        id=StaffId(command.new_id()), name=name, role=Role.SUPERVISOR, slot_id=command.slot_id
    )
    uow.staff.put(member)
    _settings(command, uow)
    uow.marks.put("practice", command.practice)
    uow.marks.put("vault_id", command.vault_id)
    for pack in built_in_packs():
        uow.packs.put(pack)
    uow.events.put(COVID)
    line = AuditEntry(
        seq=0,
        at=command.now,
        actor_id=member.id,
        actor=member.name,
        act="vault_created",
        facts={"practice": command.practice},
    )
    return member, uow.audit.append(line)


def _settings(command: FirstRun, uow: UnitOfWork) -> None:
    values = {
        "clinic.name": clean(command.clinic, "clinic", limit=120),
        "clinic.registered_provider": command.registered,
        "backup.folder": _folder(command.backup_folder),
    }
    for key, value in values.items():
        uow.settings.put(StoredSetting(key=key, value=value, source="first run"))


def _folder(text: str) -> str:
    """A folder may be called anything that is no control character."""
    clean_as_written(text, "backup_folder")
    return text.strip()
