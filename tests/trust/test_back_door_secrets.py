"""T-43: the back door's process never shows a passphrase, nor a name that was read with `-`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from immtrac_desk.practice import PracticePlan, build
from tests.office import Clock
from tests.trust.canaries import STEM
from tools.house import ROOT

SECRET = "zyxquokka lurking under willows"

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="needs a system that lists its processes"
)


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("door") / "vault"
    build(PracticePlan(path=folder, passphrase=SECRET, clients=12, clock=Clock())).close()
    return folder


def shown(pid: int) -> bytes:
    """What any program of this person can read of a process: its words, surroundings, title."""
    parts = []
    for name in ("cmdline", "environ", "comm", "stat"):
        try:
            parts.append(Path(f"/proc/{pid}/{name}").read_bytes())
        except OSError:
            continue
    return b"\0".join(parts)


def holds(pid: int, name: str) -> bool:
    """Whether a process has a file of that name open."""
    links = []
    for link in Path(f"/proc/{pid}/fd").iterdir():
        try:
            links.append(str(link.readlink()))
        except OSError:
            continue
    return any(link.endswith(name) for link in links)


def test_passphrase_and_text_stay_out_of_words_and_surroundings(vault: Path) -> None:
    door = subprocess.Popen(
        [sys.executable, "-m", "immtrac_desk", "clients", "--vault", str(vault), "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert door.stdin is not None
    seen = [shown(door.pid)]
    door.stdin.write(f"{SECRET}\n".encode())
    door.stdin.flush()
    for _ in range(3000):  # until the vault stands open and the door waits for the text
        seen.append(shown(door.pid))
        if holds(door.pid, "desk.db") or door.poll() is not None:
            break
        time.sleep(0.01)
    assert holds(door.pid, "desk.db")
    door.stdin.write(f"{STEM}\n".encode())
    door.stdin.flush()
    seen.append(shown(door.pid))
    out, err = door.communicate()
    assert (door.returncode, json.loads(out), err) == (0, [], b"")
    told = b"".join(seen).lower()
    assert str(vault).encode().lower() in told, "the command line was really read"
    assert b"zyxquokka" not in told


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("verb", ["clients", "verify", "backup"])
def test_no_other_program_is_started_with_it(vault: Path, tmp_path: Path, verb: str) -> None:
    words = {"clients": ["-"], "verify": [], "backup": ["--to", str(tmp_path / "kept")]}[verb]
    trace = tmp_path / "calls"
    calls = "trace=%network,execve"
    done = subprocess.run(
        [
            *("strace", "-f", "-e", calls, "-v", "-s", "100000", "-o", str(trace)),
            *(sys.executable, "-m", "immtrac_desk", verb, "--vault", str(vault), *words),
        ],
        cwd=ROOT,
        input=f"{SECRET}\n{STEM}\n",
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = trace.read_text(encoding="utf-8", errors="replace")
    assert told.count("execve(") == 1
    assert "socket(" not in told
    assert "zyxquokka" not in told.lower()


@pytest.mark.parametrize(
    "words",
    [
        ("clients", "--vault", "{vault}", "-"),
        ("verify", "--vault", "{vault}"),
        ("backup", "--vault", "{vault}", "--to", "{file}/below"),
    ],
)
def test_what_goes_wrong_is_said_without_a_secret_and_without_a_traceback(
    vault: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    told = [word.format(vault=vault, file=tmp_path / "file") for word in words]
    for secret, code in ((SECRET, (0, 2, 3)), (f"{SECRET} not", (3,))):
        done = subprocess.run(
            [sys.executable, "-m", "immtrac_desk", *told],
            cwd=ROOT,
            input=f"{secret}\n{STEM}\n",
            text=True,
            capture_output=True,
            check=False,
        )
        assert done.returncode in code, done.stderr
        said = (done.stdout + done.stderr).lower()
        assert "zyxquokka" not in said
        assert "traceback" not in said
