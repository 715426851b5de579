"""What nobody foresaw: a sentence and a code of its own, never a traceback, never 'found it'."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PASSPHRASE, Said

Call = Callable[..., Said]
BAD = os.fsdecode(b"\xff\xfe")


@pytest.mark.parametrize("verb", ["history", "clients"])
def test_half_a_letter_on_the_command_line_is_a_wrong_call(
    call: Call, practice_vault: Path, verb: str
) -> None:
    said = call(verb, "--vault", str(practice_vault), BAD)
    assert said.code in (0, 2), said.err
    assert "Traceback" not in said.err


def test_a_backup_cannot_be_laid_where_nobody_may_write(call: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    source = str(tmp_path / "file")
    said = call("restore", "--from", source, "--vault", str(tmp_path / "file" / "below"))
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("vault.unwritable: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_said(practice_vault: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "immtrac_desk", "clients", "--vault", str(practice_vault), "a"],
            input=f"{PASSPHRASE}\n",
            text=True,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "IMMTRAC_DESK_HOME": str(tmp_path)},
        )
    assert done.returncode == 2
    assert done.stderr.startswith("file.not_written (output): ")
    log = (tmp_path / "log" / "desk.log").read_text(encoding="ascii")
    assert "OSError errno=28" in log


def test_a_broken_program_has_a_code_of_its_own_and_says_no_word_of_the_error(
    tmp_path: Path,
) -> None:
    program = (
        "from immtrac_desk.cli import main\n"
        "@main.command()\n"
        "def broken():\n"
        "    raise KeyError('García')\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "broken"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "IMMTRAC_DESK_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
    )
    assert (done.returncode, done.stdout) == (70, "")
    assert done.stderr.startswith("program.unexpected: ")
    assert "KeyError" in done.stderr
    log = (tmp_path / "log" / "desk.log").read_text(encoding="ascii")
    assert "KeyError at " in log
    assert "Garc" not in done.stderr + log


def test_names_are_written_in_utf8_whatever_the_machine_writes(
    call: Call, practice_vault: Path
) -> None:
    everybody = {name for letter in "aeiou" for name in _names(practice_vault, letter, "C.UTF-8")}
    latin = {name for letter in "aeiou" for name in _names(practice_vault, letter, "latin")}
    assert everybody == latin != set()
    assert any(not name.isascii() for name in everybody)


def _names(vault: Path, letter: str, coding: str) -> list[str]:
    import json

    more = {"PYTHONIOENCODING": "latin-1"} if coding == "latin" else {}
    done = subprocess.run(
        [sys.executable, "-m", "immtrac_desk", "clients", "--vault", str(vault), letter],
        input=f"{PASSPHRASE}\n".encode(),
        capture_output=True,
        check=True,
        env={**os.environ, **more},
    )
    return [one["last_name"] for one in json.loads(done.stdout.decode())]


def test_a_folder_that_cannot_be_named_is_refused_before_anything_is_made(
    call: Call, tmp_path: Path
) -> None:
    said = call("practice", "--vault", str(tmp_path / BAD), "--clients", "12")
    assert (said.code, said.out) == (2, "")
    assert "--vault" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_reader_who_left_is_not_told_that_verify_found_something(
    practice_vault: Path, tmp_path: Path
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "immtrac_desk", "verify", "--vault", str(practice_vault)],
            input=f"{PASSPHRASE}\n",
            text=True,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "IMMTRAC_DESK_HOME": str(tmp_path)},
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (2, "")
