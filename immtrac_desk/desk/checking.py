"""The whole check of a closed vault or an unpacked copy: slots, pages, digests, chain, head."""

from immtrac_desk.errors import VaultError
from immtrac_desk.store import verify
from immtrac_desk.store.vault_file import VaultFile
from immtrac_desk.vault import seals
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.keys import DataKey
from immtrac_desk.vault.seals import Problem


def check_vault(
    folder: VaultFolder, data_key: DataKey, go_on: verify.GoOn = verify.always
) -> tuple[Problem, ...]:
    """Read every byte but `attempts` and return what is not as it was left; nothing is written.

    Slots are checked against their seal, pages against theirs, every filed paper against its
    digest, the audit chain link by link and against the head that was sealed last. Raises
    VaultError `verify.stopped` where `go_on` says no on the way.
    """
    found = list(seals.check(folder, data_key))
    key = data_key.database_key()
    pages = verify.verify(folder.database, key, go_on)
    found += [Problem(p.file, p.place, p.what) for p in pages]
    if not found:
        found += _against_head(folder, data_key, key)
    return tuple(found)


def _against_head(folder: VaultFolder, data_key: DataKey, key: bytes) -> list[Problem]:
    head = seals.read_head(folder, data_key)
    try:
        digest, last = VaultFile.link(folder.database, key, head.seq)
    except VaultError as error:
        return [Problem("desk.db", "file", error.code)]
    if head.seq == 0 or digest == head.digest:
        return []
    place = f"audit {last + 1}" if last < head.seq else f"audit {head.seq}"
    return [Problem("desk.db", place, "entries_missing")]
