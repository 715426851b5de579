"""The back door as a script meets it: a process of its own, its streams and its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PASSPHRASE = "practice heron wading by the reeds"


@dataclass(frozen=True)
class Said:
    """What one call said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(*words: str, lines: tuple[str, ...] = (PASSPHRASE,)) -> Said:
    """Call the back door with these words and these lines on its standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "immtrac_desk", *words],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def call() -> Callable[..., Said]:
    return run


@pytest.fixture(scope="session")
def practice_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice vault of sixteen clients, made once by the back door and only read."""
    vault = tmp_path_factory.mktemp("cli") / "vault"
    made = run("practice", "--vault", str(vault), "--clients", "16", "--seed", "7")
    assert made.code == 0, made.err
    return vault


@pytest.fixture
def vault_copy(practice_vault: Path, tmp_path: Path) -> Path:
    """A copy of it elsewhere, to be spoilt."""
    import shutil

    return Path(shutil.copytree(practice_vault, tmp_path / "copy"))
