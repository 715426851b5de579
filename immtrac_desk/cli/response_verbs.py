"""The verb that reads what the registry sent back: a list of things to do, and of lines unread."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from immtrac_desk.cli.doorway import Place, answer, json_option, spoken
from immtrac_desk.errors import InputError
from immtrac_desk.sayings import Sayings

if TYPE_CHECKING:
    from immtrac_desk.responses import Unread
    from immtrac_desk.services.response_items import ResponseItem

MOST_LINES = 20_000
"""Beyond as many unread lines their runs are told instead, each with its last line."""


@click.group()
def responses() -> None:
    """Read what the registry sent back (DT-24)."""


@responses.command("read")
@click.argument("file", type=Place(dir_okay=False, allow_dash=True))
@json_option
def read_file(file: str, as_json: bool) -> None:
    """Tell whose work each answer is, and name the lines that could not be read.

    FILE holds HL7, portal text or anything pasted, in any character set; `-` reads standard
    input. Needs no vault, and keeps nothing.
    """
    from immtrac_desk.responses import read
    from immtrac_desk.services.response_items import response_items

    reply = read(_bytes(file))
    sayings = spoken()
    items = [_item(one, sayings) for one in response_items(reply, _today())]
    told: dict[str, object] = {
        "items": items,
        "unread": list(_unread(reply.unread)),
        "messages": reply.messages,
        "accepted": reply.accepted,
    }
    answer(told, as_json, lambda: _lines(items, reply.unread, sayings))


def _bytes(file: str) -> bytes:
    from immtrac_desk.responses import MOST_BYTES

    try:
        if file == "-":
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with Path(file).open("rb") as source:
            return source.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError("responses.unreadable", "FILE") from error


def _item(item: "ResponseItem", sayings: Sayings) -> dict[str, object]:
    row, code = item.row, item.code
    meaning = f"response_meaning.{row.code}" if code.known else "response.unknown"
    return {
        "code": row.code,
        "meaning": sayings.say(meaning),
        "owner": code.owner.value,
        "action": sayings.say(f"response_action.{code.action}"),
        "client": row.whose.ref or None if row.whose else None,
        "count": row.count,
        "hidden": code.hidden,
        "severity": row.severity.value if row.severity else None,
        "vaccine": row.vaccine or None,
        "given": row.given_on.isoformat() if row.given_on else None,
        "lines": row.lines,
    }


def _unread(runs: Sequence["Unread"]) -> Iterator[dict[str, object]]:
    each = sum(run.last - run.line + 1 for run in runs) <= MOST_LINES
    for run in runs:
        if each:
            yield from ({"line": n, "what": run.what} for n in range(run.line, run.last + 1))
        else:
            yield {"line": run.line, "what": run.what, "to": run.last}


def _lines(
    items: Sequence[dict[str, object]], unread: Sequence["Unread"], sayings: Sayings
) -> list[str]:
    keys = ("code", "count", "client", "owner", "meaning", "action")
    shown = [one for one in items if not one["hidden"]]
    told = ["  ".join(str(one[key] or "-") for key in keys) for one in shown]
    for run in unread:
        place = str(run.line) if run.line == run.last else f"{run.line}-{run.last}"
        told.append(f"{place}: {sayings.say(f'unread.{run.what}')}")
    return told


def _today() -> date:
    """The terminal's own day: rows of law are dated."""
    return datetime.now(tz=UTC).astimezone().date()
