"""Nothing readable rests anywhere: T-40, T-41, T-44 and T-46 over a whole day at the desk."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from immtrac_desk import logs
from immtrac_desk.domain.ids import new_id
from tests.office import BOSS, PASSPHRASE, Office, open_office
from tests.trust.canaries import NEEDLES, STEM, seen_in, seen_in_files
from tests.trust.day import Day, live_through


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("leaks")
    (folder / "tmp").mkdir()
    before, tempfile.tempdir = tempfile.tempdir, str(folder / "tmp")
    logs.begin(folder / "log")
    yield folder
    logs.end()
    tempfile.tempdir = before


@pytest.fixture(scope="module")
def office(place: Path) -> Office:
    return open_office(place)


@pytest.fixture(scope="module")
def day(office: Office) -> Iterator[Day]:
    """A day that is over, with the desk still open."""
    lived = live_through(office)
    logs.note("desk.closed", new_id())
    yield lived
    office.desk.close()


def test_the_net_catches_every_spelling(tmp_path: Path) -> None:
    for number, needle in enumerate(NEEDLES):
        (tmp_path / f"{number}").write_bytes(b"\xff\x00\x13" + needle + b"\x00\x01\x02")
    assert len(seen_in_files(tmp_path)) == len(NEEDLES)
    (tmp_path / f"{STEM} scan.pdf").write_bytes(b"")
    assert len(seen_in_files(tmp_path)) == len(NEEDLES) + 1


def test_the_net_looks_into_a_filed_sheet(day: Day, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(day.receipts[0].pdf)
    assert seen_in_files(tmp_path), "a sheet in the clear would be seen"


def test_the_day_was_lived(day: Day) -> None:
    assert len(day.clients) >= 6
    assert len(day.receipts) >= 6
    acts = {line.act for line in day.desk.book.history(limit=1000)}
    assert {"consent_granted", "consent_declined", "consent_withdrawn", "printed"} <= acts
    assert {"dose_reported", "answer_taken", "answer_closed", "entry_stopped"} <= acts
    assert {"letters_run", "list_exported", "report_exported", "training_noted"} <= acts
    assert {"consent_exported", "record_summary_given", "record_file_given"} <= acts


def test_no_file_of_an_open_vault_can_be_read(day: Day, office: Office) -> None:
    files = {p.name for p in office.path.iterdir()}
    assert {"desk.db", "desk.db-wal", "slots"} <= files
    assert seen_in_files(office.path, more=(BOSS.encode(), PASSPHRASE.encode())) == {}


def test_backups_log_and_temporary_folders_hold_nothing(day: Day, place: Path) -> None:
    assert list((place / "backups").iterdir())
    assert list((place / "log").iterdir())
    assert seen_in_files(place, more=(BOSS.encode(), PASSPHRASE.encode())) == {}
    assert list((place / "tmp").iterdir()) == []


def test_what_a_sheet_says_of_itself_names_nobody(day: Day) -> None:
    """T-45: the properties of a sheet, and its code, which any telephone can read."""
    for receipt in day.receipts:
        with pypdfium2.PdfDocument(receipt.pdf) as document:
            told = document.get_metadata_dict(skip_empty=True)
            pages = [page.render(scale=2).to_pil() for page in document]
        codes = [code.text for page in pages for code in zxingcpp.read_barcodes(page)]
        assert codes
        assert seen_in(json.dumps([told, codes]).encode()) == []


def test_no_file_is_named_after_anybody(day: Day, place: Path) -> None:
    names = [str(p.relative_to(place)) for p in place.rglob("*")]
    assert names
    assert [name for name in names if seen_in(name.encode())] == []


def test_only_the_owner_may_look_into_anything(day: Day, office: Office) -> None:
    modes = {p.name: p.stat().st_mode & 0o077 for p in (office.path, *office.path.rglob("*"))}
    assert set(modes.values()) == {0}
    backups = {p.name: p.stat().st_mode & 0o077 for p in (office.path.parent / "backups").iterdir()}
    assert set(backups.values()) == {0}


def test_after_closing_there_is_still_nothing_to_read(day: Day, office: Office) -> None:
    office.desk.close()
    assert seen_in_files(office.path.parent, more=(BOSS.encode(), PASSPHRASE.encode())) == {}
    office.reopen()
    assert office.desk.people.find(STEM), "and everything is still there"
