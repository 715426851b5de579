"""`packet` writes the sample packet of each kind, in both languages, and nothing without it."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from immtrac_desk.cli import main
from immtrac_desk.domain.agreement import ApplicationKind

TITLES = {
    ("registration", "en"): "Site agreement: registration",
    ("renewal", "en"): "Site agreement: periodic renewal",
    ("change", "en"): "Site agreement: change",
    ("registration", "es"): "Acuerdo del centro: inscripción",
    ("renewal", "es"): "Acuerdo del centro: renovación periódica",
    ("change", "es"): "Acuerdo del centro: cambio",
}


def pages_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


@pytest.mark.parametrize("kind", [kind.value for kind in ApplicationKind])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_sample_packet_is_written_and_says_what_it_is(
    tmp_path: Path, kind: str, language: str
) -> None:
    out = tmp_path / "packet.pdf"
    words = ["packet", kind, "--language", language, "--sample", "--out", str(out)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.stderr
    pages = pages_of(out)
    assert all(TITLES[kind, language] in page for page in pages)
    stamp = "SAMPLE" if language == "en" else "MUESTRA"
    assert all(stamp in page for page in pages)
    told = json.loads(done.stdout)
    assert told == {
        "file": str(out),
        "kind": kind,
        "language": language,
        "bytes": out.stat().st_size,
    }


def test_the_same_call_writes_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for name in ("one.pdf", "two.pdf"):
        words = ["packet", "renewal", "--language", "es", "--sample", "--out", str(tmp_path / name)]
        assert CliRunner().invoke(main, words).exit_code == 0
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize(
    "words",
    [
        ["packet", "renewing", "--language", "en", "--sample", "--out", "x.pdf"],
        ["packet", "renewal", "--language", "fr", "--sample", "--out", "x.pdf"],
        ["packet", "renewal", "--language", "en", "--sample"],
        ["packet", "renewal", "--language", "en", "--out", "x.pdf"],
        ["packet", "renewal", "--language", "en", "--sample", "--out", "/nowhere/at/all/x.pdf"],
    ],
)
def test_a_wrong_call_is_refused_and_writes_nothing(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert list(tmp_path.iterdir()) == []
