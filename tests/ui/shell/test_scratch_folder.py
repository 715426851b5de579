"""The scratch folder: owner-only, the place for temporary files, empty afterwards."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

import pytest

from ui.scratch_folder import ScratchFolder


def test_temporary_files_land_in_it_and_go_with_it(tmp_path: Path) -> None:
    scratch = ScratchFolder(tmp_path)
    place = scratch.open()
    handle, name = tempfile.mkstemp()
    os.close(handle)
    assert Path(name).parent == place
    scratch.close()
    assert not place.exists()


def test_tmpdir_is_as_before_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    scratch = ScratchFolder(tmp_path)
    scratch.open()
    assert os.environ["TMPDIR"] != str(tmp_path)
    scratch.close()
    assert os.environ["TMPDIR"] == str(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
def test_nobody_else_may_look_in(tmp_path: Path) -> None:
    scratch = ScratchFolder(tmp_path)
    assert stat.S_IMODE(scratch.open().stat().st_mode) == 0o700
    scratch.close()


def test_what_a_crash_left_is_swept_at_the_next_start(tmp_path: Path) -> None:
    left = tmp_path / "immtrac-desk-999999999-x"
    left.mkdir()
    (left / "job.pdf").write_bytes(b"%PDF")
    scratch = ScratchFolder(tmp_path)
    scratch.open()
    assert not left.exists()
    scratch.close()


def test_the_folder_of_a_living_program_is_left_alone(tmp_path: Path) -> None:
    living = tmp_path / f"immtrac-desk-{os.getppid()}-x"
    living.mkdir()
    scratch = ScratchFolder(tmp_path)
    scratch.open()
    assert living.exists()
    scratch.close()
