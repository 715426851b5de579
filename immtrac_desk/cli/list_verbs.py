"""The verb that tells the work lists of DT-11 on any day, with their counts and ids."""

from datetime import date
from typing import TYPE_CHECKING

import click

from immtrac_desk.cli.doorway import answer, json_option, staff_option, vault_option
from immtrac_desk.cli.law_verbs import IsoDate
from immtrac_desk.cli.record_verbs import opened

if TYPE_CHECKING:
    from immtrac_desk.desk.pictures import WorkEntry, WorkList


@click.command()
@vault_option
@click.option("--on", required=True, type=IsoDate(), help="The day asked about.")
@staff_option
@json_option
def lists(vault: str, on: date, staff: str | None, as_json: bool) -> None:
    """Tell every work list of DT-11 as it stands on a day, the empty ones too."""
    desk = opened(vault, staff)
    try:
        told = [_list(one) for one in desk.book.lists_on(on)]
    finally:
        desk.close()
    answer(told, as_json, lambda: [f"{one['list']}: {one['count']}" for one in told])


def _list(found: "WorkList") -> dict[str, object]:
    return {
        "list": found.code,
        "count": found.count,
        "ids": [entry.client_id for entry in found.entries],
        "entries": [_entry(entry) for entry in found.entries],
    }


def _entry(entry: "WorkEntry") -> dict[str, object]:
    return {
        "client": entry.client_id,
        "row": entry.row,
        "since": entry.since.isoformat() if entry.since else None,
        "alarm": entry.alarm,
        "document": entry.document_id or None,
        "no_contact": entry.no_contact,
    }
