"""A counter in a process of its own whose disk takes no more; tells what it saw, as JSON.

`python -m tests.trust.crowded_day FOLDER ROOM`: ROOM is how many bytes any file may still grow.
"""

from __future__ import annotations

import io
import json
import resource
import signal
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

from immtrac_desk import logs
from immtrac_desk.desk import Desk
from immtrac_desk.domain.words import Choice, Intent
from immtrac_desk.errors import DeskError
from immtrac_desk.practice.signing import sign_on_screen
from tests.office import open_office
from tests.trust.canaries import BORN_ON, STEM
from tests.trust.day import Day


def main(folder: Path, room: int) -> None:
    logs.begin(folder / "log")
    office = open_office(folder)
    desk, day = office.desk, Day(office.desk)
    known = day.client(BORN_ON)
    kept = replace(day.draft(known, Intent.JOIN), choice=Choice.DECLINE)
    desk.consents.keep(kept)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limit((folder / "vault" / "desk.db").stat().st_size + room)
    told = fill(desk, day)
    told["draft"] = [one.draft for one in desk.consents.drafts()] == [kept]
    told["found"] = bool(desk.people.find(STEM))
    limit(resource.RLIM_INFINITY)
    desk.people.save(replace(known, chart_no=f"{STEM} after"))
    told["sound"] = [p.what for p in desk.book.verify()]
    told["book"] = len(desk.book.history(limit=100_000, acts=("consent_declined",)))
    desk.close()
    sys.stdout.write(json.dumps(told))


def fill(desk: Desk, day: Day) -> dict[str, Any]:
    """Record until the disk is full; return how many were acknowledged and how it was told."""
    done = 0
    try:
        while done < 500:
            draft = replace(day.draft(day.client(BORN_ON), Intent.JOIN), choice=Choice.DECLINE)
            sign_on_screen(desk, draft)
            done += 1
    except DeskError as error:
        page = io.StringIO()
        traceback.print_exception(error, file=page)
        logs.trouble(error)
        facts = {name: str(fact) for name, fact in error.facts.items()}
        return {"done": done, "code": error.code, "facts": facts, "trace": page.getvalue()}
    return {"done": done, "code": "", "facts": {}, "trace": ""}


def limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
