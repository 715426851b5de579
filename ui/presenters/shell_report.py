"""The scrubbed report: what went wrong, told by places in the program, never by data."""

import platform
import traceback
from pathlib import Path
from types import TracebackType

from immtrac_desk import __version__
from immtrac_desk.errors import DeskError

_DEPTH = 40


def scrubbed(error: BaseException, trace: TracebackType | None) -> str:
    """Kind, code and places. No message (it may quote what was typed), no values, no paths."""
    lines = [
        f"ImmTrac Desk {__version__} · Python {platform.python_version()} · {platform.system()}",
        *_kinds(error),
        *(_place(frame) for frame in traceback.extract_tb(trace, limit=-_DEPTH)),
    ]
    return "\n".join(lines)


def _kinds(error: BaseException) -> list[str]:
    told = f"{type(error).__module__}.{type(error).__name__}"
    code = f" [{error.code}]" if isinstance(error, DeskError) else ""
    cause = error.__cause__ or error.__context__
    return [told + code, *([f"because of {k}" for k in _kinds(cause)[:1]] if cause else [])]


def _place(frame: traceback.FrameSummary) -> str:
    return f"  {_room_of(frame.filename)}:{frame.lineno} {frame.name}"


def _room_of(filename: str) -> str:
    """The path from the package on: the rest could name a person's folder."""
    parts = Path(filename).parts
    for street in ("ui", "immtrac_desk", "forms", "site-packages"):
        if street in parts:
            start = len(parts) - 1 - parts[::-1].index(street)
            return "/".join(parts[start:])
    return Path(filename).name
