"""How the back door answers: JSON or plain lines out, one sentence on standard error, a code."""

import contextlib
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import click

from immtrac_desk import logs
from immtrac_desk.errors import DeskError, InputError, RefusedError, VaultError
from immtrac_desk.sayings import LANGUAGES, Sayings

CALL_WRONG = 2
NOT_OPENED = 3
OUR_FAULT = 70
"""None of the promised codes: the program itself broke. 1 would mean that `verify` found it."""
WRONG_PLACE = frozenset({"vault.exists", "backup.missing", "backup.folder_unusable"})
"""Refusals of a place that the call named; no vault was tried, or it did open."""


class Doorway(click.Group):
    """A group whose verbs end in the promised exit codes, never in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        logs.begin()
        speak_utf8()
        try:
            return super().invoke(ctx)
        except DeskError as error:
            leave(error)
        except (click.Abort, KeyboardInterrupt, BrokenPipeError):
            break_off()
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception as error:
            leave(told(error))


def leave(error: DeskError) -> NoReturn:
    """Say the error's sentence on standard error and end with its exit code."""
    sayings = spoken()
    lines = [sayings.say(error.code, **error.facts)]
    if isinstance(error, RefusedError):
        lines += [sayings.say(finding.code) for finding in error.findings]
    field = error.field if isinstance(error, InputError) else ""
    beside = f" ({field})" if field else ""
    click.echo(f"{error.code}{beside}: {' '.join(lines)}", err=True)
    _let_go_of_output()
    if error.code == "program.unexpected":
        sys.exit(OUR_FAULT)
    unopened = isinstance(error, VaultError) and error.code not in WRONG_PLACE
    sys.exit(NOT_OPENED if unopened else CALL_WRONG)


def break_off() -> NoReturn:
    """End a call that its caller ended. Never with 1: that would speak of a vault's bytes."""
    _to_nowhere()
    sys.exit(CALL_WRONG)


def _let_go_of_output() -> None:
    """Flush what was answered; where that fails, it must not fail again at exit, with 120."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        _to_nowhere()


def _to_nowhere() -> None:
    # What is still to be flushed at exit has nobody to read it.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def told(error: Exception) -> DeskError:
    """Return what to say of an error that is not ours, and log its places, never its words."""
    logs.trouble(error)
    if isinstance(error, UnicodeError):
        return InputError("text.control", "TEXT", character="U+DC80 to U+DCFF")
    if isinstance(error, OSError):
        return InputError("file.not_written", "output")
    return DeskError("program.unexpected", kind=type(error).__name__)


def speak_utf8() -> None:
    """Let scripts read and write UTF-8 whatever the machine's own encoding is."""
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "strict")):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors=errors)


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


class Place(click.Path):
    """A path that can be said again in the answer: UTF-8, as every answer is."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or fail the call before anything is made there."""
        try:
            os.fspath(value).encode()
        except UnicodeEncodeError:
            self.fail("this path holds bytes that are no letters", param, ctx)
        return super().convert(value, param, ctx)


json_option = click.option(
    "--json", "as_json", is_flag=True, help="Answer in JSON; a pipe or a file always gets it."
)
vault_option = click.option(
    "--vault",
    required=True,
    type=Place(file_okay=False),
    metavar="DIR",
    help="The vault's folder.",
)
staff_option = click.option(
    "--staff", metavar="NAME", help="Who opens it; by default the first staff member."
)
