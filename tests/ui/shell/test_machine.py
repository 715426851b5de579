"""What the machine remembers: whole, owner-only, and never a reason not to start."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.machine import Machine, config_folder, keep, recall

FULL = Machine(
    language="es", mode="dark", percent=150, geometry=(1, 2, 1320, 830, 0), last_vault="/v"
)


def test_what_is_kept_is_recalled(tmp_path: Path) -> None:
    keep(FULL, tmp_path)
    assert recall(tmp_path) == FULL


def test_nothing_kept_gives_the_defaults(tmp_path: Path) -> None:
    assert recall(tmp_path / "none") == Machine()


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    keep(FULL, tmp_path / "new")
    assert stat.S_IMODE((tmp_path / "new" / "desk.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_written_costs_only_the_preference(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keep(FULL, tmp_path / "file")
    assert (tmp_path / "file").read_text() == ""


@given(st.binary(max_size=200))
def test_a_spoilt_memory_never_stops_the_start(tmp_path_factory, data: bytes) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("kept")
    (folder / "desk.json").write_bytes(data)
    assert isinstance(recall(folder), Machine)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "xx"),
        ("mode", "pink"),
        ("percent", 7),
        ("percent", "large"),
        ("geometry", "wide"),
        ("last_vault", 3),
    ],
)
def test_one_bad_value_leaves_the_others(tmp_path: Path, name: str, value: object) -> None:
    keep(FULL, tmp_path)
    kept = json.loads((tmp_path / "desk.json").read_text()) | {name: value}
    (tmp_path / "desk.json").write_text(json.dumps(kept))
    got = recall(tmp_path)
    assert getattr(got, name) == getattr(Machine(), name)
    assert got.geometry == FULL.geometry or name == "geometry"


def test_an_unknown_value_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "desk.json").write_text('{"client": "x", "percent": 125}')
    assert recall(tmp_path) == Machine(percent=125)


def test_the_home_of_a_trial_is_obeyed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IMMTRAC_DESK_HOME", str(tmp_path))
    assert config_folder() == tmp_path / "config"
