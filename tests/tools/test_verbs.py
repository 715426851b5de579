"""The verbs and the set-up, run as a person would type them, on a pretended bare machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.house import ROOT

needs_sh = pytest.mark.skipif(shutil.which("sh") is None, reason="the set-up is a shell script")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A checkout with a space in its path, beside tools that know no package and no root."""
    checkout, tools = tmp_path / "a desk", tmp_path / "bin"
    (checkout / "tools").mkdir(parents=True)
    tools.mkdir()
    for name in ("tools/setup.sh", "requirements-dev.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, checkout / name)
    for name, body in {
        "apt-get": "echo touched >&2; exit 9",
        "dpkg-query": "exit 1",
        "id": "echo 1000",
        "sudo": "exit 1",
    }.items():
        (tools / name).write_text(f"#!/bin/sh\n{body}\n")
        (tools / name).chmod(0o755)
    return checkout


def set_up(checkout: Path, *, tools: dict[str, str] | None = None, **environment: str) -> str:
    bin_folder = checkout.parent / "bin"
    for name, body in (tools or {}).items():
        (bin_folder / name).write_text(f"#!/bin/sh\n{body}\n")
    done = subprocess.run(
        ["sh", str(checkout / "tools" / "setup.sh")],
        env={"PATH": f"{bin_folder}:/usr/local/bin:/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    return f"{done.returncode}\n{done.stderr}"


@needs_sh
def test_without_rights_the_one_line_to_type_is_printed(bare: Path) -> None:
    said = set_up(bare)
    lines = re.findall(r"^    sudo sh -c \"(.*)\"$", said, re.MULTILINE)
    assert said.startswith("1\n")
    assert len(lines) == 1
    assert "apt-get install -y --no-install-recommends libglib2.0-0 libgl1" in lines[0]
    assert "libxcb-cursor0" in lines[0]
    assert "libcups2" in lines[0]
    assert "touched" not in said
    assert not (bare / ".venv").exists()


@needs_sh
def test_newer_names_are_asked_for_where_the_release_has_them(bare: Path) -> None:
    said = set_up(bare, tools={"dpkg-query": 'case "$*" in *"*t64"*) exit 0 ;; esac; exit 1'})
    assert " libglib2.0-0t64 " in said
    assert " libcups2t64" in said
    assert " libglib2.0-0 " not in said


@needs_sh
def test_what_is_installed_is_not_asked_for_again(bare: Path) -> None:
    known = "printf 'installed/libgl1\\ninstalled/libglib2.0-0t64\\nhalf-installed/libegl1\\n'"
    said = set_up(bare, tools={"dpkg-query": known})
    assert " libgl1 " not in said
    assert "libglib2.0-0" not in said
    assert " libegl1 " in said


@needs_sh
def test_with_sudo_the_packages_are_installed_and_not_printed(bare: Path) -> None:
    said = set_up(bare, tools={"sudo": '[ "$1" = -n ] && exit 0; exec "$@"'})
    assert "touched" in said
    assert "sudo sh -c" not in said
    assert said.startswith("1\n")


@needs_sh
def test_a_python_that_is_too_old_is_refused(bare: Path) -> None:
    (old := bare.parent / "bin" / "old").write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    said = set_up(bare, PYTHON=str(old))
    assert said.startswith("1\n")
    assert "is not Python 3.11 or newer" in said


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_help_lists_every_verb_on_one_line_each() -> None:
    verbs = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    said = subprocess.run(
        ["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert verbs is not None
    assert [line.split()[1] for line in said] == verbs.group(1).split()
    assert all(len(line) < 100 for line in said)
