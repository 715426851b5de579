"""Owner-only files, written whole or not at all."""

import contextlib
import os
import stat
import sys
from pathlib import Path

if sys.platform == "darwin":
    import fcntl

_NEW = ".new"
_ONLY_OWNER_FILE = 0o600
_ONLY_OWNER_FOLDER = 0o700
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def make_folder(path: Path) -> None:
    """Make `path` or take an empty one over; only its owner may look in."""
    path.mkdir(mode=_ONLY_OWNER_FOLDER, parents=True, exist_ok=True)
    path.chmod(_ONLY_OWNER_FOLDER)


def open_private(path: Path, flags: int) -> int:
    """A file descriptor on `path`, made (if `flags` say so) for its owner only."""
    return os.open(path, flags | _NO_FOLLOW | _BINARY, _ONLY_OWNER_FILE)


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of `path`: after a crash the old or the new content, never less.

    When this returns, it is the new content, even after a power cut.
    """
    waiting = path.with_name(path.name + _NEW)
    # A leftover of a crash, or a link somebody planted: never write through it.
    waiting.unlink(missing_ok=True)
    descriptor = open_private(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        _sync(file.fileno())
    # The umask may have taken rights away that the owner needs.
    waiting.chmod(_ONLY_OWNER_FILE)
    waiting.replace(path)
    _sync_folder(path.parent)


def drop_leftover(path: Path) -> None:
    """Remove what a crash during `write_whole` may have left beside `path`."""
    path.with_name(path.name + _NEW).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make renames and new names in `folder` outlive a power cut."""
    if sys.platform == "win32":  # Windows keeps names by itself and cannot open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        # fsync on macOS stops at the drive's own cache.
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def tighten(path: Path) -> None:
    """Take away everybody's rights but the owner's, as after a copy. Nothing if it is not ours."""
    with contextlib.suppress(OSError):
        mode = path.stat().st_mode
        wanted = _ONLY_OWNER_FOLDER if stat.S_ISDIR(mode) else _ONLY_OWNER_FILE
        if stat.S_IMODE(mode) != wanted:
            path.chmod(wanted)
