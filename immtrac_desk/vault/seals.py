"""What the slots file keeps fresh: the audit chain's head, the schema; and the check of it all."""

from dataclasses import dataclass, replace

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import slot_file
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.keys import DataKey
from immtrac_desk.vault.slots import Head, Versions


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was written: which file, where in it, and a code for what."""

    file: str
    place: str
    what: str


def read_head(folder: VaultFolder, data_key: DataKey) -> Head:
    """The sealed head, proven to be ours. VaultError `vault.slots_damaged`."""
    return slot_file.read_authentic(folder.slots, data_key).head


def seal_head(folder: VaultFolder, data_key: DataKey, seq: int, digest: str) -> None:
    """Keep the chain's last entry; call it after each commit. On the disk when it returns.

    So the head lags behind the chain by one act at most, after a crash between commit and seal.
    A chain that is shorter than its head has lost entries; a head that lags by more comes from
    an older `slots`. VaultError `vault.head_regress` (sealed, given) if the head would go back
    or change in place.
    """
    slots = slot_file.read_authentic(folder.slots, data_key)
    head = Head(seq, digest)
    if head == slots.head:
        return
    if seq <= slots.head.seq:
        raise VaultError("vault.head_regress", sealed=slots.head.seq, given=seq)
    slot_file.write(folder.slots, replace(slots, head=head), data_key)


def note_versions(folder: VaultFolder, data_key: DataKey, versions: Versions) -> None:
    """Keep the schema and program version, after a migration."""
    slots = slot_file.read_authentic(folder.slots, data_key)
    if slots.versions != versions:
        slot_file.write(folder.slots, replace(slots, versions=versions), data_key)


def check(folder: VaultFolder, data_key: DataKey | None = None) -> tuple[Problem, ...]:
    """Every byte of `slots`, and whether the database is there at all; with the key also whether
    it was we who wrote it. Nothing found is an empty tuple; it never raises for what it finds."""
    try:
        folder.read_slots()
        if data_key is not None:
            slot_file.read_authentic(folder.slots, data_key)
    except VaultError as found:
        return (as_problem(found),)
    return ()


def as_problem(error: VaultError) -> Problem:
    """What kept a vault from opening, as a line of the `verify` report."""
    file = str(error.facts.get("file", _FILES.get(error.code, "")))
    if error.code == "vault.newer":
        file = "slots" if error.facts["part"] == "format" else "desk.db"
    return Problem(file, str(error.facts.get("place", "file")), error.code)


_FILES = {
    "vault.db_missing": "desk.db",
    "vault.db_emptied": "desk.db",
    "vault.plain": "desk.db",
    "vault.slots_missing": "slots",
    "vault.in_use": "attempts",
}
