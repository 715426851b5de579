"""The practice day, as `make run` lives it where there is no screen."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from immtrac_desk.bootstrap import verify_vault
from immtrac_desk.sayings import LANGUAGES


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("day") / "out"
    words = [sys.executable, "-m", "ui.practice_day", "--out", str(folder), "--quick"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "passphrase 'practice'" in done.stdout
    return folder


@pytest.fixture(scope="module")
def day(out: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((out / "day.json").read_text(encoding="utf-8"))
    return told


def _acts(day: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [act for act in day["acts"] if act["act"] == name]


def test_three_clients_come_and_every_kind_of_act_is_told(day: dict[str, Any]) -> None:
    assert len(_acts(day, "client_added")) == 3
    assert len(_acts(day, "consent_granted")) == 3
    for name in ("consent_affirmed", "consent_withdrawn", "consent_declined"):
        assert len(_acts(day, name)) == 1, name


def test_each_signed_act_names_its_row_its_document_and_its_digest(
    day: dict[str, Any], out: Path
) -> None:
    signed = [a for n in ("granted", "withdrawn", "declined") for a in _acts(day, f"consent_{n}")]
    for act in signed:
        assert act["row"].startswith("DT-")
        pdf = (out / "pdf" / act["pdf"]).read_bytes()
        assert hashlib.sha256(pdf).hexdigest() == act["digest"]


def test_the_sheets_are_in_both_languages_and_say_practice(day: dict[str, Any], out: Path) -> None:
    texts = []
    for act in _acts(day, "consent_granted"):
        with pypdfium2.PdfDocument(out / "pdf" / act["pdf"]) as pdf:
            texts.append("\n".join(page.get_textpage().get_text_range() for page in pdf))
    assert sum("PRACTICE, NOT A CONSENT" in text for text in texts) == 1
    assert sum("PRÁCTICA" in text for text in texts) == 2


def test_every_screen_has_its_still(day: dict[str, Any], out: Path) -> None:
    taken = {name.split("-en-")[0] for name in day["screens"]}
    rooms = {"first-run", "today", "clients", "client", "documents", "history", "settings", "help"}
    assert rooms | {"consent-minor", "lock", "palette", "existing"} <= taken
    registry = {"registry-entry", "registry-doses", "registry-answers", "answers-read"}
    registry |= {"entry-card", "dose", "letters-run", "handbook-signed", "reports-tips"}
    assert registry | {"reports", "report-coverage", "report-behind"} <= taken
    for name in day["screens"]:
        assert (out / "screens" / name).stat().st_size > 5_000, name


def test_what_the_registrys_rooms_print_says_practice_too(out: Path) -> None:
    both = ("handbook", "record", "report-coverage")
    names = ["letters", "training-record", *(f"{one}-{lang}" for one in both for lang in LANGUAGES)]
    for name in names:
        with pypdfium2.PdfDocument(out / "pdf" / f"{name}.pdf") as pdf:
            first = pdf[0].get_textpage().get_text_range()
        # The handbook is about nobody, in a practice clinic as in any other.
        assert name.startswith("handbook") or "PRACTICE" in first or "PRÁCTICA" in first, name


def test_letters_and_a_training_were_written_down(day: dict[str, Any]) -> None:
    assert _acts(day, "letter_made")
    assert _acts(day, "training_noted")


def test_the_vault_it_leaves_opens_and_is_sound(day: dict[str, Any], out: Path) -> None:
    assert day["verified"] is True
    assert verify_vault(out / "vault", day["staff"], day["passphrase"]) == ()


def test_no_name_stands_in_a_file_name(out: Path) -> None:
    names = " ".join(path.name for path in out.rglob("*"))
    for part in ("Garc", "Brien", "Nguy", "Malachy"):
        assert part not in names


def test_a_wrong_call_says_how_to_call(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "ui.practice_day", "--in", str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--out" in done.stderr
