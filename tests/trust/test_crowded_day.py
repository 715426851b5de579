"""T-05, T-42: a full disk under the counter: told by its code, nothing lost, nobody named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.trust.canaries import seen_in, seen_in_files
from tools.house import ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a limit on file sizes")


@pytest.mark.parametrize("room", [0, 70_000, 400_000])
def test_the_day_goes_on_when_there_is_room_again(tmp_path: Path, room: int) -> None:
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.trust.crowded_day", str(tmp_path), str(room)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    told = json.loads(done.stdout)
    assert told["code"] in ("vault.full", "vault.io")
    assert told["facts"] == {}
    assert told["book"] == told["done"], "what was acknowledged, and no more"
    assert (told["draft"], told["found"], told["sound"]) == (True, True, [])
    assert "Traceback" in told["trace"]
    assert seen_in(told["trace"].encode()) == []
    assert (tmp_path / "log" / "desk.log").stat().st_size > 0
    assert seen_in_files(tmp_path) == {}
