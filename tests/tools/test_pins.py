"""The pin files: hashes for everything, no host, and an inspector that sees the opposite."""

from __future__ import annotations

import tomllib

import pytest

from tools.house import ROOT
from tools.pins import PIN_FILES, faults

SOUND = (
    "click==8.5.1 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
    "zipp==4.1.2 ; os_name == 'nt' \\\n    --hash=sha256:cc\n"
)


@pytest.mark.parametrize("name", PIN_FILES)
def test_the_projects_own_pins_are_sound(name: str) -> None:
    assert faults((ROOT / name).read_text()) == []


def test_sound_pins_have_no_fault() -> None:
    assert faults(SOUND) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url place",
        "--extra-index-url place",
        "--find-links wheels",
        "-f wheels",
        "click @ https" + "://place/click.whl",
    ],
)
def test_a_host_or_an_index_is_a_fault(line: str) -> None:
    assert "line 6 names a host or an index" in faults(SOUND + line + "\n")


def test_a_pin_without_a_hash_is_a_fault() -> None:
    assert faults(SOUND + "segno==1.6.6\n") == ["segno has no hash"]


def test_a_package_without_one_version_is_a_fault() -> None:
    assert faults("segno>=1.6 \\\n    --hash=sha256:aa\n") == [
        "segno>=1.6      --hash=sha256:aa is not pinned to one version"
    ]


def test_the_build_back_end_is_pinned_with_the_rest() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    pins = (ROOT / "requirements-dev.txt").read_text()
    for package in project["build-system"]["requires"]:
        assert f"\n{package}==" in pins


def test_what_runs_is_pinned_alike_for_running_and_for_working() -> None:
    def pinned(name: str) -> set[str]:
        lines = (ROOT / name).read_text().splitlines()
        return {line.split(" ")[0] for line in lines if line[:1].isalpha()}

    assert pinned("requirements.txt") <= pinned("requirements-dev.txt")
