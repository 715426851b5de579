"""The disk itself: one page written and made durable, the least any record could cost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

PAGE = os.urandom(4096)
sync = getattr(os, "fdatasync", os.fsync)


def page_writer(folder: Path) -> Callable[[], object]:
    """Work that appends 4 KiB to a file in `folder` and waits until the disk has it."""
    target = os.open(folder / "page", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write() -> None:
        os.write(target, PAGE)
        sync(target)

    return write
