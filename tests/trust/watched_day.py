"""A canary day in a process of its own, watched from inside: what it opens, whom it calls.

`python -m tests.trust.watched_day FOLDER [kill]`: says on standard output, as JSON, what it opened
for writing and which doors to the network or to other programs it touched. `kill`: never closes.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

OUTSIDE = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.system",
    "os.fork",
)


def watcher(opened: list[str], outside: list[str]) -> Callable[[str, tuple[Any, ...]], None]:
    """Return an audit hook that notes into both lists."""

    def hear(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(OUTSIDE):
            outside.append(event)
        elif event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            opened.append(str(args[0]))

    return hear


def main(folder: Path, *, kill: bool) -> None:
    opened: list[str] = []
    outside: list[str] = []
    sys.addaudithook(watcher(opened, outside))
    (folder / "tmp").mkdir()
    tempfile.tempdir = str(folder / "tmp")

    from immtrac_desk import logs
    from tests.office import open_office
    from tests.trust.canaries import BORN_ON
    from tests.trust.day import live_through

    logs.begin(folder / "log")
    office = open_office(folder)
    day = live_through(office)
    if kill:
        day.client(BORN_ON)  # what is not folded into the file yet
        os.kill(os.getpid(), signal.SIGKILL)
    office.desk.close()
    sys.stdout.write(json.dumps({"opened": opened, "outside": outside}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), kill="kill" in sys.argv[2:])
