"""`report`: one report of a period as pages with pictures, or as tables in a file."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.cli.test_files_out import ask, asked_of, owner_only, text_of

PERIOD = ("--from", "2020-01-01", "--to", "2020-12-31")


@pytest.fixture(scope="module")
def vault(practice_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice vault of our own: each report leaves its line in the book."""
    return Path(shutil.copytree(practice_vault, tmp_path_factory.mktemp("report") / "vault"))


def test_a_report_is_written_as_its_ending_says(vault: Path, tmp_path: Path) -> None:
    today = asked_of(vault, lambda desk: desk.today())
    period = ("--from", date(today.year, 1, 1), "--to", today)
    for kind in ("pdf", "xlsx", "csv"):
        out = tmp_path / f"coverage.{kind}"
        done = ask("report", "coverage", "--vault", vault, *period, "--out", out)
        assert done.exit_code == 0, done.stderr
        told = json.loads(done.stdout)
        assert told["digest"] == hashlib.sha256(out.read_bytes()).hexdigest()
        assert owner_only(out)
    assert "practice" in text_of(tmp_path / "coverage.pdf").casefold()
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "coverage.xlsx").read_bytes()))
    rows = list(csv.reader(io.StringIO((tmp_path / "coverage.csv").read_text("utf-8-sig"))))
    heads = [cell.value for cell in book.worksheets[0][1]]
    assert heads == rows[0]
    assert len(rows) > 1


def test_the_report_speaks_spanish_where_asked(vault: Path, tmp_path: Path) -> None:
    told = set()
    for language in ("en", "es"):
        out = tmp_path / f"{language}.pdf"
        asked = ("report", "funnel", "--vault", vault, *PERIOD, "--out", out)
        assert ask(*asked, "--language", language).exit_code == 0
        told.add(text_of(out))
    assert len(told) == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("coverage", *PERIOD, "--out", "a.docx"), "file_out.kind"),
        (("weather", *PERIOD, "--out", "a.pdf"), "report.unknown"),
        (
            ("coverage", "--from", "2020-02-01", "--to", "2020-01-01", "--out", "a.csv"),
            "report_period.wrong",
        ),
        (("coverage", "--from", "2020-02-30", "--to", "2020-03-01", "--out", "a.csv"), "--from"),
        (("coverage", "--from", "2020-02-01", "--out", "a.csv"), "--to"),
        (("coverage", *PERIOD, "--out", "a.csv", "--site", "NOBODY"), "organization.unknown"),
    ],
)
def test_a_wrong_report_is_refused_and_writes_nothing(
    vault: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = ask("report", *words, "--vault", vault)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr
    assert list(tmp_path.iterdir()) == []
