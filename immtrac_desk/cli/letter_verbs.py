"""The verbs that make the letters of one list as one PDF, and write a run of them again."""

from hashlib import sha256
from typing import TYPE_CHECKING

import click

from immtrac_desk.cli.doorway import Place, answer, json_option, staff_option, vault_option
from immtrac_desk.cli.export_verbs import out_option
from immtrac_desk.cli.out_file import OutFile
from immtrac_desk.cli.record_verbs import opened
from immtrac_desk.errors import InputError

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.letter_pictures import LetterRun
    from immtrac_desk.domain.ids import ClientId


@click.command()
@click.argument("list_name", metavar="LIST")
@vault_option
@out_option
@click.option("--envelopes/--no-envelopes", default=True, help="Envelopes after the letters.")
@staff_option
@json_option
def letters(
    list_name: str, vault: str, out: str, envelopes: bool, staff: str | None, as_json: bool
) -> None:
    """Write the letters to everybody on a list as one PDF, and note a letter for each.

    LIST is a list of DT-11 (`lists` tells them) that calls for a letter, or a letter:
    turning_18, pending_adult, last_chance, disaster_data, record_request (those pending too). Who
    died, asked not to be contacted or has no address is left out and named in the answer. Nothing
    is noted unless the run is whole; the vault keeps its pages for `letters-again`.
    """
    letter, list_code = _named(list_name.replace("-", "_"))
    with OutFile(out) as file:
        desk = opened(vault, staff)
        try:
            run = desk.letters.write(letter, _on_list(desk, list_code), envelopes)
        finally:
            desk.close()
        _write(file, run)
    told = _told(run, list_code, out)
    answer(
        told,
        as_json,
        lambda: [f"{key}: {told[key]}" for key in ("letters", "pages", "file", "run")],
    )


@click.command()
@click.argument("run", required=False)
@vault_option
@click.option("--out", type=Place(dir_okay=False, writable=True), help="The file to write.")
@staff_option
@json_option
def letters_again(
    run: str | None, vault: str, out: str | None, staff: str | None, as_json: bool
) -> None:
    """Write the pages of a run of letters once more; no letter is noted again.

    RUN is the number that `letters` answered. Without it every run that was made is named, the
    newest first.
    """
    if (run is None) != (out is None):
        raise click.UsageError("RUN and --out go together")
    if run is None or out is None:
        _tell_runs(vault, staff, as_json)
        return
    from immtrac_desk.domain.ids import LetterRunId

    asked = LetterRunId(run.strip().upper())
    with OutFile(out) as file:
        desk = opened(vault, staff)
        try:
            pdf = desk.letters.again(asked)
        finally:
            desk.close()
        file.write(pdf)
    told = {"file": out, "run": asked, "bytes": len(pdf), "digest": sha256(pdf).hexdigest()}
    answer(told, as_json, lambda: [f"file: {out}"])


def _write(file: OutFile, run: "LetterRun") -> None:
    """Write the pages; where the disk is full, say that they are kept, and how to get them."""
    try:
        file.write(run.pdf)
    except InputError as error:
        raise InputError("letter_run.not_written", error.field, run=run.id) from None


def _tell_runs(vault: str, staff: str | None, as_json: bool) -> None:
    desk = opened(vault, staff)
    try:
        runs = desk.letters.runs()
        zone = desk.now().tzinfo
    finally:
        desk.close()
    told = [
        {
            "run": one.id,
            "letter": one.letter,
            "letters": one.letters,
            "pages": one.pages,
            "envelopes": one.envelopes,
            "at": one.made_at.astimezone(zone).isoformat(timespec="seconds"),
            "digest": one.digest,
        }
        for one in runs
    ]
    answer(told, as_json, lambda: [f"{o['run']}  {o['at']}  {o['letter']}" for o in told])


def _named(name: str) -> tuple[str, str]:
    """Return the letter and its list, by the name of either."""
    from immtrac_desk.law.letters import LETTERS, letter_for

    letter = name if name in LETTERS else letter_for(name)
    if not letter:
        raise InputError("letter.unknown", "LIST")
    return letter, LETTERS[letter]


def _on_list(desk: "Desk", list_code: str) -> "list[ClientId]":
    picture = next(one for one in desk.letters.lists() if one.code == list_code)
    return [line.client_id for line in picture.entries if line.client_id]


def _told(run: "LetterRun", list_code: str, out: str) -> dict[str, object]:
    return {
        "file": out,
        "run": run.id,
        "list": list_code,
        "letter": run.letter,
        "letters": run.letters,
        "lately": run.lately,
        "pages": run.pages,
        "written": [line.client_id for line in run.written],
        "left_out": [{"client": line.client_id, "reason": line.reason} for line in run.left_out],
        "digest": run.digest,
    }
