"""The backup file: one archive with the encrypted database and the slots, nothing else."""

import os
import zipfile
from pathlib import Path

from immtrac_desk.errors import VaultError

PARTS = ("desk.db", "slots")
MOST_SLOTS = 1 << 20
_CHUNK = 1 << 20


def pack(parts: Path, target: Path) -> None:
    """Write `parts`/desk.db and `parts`/slots into the archive `target`, durably, owner-only."""
    with target.open("xb") as file:
        target.chmod(0o600)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            for name in PARTS:
                archive.write(parts / name, name)
        file.flush()
        os.fsync(file.fileno())


def unpack(source: Path, folder: Path) -> None:
    """Write the two parts of the archive `source` into `folder` (it exists and is empty).

    Raises VaultError `backup.not_ours` for anything that is not such an archive: other names,
    compression, sizes out of all proportion, a broken checksum; `backup.missing` if absent.
    """
    if not source.is_file():
        raise VaultError("backup.missing")
    try:
        with zipfile.ZipFile(source) as archive:
            _refuse_foreign(archive, source.stat().st_size)
            for name in PARTS:
                _extract(archive, name, folder / name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, RuntimeError):
        raise VaultError("backup.not_ours") from None


def _refuse_foreign(archive: zipfile.ZipFile, size: int) -> None:
    infos = {info.filename: info for info in archive.infolist()}
    stored = all(i.compress_type == zipfile.ZIP_STORED for i in infos.values())
    if sorted(infos) != sorted(PARTS) or len(archive.infolist()) != len(PARTS) or not stored:
        raise VaultError("backup.not_ours")
    if sum(i.file_size for i in infos.values()) > size or infos["slots"].file_size > MOST_SLOTS:
        raise VaultError("backup.not_ours")


def _extract(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as out, archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
