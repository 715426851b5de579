"""Making a vault and opening one: by passphrase, or by the printed code."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from immtrac_desk import __version__
from immtrac_desk.bootstrap.surroundings import USUAL, Surroundings
from immtrac_desk.desk import Desk
from immtrac_desk.desk.assembly import assemble
from immtrac_desk.desk.pictures import OpenedFacts
from immtrac_desk.desk.safe_box import SafeBox
from immtrac_desk.domain.ids import SlotId, new_id
from immtrac_desk.domain.staff import Actor, StaffMember
from immtrac_desk.domain.values import fold
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import VaultError
from immtrac_desk.services.first_run import FirstRun, first_run
from immtrac_desk.store.unit_of_work import Filing
from immtrac_desk.store.vault_file import VaultFile
from immtrac_desk.vault import making, safe, seals
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.recovery import parse
from immtrac_desk.vault.slots import Versions

VERSIONS = Versions(schema=VaultFile.schema(), program=__version__)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVault:
    """What the first run asks."""

    path: Path
    clinic: str
    registered: bool
    staff_name: str
    passphrase: str = field(repr=False)
    backup_folder: str = ""
    practice: bool = False


def create_vault(new: NewVault, around: Surroundings = USUAL) -> tuple[Desk, str]:
    """Make a vault with its first supervisor; return the open desk and the recovery code.

    Raises InputError (passphrase, names) and VaultError `vault.exists`, `vault.unwritable`.
    """
    folder = VaultFolder(new.path, newest_schema=VERSIONS.schema)
    terms = around.terms(new.practice, new.clinic)
    made = making.create(
        folder,
        new.staff_name,
        new.passphrase,
        versions=VERSIONS,
        practice=new.practice,
        terms=terms,
    )
    box = SafeBox(folder, made.data_key, made.vault_id, terms)
    try:
        file = VaultFile.create(folder.database, made.data_key.database_key())
        member = _begin(new, SlotId(made.slot_id), box, file, around)
    except BaseException:
        making.abandon(folder, made)
        raise
    desk = assemble(_actor(member), box, file, around.clock, new.practice, made.lock.release)
    return desk, made.recovery_code.printed


def open_vault(
    path: Path, staff_name: str | None, passphrase: str, around: Surroundings = USUAL
) -> Desk:
    """Open a vault as a staff member (None: the first). Opening never creates.

    Raises VaultError: see `VaultFolder.survey`, `open_by_passphrase` and `VaultFile.open`.
    """
    folder = VaultFolder(path, newest_schema=VERSIONS.schema)
    now = around.clock()
    opened = safe.open_by_passphrase(folder, staff_name, passphrase, now, around.keychain)
    try:
        return _open(folder, opened, around, _by_slot(opened.slot_id))
    except BaseException:
        opened.close()
        raise


def open_with_recovery(
    path: Path, code: str, supervisor: str, passphrase: str, around: Surroundings = USUAL
) -> Desk:
    """Open with the printed code, and give that supervisor a new passphrase. Loud.

    Raises InputError `recovery.*`, `passphrase.*`; VaultError `vault.wrong_recovery`,
    `vault.no_such_supervisor`.
    """
    folder = VaultFolder(path, newest_schema=VERSIONS.schema)
    opened = safe.open_by_recovery(folder, parse(code), around.clock())
    try:
        desk = _open(folder, opened, around, _supervisor_named(supervisor))
    except BaseException:
        opened.close()
        raise
    try:
        desk.staff.recover(passphrase)
    except BaseException:
        desk.close()
        raise
    return desk


def _open(
    folder: VaultFolder,
    opened: safe.Opened,
    around: Surroundings,
    who: Callable[[Filing], StaffMember],
) -> Desk:
    file = VaultFile.open(folder.database, opened.data_key.database_key(), folder.path)
    try:
        seals.note_versions(folder, opened.data_key, VERSIONS)
        behind = _acts_after(file.filing, opened.head.seq, opened.head.digest)
        actor, clinic = _actor(who(file.filing)), _clinic(file.filing)
    except BaseException:
        file.close()
        raise
    terms = around.terms(opened.practice, clinic)
    box = SafeBox(folder, opened.data_key, opened.vault_id, terms)
    by_recovery = opened.slot_id is None
    desk = assemble(
        actor,
        box,
        file,
        around.clock,
        opened.practice,
        opened.lock.release,
        OpenedFacts(failures_before=opened.failures, by_recovery=by_recovery),
    )
    desk.corridor.note_opening(by_recovery=by_recovery, failures=len(opened.failures))
    if behind > 1:
        # One act may lag after a power cut; more means the slots are older than the file.
        desk.corridor.note_loud("slots_behind")
    return desk


def _begin(
    new: NewVault, slot_id: SlotId, box: SafeBox, file: VaultFile, around: Surroundings
) -> StaffMember:
    command = FirstRun(
        clinic=new.clinic,
        registered=new.registered,
        backup_folder=new.backup_folder,
        staff_name=new.staff_name,
        slot_id=slot_id,
        vault_id=box.vault_id,
        practice=new.practice,
        now=around.clock().astimezone(UTC),
        new_id=new_id,
    )
    with file.filing.writing() as uow:
        member, head = first_run(command, uow)
        uow.commit()
    box.seal_head(head.seq, head.digest)
    return member


def _acts_after(filing: Filing, seq: int, digest: str) -> int:
    """How many acts the book holds after the sealed head.

    The file must hold the entry that was sealed last, else entries are gone (trust T-11):
    VaultError `vault.entries_missing`.
    """
    with filing.reading() as uow:
        last = uow.audit.last()
        if seq and uow.audit.digest_at(seq) != digest:
            raise VaultError("vault.entries_missing", sealed=seq, found=last.seq if last else 0)
        newer = uow.audit.after(seq)
        return len({entry.at for entry in newer})


def _clinic(filing: Filing) -> str:
    with filing.reading() as uow:
        kept = uow.settings.get("clinic.name")
        return str(kept.value) if kept else ""


def _actor(member: StaffMember) -> Actor:
    return Actor(member.id, member.name, member.role)


def _by_slot(slot_id: str | None) -> Callable[[Filing], StaffMember]:
    def find(filing: Filing) -> StaffMember:
        with filing.reading() as uow:
            for member in uow.staff.all():
                if member.active and member.slot_id == slot_id:
                    return member
        raise VaultError("vault.no_such_staff")

    return find


def _supervisor_named(name: str) -> Callable[[Filing], StaffMember]:
    def find(filing: Filing) -> StaffMember:
        with filing.reading() as uow:
            for member in uow.staff.all():
                active = member.active and member.role is Role.SUPERVISOR
                if active and fold(member.name) == fold(name):
                    return member
        raise VaultError("vault.no_such_supervisor")

    return find
