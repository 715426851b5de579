"""How the back door answers: JSON or plain lines out, one sentence on standard error, a code."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import click

from immtrac_desk.errors import DeskError, InputError, RefusedError, VaultError
from immtrac_desk.sayings import LANGUAGES, Sayings

CALL_WRONG = 2
NOT_OPENED = 3


class Doorway(click.Group):
    """A group whose verbs end in the promised exit codes, never in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DeskError as error:
            leave(error)


def leave(error: DeskError) -> NoReturn:
    """Say the error's sentence on standard error and end with its exit code."""
    sayings = spoken()
    lines = [sayings.say(error.code, **error.facts)]
    if isinstance(error, RefusedError):
        lines += [sayings.say(finding.code) for finding in error.findings]
    field = error.field if isinstance(error, InputError) else ""
    beside = f" ({field})" if field else ""
    click.echo(f"{error.code}{beside}: {' '.join(lines)}", err=True)
    sys.exit(NOT_OPENED if isinstance(error, VaultError) else CALL_WRONG)


def spoken() -> Sayings:
    """Return the sentences in the language of the terminal, English if it is neither."""
    wanted = next(
        (os.environ[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(k)), ""
    )
    return Sayings.load(wanted[:2] if wanted[:2] in LANGUAGES else "en")


def answer(value: object, as_json: bool, plain: Callable[[], Sequence[str]]) -> None:
    """Print the answer: JSON if asked or if nobody is looking, else plain lines."""
    if as_json or not sys.stdout.isatty():
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))
        return
    for line in plain():
        click.echo(line)


def secret(prompt: str = "Passphrase") -> str:
    """Return the passphrase: asked without echo at a terminal, else one line of standard input."""
    if sys.stdin.isatty():
        return str(click.prompt(prompt, hide_input=True, err=True))
    return next_line()


def next_line() -> str:
    """Return the next line of standard input without its end."""
    line = sys.stdin.readline()
    if not line:
        raise click.UsageError("standard input ended before the passphrase or the text was read")
    return line.rstrip("\r\n")


json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
vault_option = click.option(
    "--vault",
    required=True,
    type=click.Path(file_okay=False),
    metavar="DIR",
    help="The vault's folder.",
)
staff_option = click.option(
    "--staff", metavar="NAME", help="Who opens it; by default the first staff member."
)
