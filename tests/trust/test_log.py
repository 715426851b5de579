"""The log: codes, ids and places get in; names, dates and the words of errors do not."""

from __future__ import annotations

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk import logs
from immtrac_desk.domain.ids import new_id
from immtrac_desk.errors import DeskError

SECRET = "Zárraga Quixote 1990-02-17"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "person" / "log"
    logs.begin(place)
    yield place
    logs.end()


def written(folder: Path) -> str:
    return "".join(p.read_text(encoding="utf-8") for p in sorted(folder.glob("*")))


def test_a_code_with_its_ids_and_counts_is_one_line(folder: Path) -> None:
    record = new_id()
    logs.note("vault.opened", record, failures=2)
    line = written(folder)
    assert line.endswith(f"Z INFO vault.opened {record} failures=2\n")
    assert line.count("\n") == 1


@pytest.mark.parametrize(
    "told",
    [SECRET, "García", "1990-02-17", "GARCIA", "7K2M-Q4ZD", "a.b\nINFO forged.line", "\x1b[2J"],
)
def test_what_is_neither_a_code_nor_an_id_is_hidden(folder: Path, told: str) -> None:
    logs.note(told, told)
    logs.note("client.saved", told, born=19900217)
    text = written(folder)
    assert told not in text
    assert "19900217" not in text
    assert text.count("\n") == 2
    assert "client.saved [?] born=[?]" in text


def test_the_words_and_facts_of_an_error_stay_out_and_its_places_get_in(folder: Path) -> None:
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as error:
            raise DeskError("client.unknown", name=SECRET) from error
    except DeskError as error:
        logs.trouble(error)
    text = written(folder)
    assert "DeskError client.unknown at " in text
    assert "ValueError" in text
    assert "test_log:" in text
    assert "Quixote" not in text


def test_a_path_in_an_error_of_the_system_stays_out(folder: Path, tmp_path: Path) -> None:
    try:
        (tmp_path / SECRET / "x").read_bytes()
    except OSError as error:
        logs.trouble(error)
    text = written(folder)
    assert "FileNotFoundError errno=2" in text
    assert "Quixote" not in text


def test_another_librarys_line_is_only_its_place(folder: Path) -> None:
    other = logging.getLogger("alembic.runtime")
    other.error("could not insert %s", SECRET)
    try:
        raise KeyError(SECRET)
    except KeyError:
        other.exception("while saving %r", SECRET)
    text = written(folder)
    assert "ERROR alembic test_log:" in text
    assert "KeyError" in text
    assert "Quixote" not in text
    assert "could not insert" not in text


def test_file_and_folder_are_the_owners_alone(folder: Path) -> None:
    logs.note("desk.begun")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / logs.FILE).stat().st_mode) == 0o600


def test_it_stays_small_and_every_kept_part_is_private(folder: Path) -> None:
    for _ in range(4_000):
        logs.note("desk.begun", *[new_id()] * 16, failures=3)
    parts = list(folder.iterdir())
    assert len(parts) == 1 + logs.KEPT
    assert sum(p.stat().st_size for p in parts) <= (1 + logs.KEPT) * logs.BYTES
    assert {stat.S_IMODE(p.stat().st_mode) for p in parts} == {0o600}


def test_a_link_in_its_place_is_not_written_through(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine", encoding="utf-8")
    place = tmp_path / "log"
    place.mkdir()
    (place / logs.FILE).symlink_to(other)
    logs.begin(place)
    logs.note("desk.begun")
    logs.end()
    assert other.read_text(encoding="utf-8") == "mine"


def test_no_place_to_write_costs_the_log_and_says_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder", encoding="utf-8")
    logs.begin(blocked / "log")
    logs.note("desk.begun", SECRET)
    logging.getLogger("other").error(SECRET)
    logs.end()
    assert capfd.readouterr() == ("", "")


def test_begun_twice_it_writes_once_and_ended_not_at_all(folder: Path) -> None:
    logs.begin(folder)
    logs.note("desk.begun")
    logs.end()
    logs.note("desk.begun")
    assert written(folder).count("desk.begun") == 1


def test_it_lies_in_the_machines_log_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(logs.HOME, str(tmp_path))
    assert logs.log_folder() == tmp_path / "log"
    monkeypatch.delenv(logs.HOME)
    assert "immtrac-desk" in logs.log_folder().parts


@given(st.text(max_size=40))
def test_no_text_at_all_passes_as_an_id(text: str) -> None:
    line = logs._line("desk.begun", (text,), {})
    assert line in ("desk.begun [?]", f"desk.begun {text}")
    if not line.endswith("[?]"):
        assert len(text) == 19
        assert text.replace("-", "").isalnum()


def test_what_breaks_in_the_window_is_logged_by_its_places(folder: Path) -> None:
    """The last hook, with the calm page left out: it is told, and the log has no word of it."""
    from ui.shell.crash import catch_everything

    told: list[str] = []
    put_back = catch_everything(told.append, lambda _: None)
    try:
        try:
            raise LookupError(SECRET)
        except LookupError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    finally:
        put_back()
    assert len(told) == 1
    assert "LookupError at test_log:" in written(folder).replace("tests.trust.", "")
    assert "Quixote" not in written(folder) + told[0]


def test_a_refusal_in_the_window_is_no_trouble(folder: Path) -> None:
    from ui.shell.crash import catch_everything

    refused: list[DeskError] = []
    put_back = catch_everything(lambda _: None, refused.append)
    try:
        error = DeskError("client.unknown")
        sys.excepthook(DeskError, error, None)
    finally:
        put_back()
    assert refused == [error]
    assert written(folder) == ""
