"""A day in a process of its own, seen from outside: T-40, T-41 and T-58 by every system call."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from immtrac_desk.bootstrap import open_vault
from tests.office import BOSS, CHEAP, PASSPHRASE, Clock, Surroundings
from tests.trust.canaries import NEEDLES, STEM, seen_in_files
from tools.house import ROOT

PROGRAM = [sys.executable, "-B", "-m", "tests.trust.watched_day"]
CALLS = (
    "trace=%network,write,pwrite64,writev,pwritev,pwritev2,open,openat,creat,"
    "rename,renameat,renameat2,mkdir,mkdirat,link,linkat,symlink,symlinkat,execve"
)
NAMED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")
strace = shutil.which("strace")


@dataclass(frozen=True)
class Watched:
    """One day: where it happened, what it told of itself, and its system calls, if seen."""

    folder: Path
    told: dict[str, list[str]]
    calls: list[str]


def home(folder: Path) -> dict[str, str]:
    return {**os.environ, "IMMTRAC_DESK_HOME": str(folder / "home"), "HOME": str(folder)}


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    folder = tmp_path_factory.mktemp("watched")
    trace = tmp_path_factory.mktemp("trace") / "calls"
    before = [strace, "-f", "-xx", "-s", "1000000", "-e", CALLS, "-o", str(trace)]
    command = [*(before if strace else []), *PROGRAM, str(folder)]
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=home(folder),
        check=True,
        capture_output=True,
        text=True,
    )
    calls = trace.read_text(encoding="ascii").splitlines() if strace else []
    return Watched(folder, json.loads(done.stdout), calls)


def as_traced(needle: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in needle)


def paths_in(call: str) -> list[str]:
    return [bytes.fromhex(one.replace("\\x", "")).decode() for one in NAMED.findall(call)]


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


@pytest.mark.skipif(not strace, reason="strace is not installed: seen from inside only")
class TestByItsSystemCalls:
    """What the interpreter cannot see: the engine's own files, the libraries' own sockets."""

    def test_no_socket_is_opened(self, watched: Watched) -> None:
        network = re.compile(r"\b(socket|connect|bind|sendto|sendmsg|recvfrom)\(")
        assert [call for call in watched.calls if network.search(call)] == []

    def test_no_other_program_is_started(self, watched: Watched) -> None:
        assert sum("execve(" in call for call in watched.calls) == 1

    def test_nothing_readable_is_ever_written_anywhere(self, watched: Watched) -> None:
        written = [call for call in watched.calls if re.search(r"\bp?write(v|64|v2)?\(", call)]
        assert len(written) > 100
        for needle in NEEDLES:
            word = as_traced(needle)
            assert [call[:60] for call in written if word in call] == []

    def test_no_name_of_a_file_or_folder_names_anybody(self, watched: Watched) -> None:
        word = as_traced(STEM.encode())
        assert [call for call in watched.calls if word in call] == []

    def test_no_file_is_opened_for_writing_elsewhere(self, watched: Watched) -> None:
        opened = [c for c in watched.calls if "open" in c and WRITING.search(c) and "= -1" not in c]
        elsewhere = {
            path
            for call in opened
            for path in paths_in(call)
            if not Path(path).is_relative_to(watched.folder) and path != "/dev/null"
        }
        assert any(p.endswith("desk.db-wal") for call in opened for p in paths_in(call))
        assert elsewhere == set()

    def test_the_net_is_tight(self, tmp_path: Path) -> None:
        """A program that does write a canary is caught by the same words."""
        trace = tmp_path / "calls"
        program = f"open({str(tmp_path / 'x')!r}, 'w').write('{STEM[:4]}' + '{STEM[4:]}')"
        command = [strace, "-f", "-xx", "-s", "1000000", "-e", CALLS, "-o", trace]
        subprocess.run([*map(str, command), sys.executable, "-c", program], check=True)
        written = [c for c in trace.read_text(encoding="ascii").splitlines() if " write(" in c]
        assert [c for c in written if as_traced(STEM.encode()) in c] != []


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
