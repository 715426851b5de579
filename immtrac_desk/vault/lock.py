"""One running copy at a time: the operating system's lock on `attempts`."""

import contextlib
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import private_files

if sys.platform == "win32":
    import msvcrt

    # Windows bars others from the locked bytes, so the lock lies far behind the last line.
    _FAR_AWAY = 1 << 30

    def _grab(descriptor: int) -> None:
        os.lseek(descriptor, _FAR_AWAY, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _grab(descriptor: int) -> None:
        # flock, not lockf: that one is lost when any other handle on the file is closed.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class VaultLock:
    """The right to work in one vault, held until `release`, or until the process ends."""

    __slots__ = ("_descriptor", "path")

    def __init__(self, path: Path) -> None:
        """Take it on the file at `path`, which is made if missing.

        VaultError `vault.in_use` when another copy holds it, `vault.unwritable` (file) when the
        folder cannot be written.
        """
        self.path = path
        self._descriptor: int | None = None
        try:
            descriptor = private_files.open_private(path, os.O_RDWR | os.O_CREAT)
        except OSError:
            raise VaultError("vault.unwritable", file=path.name) from None
        try:
            _grab(descriptor)
        except OSError:
            os.close(descriptor)
            raise VaultError("vault.in_use") from None
        self._descriptor = descriptor

    @property
    def held(self) -> bool:
        """Whether the lock has not been released yet."""
        return self._descriptor is not None

    def release(self) -> None:
        """Give it back; a second call does nothing. Closing the file is what frees it."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
