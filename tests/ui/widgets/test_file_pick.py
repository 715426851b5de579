"""A picked file: its bytes and size, whatever it is called; what cannot be read is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.views.file_pick import MOST, FilePick
from ui.wording import tr


def picked(place: Path) -> FilePick:
    pick = FilePick("act_form.file", ask=lambda _: str(place))
    pick.choose()
    return pick


@pytest.mark.parametrize("name", ["a\nb.pdf", "\u202efdp.exe", "x" * 200, "..pdf", "ñ 'q' \\.pdf"])
@pytest.mark.skipif(os.name != "posix", reason="needs names that others forbid")
def test_any_name_will_do_and_is_said_nowhere(
    dressed: QApplication, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7 " + b"x" * 3000)
    (tmp_path / "link").symlink_to(name)
    for place in (tmp_path / name, tmp_path / "link"):
        pick = picked(place)
        assert pick.data() == (tmp_path / name).read_bytes()
        assert pick._said.text() == tr.say("act_form.file_has", size="2 KB")


def test_no_more_is_read_of_an_endless_file_than_would_be_refused(
    dressed: QApplication, tmp_path: Path
) -> None:
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(8 * MOST)
    assert len(picked(tmp_path / "sparse").data() or b"") == MOST


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe with a name")
def test_what_cannot_be_read_is_said_and_breaks_nothing(
    dressed: QApplication, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    for name in ("gone", "pipe", "folder", "loop", "x" * 300):
        pick = picked(tmp_path / name)
        assert pick.data() is None
        assert pick._said.text() == tr.say("act_form.file_failed")
