"""A file of people's data on its way out: begun before the act, whole or not there, the owner's."""

import contextlib
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from immtrac_desk.errors import InputError
from immtrac_desk.vault.folder import lies_in_a_vault
from immtrac_desk.vault.private_files import drop_leftover, open_private, write_whole


class OutFile:
    """`with` it an act is done whose outcome `write` then puts in place of `out`.

    What was there before is replaced only by the whole new content; where the act is refused it
    stays, and no other file does. Raises InputError `file.no_folder`, `file.in_vault` or
    `file.not_written` beside `--out`, the first time before anything is done, so that no letter is
    noted and then lost.
    """

    def __init__(self, out: str) -> None:
        self.path = Path(out)

    def __enter__(self) -> Self:
        if not self.path.absolute().parent.is_dir():
            raise InputError("file.no_folder", "--out")
        refuse_vault(self.path)
        try:
            self._try_the_place()
        except OSError:
            raise InputError("file.not_written", "--out") from None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):
            drop_leftover(self.path)

    def write(self, content: bytes) -> None:
        """Put `content` in place, readable by its owner alone."""
        try:
            write_whole(self.path, content)
        except OSError:
            raise InputError("file.not_written", "--out") from None

    def _try_the_place(self) -> None:
        if self.path.is_dir() or (self.path.exists() and not self.path.is_file()):
            raise OSError
        drop_leftover(self.path)
        waiting = self.path.with_name(self.path.name + ".new")
        os.close(open_private(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL))


def refuse_vault(out: Path) -> None:
    """Raise InputError `file.in_vault`: one mistyped name, and a vault's own file were gone."""
    if lies_in_a_vault(out):
        raise InputError("file.in_vault", "--out")
