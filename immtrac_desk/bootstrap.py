"""The builder: safe, filing room and counter put together; the only room that has seen them all."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from immtrac_desk import __version__
from immtrac_desk.desk import Desk
from immtrac_desk.desk.assembly import assemble
from immtrac_desk.desk.checking import check_vault
from immtrac_desk.desk.pictures import OpenedFacts, Problem
from immtrac_desk.desk.safe_box import SafeBox
from immtrac_desk.domain.ids import SlotId, new_id
from immtrac_desk.domain.staff import Actor, StaffMember
from immtrac_desk.domain.values import fold
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import VaultError
from immtrac_desk.services.backup_file import unpack
from immtrac_desk.services.first_run import FirstRun, first_run
from immtrac_desk.store.unit_of_work import Filing
from immtrac_desk.store.vault_file import VaultFile
from immtrac_desk.vault import making, safe, seals
from immtrac_desk.vault.device import NO_KEYCHAIN, Keychain
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.making import Terms
from immtrac_desk.vault.recovery import parse
from immtrac_desk.vault.slots import Versions
from immtrac_desk.vault.stretching import Cost

Clock = Callable[[], datetime]
VERSIONS = Versions(schema=VaultFile.schema(), program=__version__)
NOT_ABOUT_BYTES = frozenset(
    {
        "vault.wrong_passphrase",
        "vault.keychain_missing",
        "vault.in_use",
        "vault.locked_out",
        "vault.recovery_only",
        "vault.newer",
        "vault.unwritable",
    }
)
"""Refusals that keep a vault from being checked, rather than being what is wrong with it."""


def local_now() -> datetime:
    """Return the clinic's local time, aware of its zone."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the builder takes from the machine: its clock, its keychain, the cost of Argon2id."""

    clock: Clock = local_now
    keychain: Keychain = NO_KEYCHAIN
    cost: Cost | None = None

    def terms(self, practice: bool, clinic: str = "") -> Terms:
        chain = NO_KEYCHAIN if practice else self.keychain
        words = tuple(clinic.split())
        return Terms(keychain=chain, cost=self.cost, clinic_words=words)


USUAL = Surroundings()


def machine() -> Surroundings:
    """Return what the real program takes: the local clock and the trusted keychain."""
    return Surroundings(keychain=Keychain())


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVault:
    """What the first run asks (screens.md, first run)."""

    path: Path
    clinic: str
    registered: bool
    staff_name: str
    passphrase: str
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
        desk.staff.recover(passphrase)
    except BaseException:
        opened.close()
        raise
    return desk


def _open(
    folder: VaultFolder,
    opened: safe.Opened,
    around: Surroundings,
    who: Callable[[Filing], StaffMember],
) -> Desk:
    box = SafeBox(folder, opened.data_key, opened.vault_id, around.terms(opened.practice))
    file = VaultFile.open(folder.database, opened.data_key.database_key(), folder.path)
    try:
        seals.note_versions(folder, opened.data_key, VERSIONS)
        _refuse_missing_tail(file.filing, opened.head.seq, opened.head.digest)
        actor = _actor(who(file.filing))
    except BaseException:
        file.close()
        raise
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


def _refuse_missing_tail(filing: Filing, seq: int, digest: str) -> None:
    """The file must hold the entry that was sealed last, else entries are gone (trust T-11)."""
    if seq == 0:
        return
    with filing.reading() as uow:
        if uow.audit.digest_at(seq) != digest:
            last = uow.audit.last()
            raise VaultError("vault.entries_missing", sealed=seq, found=last.seq if last else 0)


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


def verify_vault(
    path: Path, staff_name: str | None, passphrase: str, around: Surroundings = USUAL
) -> tuple[Problem, ...]:
    """Check every byte of a closed vault but `attempts`; empty means sound, nothing is written.

    What keeps the vault from opening is itself a problem. A wrong passphrase or a copy in use
    say nothing about the bytes: those raise VaultError.
    """
    folder = VaultFolder(path, newest_schema=VERSIONS.schema)
    try:
        opened = safe.open_by_passphrase(
            folder, staff_name, passphrase, around.clock(), around.keychain
        )
    except VaultError as error:
        if error.code in NOT_ABOUT_BYTES:
            raise
        return (seals.as_problem(error),)
    try:
        return check_vault(folder, opened.data_key)
    finally:
        opened.close()


def restore_vault(
    source: Path,
    path: Path,
    staff_name: str | None,
    secret: str,
    around: Surroundings = USUAL,
) -> None:
    """Lay a backup into a new folder, check it whole, and log it loudly.

    `secret` is a passphrase of the vault as it was then. The folder must not exist or be empty.
    Raises VaultError `backup.missing`, `backup.not_ours`, `backup.not_good`, `vault.exists`,
    and what `open_vault` raises; the folder is left as it was then.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise VaultError("vault.exists")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=path.parent) as part:
        place = Path(part) / "vault"
        place.mkdir(mode=0o700)
        unpack(source, place)
        problems = verify_vault(place, staff_name, secret, around)
        if problems:
            raise VaultError("backup.not_good", place=problems[0].place, what=problems[0].what)
        desk = open_vault(place, staff_name, secret, around)
        desk.corridor.note_restored()
        desk.close()
        if path.exists():
            path.rmdir()
        place.rename(path)
