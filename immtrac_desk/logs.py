"""The log: what went wrong and where, in codes and identifiers; never a name, a date or a key."""

import logging
import os
import re
import time
from collections.abc import Iterator
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from immtrac_desk.errors import DeskError

FILE = "desk.log"
BYTES, KEPT = 256 * 1024, 3
"""At most a megabyte in all: enough for a month of trouble, too little for a diary."""

HOME = "IMMTRAC_DESK_HOME"
"""Names a folder that stands for the person's own folders, as trials need."""

_OURS = "immtrac_desk.log"
_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
_ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}")
_SMALL = 100_000
"""Counts and line numbers stay below; a birth date written as a number does not."""
_FRAMES = 8
_STREET = ("immtrac_desk", "ui", "forms")
_HIDDEN = "[?]"
_START = "_desk_log"


def log_folder() -> Path:
    """Return the machine's folder for logs of this program; nothing is made."""
    home = os.environ.get(HOME)
    if home:
        return Path(home) / "log"
    from platformdirs import user_log_path

    return user_log_path("immtrac-desk", appauthor=False)


def begin(folder: Path | None = None) -> None:
    """Let every line of this process, other libraries' too, go through the scrubbed log alone.

    A folder that cannot be written costs the log and nothing else.
    """
    end()
    handler = _OwnerOnly(folder or log_folder())
    handler.name = _START
    handler.setFormatter(_Scrubbed())
    root = logging.getLogger()
    root.addHandler(handler)
    logging.getLogger(_OURS).setLevel(logging.INFO)


def end() -> None:
    """Let go of the log."""
    root = logging.getLogger()
    for handler in [h for h in root.handlers if h.name == _START]:
        root.removeHandler(handler)
        handler.close()


def note(code: str, *ids: str, **counts: int) -> None:
    """Log one line: a dotted code, record ids, small counts. Whatever else is given is hidden."""
    logging.getLogger(_OURS).info(_line(code, ids, counts))


def trouble(error: BaseException) -> None:
    """Log that `error` was not expected: its kinds and its places in our code, never its words."""
    logging.getLogger(_OURS).error(_told(error))


class _Scrubbed(logging.Formatter):
    """Writes our own lines as they are made here, and of any other line only where it is from."""

    def format(self, record: logging.LogRecord) -> str:
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        if record.name == _OURS:
            told = str(record.msg)
        else:
            told = f"{record.name.split('.')[0]} {record.module}:{record.lineno}"
            if record.exc_info and record.exc_info[1] is not None:
                told += f" {_told(record.exc_info[1])}"
        return f"{moment} {record.levelname} {told}"


class _OwnerOnly(RotatingFileHandler):
    """A small rotating file that only its owner may read; it never fails aloud."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        super().__init__(
            folder / FILE, maxBytes=BYTES, backupCount=KEPT, encoding="ascii", delay=True
        )

    def _open(self) -> TextIOWrapper:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder.chmod(0o700)
        flags = os.O_APPEND | os.O_CREAT | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(self.baseFilename, flags, 0o600)
        return os.fdopen(descriptor, "a", encoding="ascii", errors="replace")

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: the base class would print the line and its arguments."""


def _line(code: str, ids: tuple[str, ...], counts: dict[str, int]) -> str:
    told = [code if _CODE.fullmatch(code) else _HIDDEN]
    told += [one if _ID.fullmatch(one) else _HIDDEN for one in ids]
    told += [f"{name}={_count(number)}" for name, number in counts.items()]
    return " ".join(told)


def _count(number: int) -> str:
    return str(int(number)) if isinstance(number, int) and abs(number) < _SMALL else _HIDDEN


def _told(error: BaseException) -> str:
    seen: BaseException | None = error
    told: list[str] = []
    while seen is not None and len(told) < _FRAMES:
        told.append(f"{_kind(seen)} at {' < '.join(_places(seen.__traceback__)) or '?'}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return " | ".join(told)


def _kind(error: BaseException) -> str:
    told = type(error).__name__
    if isinstance(error, DeskError) and _CODE.fullmatch(error.code):
        return f"{told} {error.code}"
    if isinstance(error, OSError) and error.errno is not None:
        return f"{told} errno={error.errno}"
    return told


def _places(trace: TracebackType | None) -> Iterator[str]:
    """Yield `module:line`: where it broke, and the way there through our own rooms."""
    found: list[tuple[str, int]] = []
    while trace is not None:
        found.append((str(trace.tb_frame.f_globals.get("__name__", "?")), trace.tb_lineno))
        trace = trace.tb_next
    way = [place for place in found[:-1] if place[0].startswith(_STREET)]
    for module, line in reversed((*way[-_FRAMES:], *found[-1:])):
        yield f"{module}:{line}"
