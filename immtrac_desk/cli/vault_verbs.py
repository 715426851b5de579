"""The verbs for whole vaults: make a practice clinic, verify, back up, restore."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from immtrac_desk.cli.doorway import (
    Place,
    answer,
    json_option,
    leave,
    secret,
    spoken,
    staff_option,
    vault_option,
)
from immtrac_desk.errors import InputError, VaultError

if TYPE_CHECKING:
    from immtrac_desk.vault.seals import Problem

FOUND_SOMETHING = 1
NOT_OPENED = 3
DAMAGE = frozenset({"vault.slots_damaged", "vault.damaged"})
"""Refusals that are themselves what `verify` was asked to find."""


@click.command()
@vault_option
@click.option("--clients", type=click.IntRange(min=0), default=40, help="How many clients.")
@click.option("--seed", type=int, default=1, help="Same seed, same clients.")
@staff_option
@json_option
def practice(vault: str, clients: int, seed: int, staff: str | None, as_json: bool) -> None:
    """Make a new practice vault of invented clients that show every status."""
    from immtrac_desk.practice import FIRST_STAFF, PracticePlan, build

    plan = PracticePlan(
        path=Path(vault),
        passphrase=secret(),
        staff_name=staff or FIRST_STAFF,
        clients=clients,
        seed=seed,
    )
    desk = build(plan)
    made = {"vault": vault, "staff": desk.actor.name, "clients": clients, "practice": True}
    desk.close()
    answer(made, as_json, lambda: [f"{key}: {value}" for key, value in made.items()])


@click.command()
@vault_option
@staff_option
@json_option
def verify(vault: str, staff: str | None, as_json: bool) -> None:
    """Check every byte of a vault but `attempts`: slots, pages, audit chain, every document."""
    from immtrac_desk.bootstrap import machine, verify_vault
    from immtrac_desk.vault.folder import VaultFolder
    from immtrac_desk.vault.seals import as_problem

    _need_folder(vault)
    closed: VaultError | None = None
    try:
        problems = verify_vault(Path(vault), staff, secret(), machine())
    except VaultError as error:
        closed, problems = error, (as_problem(error),)
    foreign = VaultFolder(Path(vault)).foreign()
    _tell(problems, foreign, as_json)
    if closed is not None:
        leave(closed)
    unopened = [p for p in problems if p.what.startswith("vault.") and p.what not in DAMAGE]
    if unopened:
        leave(VaultError(unopened[0].what, file=unopened[0].file, place=unopened[0].place))
    sys.exit(FOUND_SOMETHING if problems else 0)


def _tell(problems: Sequence["Problem"], foreign: Sequence[str], as_json: bool) -> None:
    """Answer; and say it in words on standard error, where nothing else will."""
    told = {
        "ok": not problems,
        "problems": [{"file": p.file, "place": p.place, "what": p.what} for p in problems],
        "warnings": [{"file": name, "place": "folder", "what": "foreign"} for name in foreign],
    }
    lines = [f"{p.file}: {p.place}: {p.what}" for p in problems]
    sayings = spoken()
    answer(told, as_json, lambda: lines or [sayings.say("verify.sound")])
    for name in foreign:
        click.echo(sayings.say("verify.foreign", file=name), err=True)
    damage = [p.what for p in problems if p.what in DAMAGE]
    if damage:
        click.echo(f"{damage[0]}: {sayings.say(damage[0])}", err=True)
    elif problems and not any(p.what.startswith("vault.") for p in problems):
        found = "verify.found_1" if len(problems) == 1 else "verify.found_n"
        click.echo(sayings.say(found, count=len(problems)), err=True)


@click.command()
@vault_option
@click.option("--to", "folder", required=True, type=Place(file_okay=False))
@staff_option
@json_option
def backup(vault: str, folder: str, staff: str | None, as_json: bool) -> None:
    """Copy a vault into a folder; the copy is reopened and checked before it counts."""
    from immtrac_desk.bootstrap import machine, open_vault

    _need_folder(vault)
    desk = open_vault(Path(vault), staff, secret(), machine())
    try:
        made = desk.book.back_up(Path(folder))
    finally:
        desk.close()
    told = {"file": str(made.path), "at": made.at.isoformat(), "checked": True}
    answer(told, as_json, lambda: [str(made.path)])


@click.command()
@click.option("--from", "source", required=True, type=Place(dir_okay=False))
@vault_option
@staff_option
@click.option("--recovery", is_flag=True, help="Open with the printed code: on another machine.")
@json_option
def restore(source: str, vault: str, staff: str | None, recovery: bool, as_json: bool) -> None:
    """Lay a backup into a new folder and check it whole.

    With --recovery the printed code is read first, then a new passphrase for the supervisor
    named by --staff.
    """
    from immtrac_desk.bootstrap import ByCode, ByPassphrase, machine, restore_vault

    if not Path(source).is_file():
        raise InputError("backup.missing", "--from")
    way: ByCode | ByPassphrase
    if recovery:
        if not staff:
            raise click.UsageError("--recovery needs the supervisor's name: --staff NAME")
        way = ByCode(secret("Recovery code"), staff, secret("New passphrase"))
    else:
        way = ByPassphrase(staff, secret())
    restore_vault(Path(source), Path(vault), way, machine())
    answer({"vault": vault, "checked": True}, as_json, lambda: [vault])


def _need_folder(vault: str) -> None:
    if not Path(vault).is_dir():
        raise InputError("vault.missing", "--vault")
