"""A file at the place that was chosen: whole and its owner's alone, or what was there before."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.views.saving import put_whole, with_end

DATA = b"Vega, Luc\xc3\xada;2016-02-03\n" * 20_000
ROOM = 4096


@pytest.fixture
def crowded() -> Iterator[None]:
    """A disk on which no file grows beyond a page."""
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    kept = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    signal.signal(signal.SIGXFSZ, kept)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("before", [None, 0o644, 0o600])
def test_it_is_whole_and_nobody_elses(tmp_path: Path, before: int | None) -> None:
    place = tmp_path / "list.csv"
    if before is not None:
        place.write_bytes(b"older")
        place.chmod(before)
    assert put_whole(place, DATA)
    assert place.read_bytes() == DATA
    assert os.name != "posix" or stat.S_IMODE(place.stat().st_mode) == 0o600
    assert names(tmp_path) == ["list.csv"]


@pytest.mark.parametrize("before", [b"", b"older"])
def test_on_a_full_disk_nothing_half_is_left(tmp_path: Path, before: bytes, crowded: None) -> None:
    place = tmp_path / "list.csv"
    if before:
        place.write_bytes(before)
    assert not put_whole(place, DATA)
    assert names(tmp_path) == (["list.csv"] if before else [])
    assert not before or place.read_bytes() == before


def test_a_folder_and_a_place_that_is_not_there_are_refused(tmp_path: Path) -> None:
    (tmp_path / "list.csv").mkdir()
    (tmp_path / "list.csv" / "kept").write_bytes(b"kept")
    assert not put_whole(tmp_path / "list.csv", DATA)
    assert not put_whole(tmp_path / "nowhere" / "list.csv", DATA)
    assert names(tmp_path) == ["list.csv"]
    assert names(tmp_path / "list.csv") == ["kept"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_device_is_not_replaced_by_a_file() -> None:
    assert not put_whole(Path("/dev/full"), DATA)
    assert Path("/dev/full").is_char_device()


def test_an_end_is_added_unless_that_would_name_a_file_nobody_was_asked_about(
    tmp_path: Path,
) -> None:
    typed = tmp_path / "week 2026"
    assert with_end(typed, "xlsx") == tmp_path / "week 2026.xlsx"
    assert with_end(tmp_path / "week.csv", "xlsx") == tmp_path / "week.csv"
    (tmp_path / "week 2026.xlsx").write_bytes(b"older")
    assert with_end(typed, "xlsx") == typed


@pytest.mark.parametrize("name", ["desk.db", "slots", "list.csv", "inner/list.csv"])
def test_nothing_is_put_into_a_vault(tmp_path: Path, name: str) -> None:
    (tmp_path / "inner").mkdir()
    for own in ("desk.db", "slots"):
        (tmp_path / own).write_bytes(b"kept")
    assert not put_whole(tmp_path / name, DATA)
    assert names(tmp_path) == ["desk.db", "inner", "slots"]
    assert {(tmp_path / own).read_bytes() for own in ("desk.db", "slots")} == {b"kept"}
