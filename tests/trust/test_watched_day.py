"""A day in a process of its own, seen from outside: T-40, T-41 and T-58 by every system call."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from immtrac_desk.bootstrap import Surroundings, open_vault
from tests.office import BOSS, CHEAP, PASSPHRASE, Clock
from tests.trust.canaries import STEM, seen_in_files
from tests.trust.tracing import STRACE, Traced, traced
from tools.house import ROOT

PROGRAM = [sys.executable, "-B", "-m", "tests.trust.watched_day"]

needs_strace = pytest.mark.skipif(not STRACE, reason="strace is not installed")


@dataclass(frozen=True)
class Watched:
    """One day: where it happened, what it told of itself, and its system calls, if seen."""

    folder: Path
    told: dict[str, list[str]]
    calls: Traced


def home(folder: Path) -> dict[str, str]:
    return {**os.environ, "IMMTRAC_DESK_HOME": str(folder / "home"), "HOME": str(folder)}


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    folder = tmp_path_factory.mktemp("watched")
    command = [*PROGRAM, str(folder)]
    if STRACE:
        calls = traced(command, tmp_path_factory.mktemp("trace") / "calls", home(folder))
    else:
        done = subprocess.run(
            command, cwd=ROOT, env=home(folder), check=True, capture_output=True, text=True
        )
        calls = Traced(done.stdout, ())
    return Watched(folder, json.loads(calls.said), calls)


def test_no_socket_is_made_and_no_program_started(watched: Watched) -> None:
    assert watched.told["outside"] == []


def test_every_file_it_writes_lies_in_its_own_folders(watched: Watched) -> None:
    own = ("vault", "backups", "log", "tmp")
    strangers = [
        path
        for path in watched.told["opened"]
        if not path.isdecimal()
        and not any(Path(path).is_relative_to(watched.folder / part) for part in own)
    ]
    assert watched.told["opened"]
    assert strangers == []


@needs_strace
class TestByItsSystemCalls:
    """What the interpreter cannot see: the engine's own files, the libraries' own sockets."""

    def test_no_socket_is_opened(self, watched: Watched) -> None:
        assert watched.calls.network() == []

    def test_no_other_program_is_started(self, watched: Watched) -> None:
        assert watched.calls.programs() == 1

    def test_nothing_readable_is_ever_written_anywhere(self, watched: Watched) -> None:
        assert len(watched.calls.writes()) > 100
        assert watched.calls.readable() == []

    def test_no_name_of_a_file_or_folder_names_anybody(self, watched: Watched) -> None:
        assert watched.calls.naming() == []

    def test_no_file_is_opened_for_writing_elsewhere(self, watched: Watched) -> None:
        opened = watched.calls.opened_to_write()
        assert any(path.endswith("desk.db-wal") for path in opened)
        own = {path for path in opened if Path(path).is_relative_to(watched.folder)}
        assert opened - own <= {"/dev/null"}

    def test_the_net_is_tight(self, tmp_path: Path) -> None:
        """A program that does write a canary is caught by the same words."""
        program = f"open({str(tmp_path / 'x')!r}, 'w').write('{STEM[:4]}' + '{STEM[4:]}')"
        caught = traced([sys.executable, "-c", program], tmp_path / "calls")
        assert caught.readable() != []
        assert caught.naming() != []
        assert str(tmp_path / "x") in caught.opened_to_write()
        caller = "import socket; socket.socket()"
        assert traced([sys.executable, "-c", caller], tmp_path / "calls").network() != []


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders of a day whose process was killed with the vault open."""
    folder = tmp_path_factory.mktemp("killed")
    done = subprocess.run(
        [*PROGRAM, str(folder), "kill"],
        cwd=ROOT,
        env=home(folder),
        capture_output=True,
        check=False,
    )
    assert done.returncode < 0, done.stderr
    return folder


def test_after_a_kill_what_lies_about_tells_nothing(killed: Path) -> None:
    assert (killed / "vault" / "desk.db-wal").stat().st_size > 0
    assert seen_in_files(killed) == {}


def test_after_a_kill_the_vault_opens_sound(killed: Path) -> None:
    desk = open_vault(killed / "vault", BOSS, PASSPHRASE, Surroundings(clock=Clock(), cost=CHEAP))
    try:
        assert desk.book.verify() == ()
        assert desk.people.find(STEM)
    finally:
        desk.close()
    assert seen_in_files(killed) == {}
