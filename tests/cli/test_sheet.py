"""`sheet` writes the five forms in both languages, blank or for the sample client."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from immtrac_desk.cli import main
from immtrac_desk.domain.words import FormKind


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("form", list(FormKind))
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("sample", [False, True])
def test_a_sheet_is_written_and_says_what_it_is(
    tmp_path: Path, form: FormKind, language: str, sample: bool
) -> None:
    out = tmp_path / "sheet.pdf"
    words = ["sheet", form.stock_no, "--language", language, "--out", str(out)]
    done = CliRunner().invoke(main, [*words, *(["--sample"] if sample else [])])
    assert done.exit_code == 0, done.stderr
    assert form.stock_no in text_of(out)


@pytest.mark.parametrize(
    "words",
    [
        ["sheet", "C-9", "--language", "en", "--out", "x.pdf"],
        ["sheet", "C-7", "--language", "fr", "--out", "x.pdf"],
        ["sheet", "C-7", "--language", "en"],
        ["sheet", "C-7", "--language", "en", "--out", "/nowhere/at/all/x.pdf"],
    ],
)
def test_a_wrong_call_is_refused(words: list[str]) -> None:
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, done.stdout) == (2, "")
