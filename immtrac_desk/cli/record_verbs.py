"""The verbs that read: find clients, tell a client's history."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from immtrac_desk.cli.doorway import (
    answer,
    json_option,
    next_line,
    secret,
    staff_option,
    vault_option,
)
from immtrac_desk.domain.client import ClientMatch
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.values import said
from immtrac_desk.errors import InputError

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

EVERYTHING = 1_000_000


@click.command()
@vault_option
@click.argument("text")
@staff_option
@json_option
def clients(vault: str, text: str, staff: str | None, as_json: bool) -> None:
    """Find clients by name, birth date or number.

    TEXT may be `-`: it is then read as the line after the passphrase, which keeps a person's
    name out of the list of running programs and the shell's history. Recommended.
    """
    desk = opened(vault, staff)
    try:
        wanted = next_line() if text == "-" else text
        told = [_found(desk, match) for match in desk.people.find(wanted, EVERYTHING)]
    finally:
        desk.close()
    answer(told, as_json, lambda: ["  ".join(map(str, one.values())) for one in told])


@click.command()
@vault_option
@click.argument("client")
@staff_option
@json_option
def history(vault: str, client: str, staff: str | None, as_json: bool) -> None:
    """Tell what the book says of one client, oldest line first. CLIENT is an id."""
    desk = opened(vault, staff)
    try:
        desk.people.file(ClientId(client))
        lines = desk.book.history(ClientId(client), limit=EVERYTHING)
    finally:
        desk.close()
    told = [
        {
            "at": line.at.isoformat(),
            "actor": line.actor,
            "act": line.act,
            "row": line.row or None,
            "document": line.document_id or None,
            "digest": line.document_digest or None,
        }
        for line in reversed(lines)
    ]
    answer(told, as_json, lambda: ["  ".join(str(v or "-") for v in one.values()) for one in told])


def _found(desk: "Desk", match: ClientMatch) -> dict[str, str]:
    return {
        "id": match.id,
        "last_name": said(match.name.last),
        "first_name": said(match.name.first),
        "birth_date": match.born_on.isoformat(),
        "status": desk.people.status(match.id).value,
    }


def opened(vault: str, staff: str | None) -> "Desk":
    """Open the vault for reading, the passphrase from the terminal or standard input."""
    from immtrac_desk.bootstrap import machine, open_vault

    if not Path(vault).is_dir():
        raise InputError("vault.missing", "--vault")
    return open_vault(Path(vault), staff, secret(), machine())
