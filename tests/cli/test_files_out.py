"""`export fhir`, `letters`, `doses`, `handbook`: what the back door writes to a file."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from immtrac_desk.bootstrap import open_vault
from immtrac_desk.cli import main
from immtrac_desk.domain.act import ActKind
from tests.cli.conftest import PASSPHRASE


@pytest.fixture(scope="module")
def vault(practice_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice vault of our own: letters leave acts in it."""
    return Path(shutil.copytree(practice_vault, tmp_path_factory.mktemp("out") / "vault"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "file"


def ask(*words: object, passphrase: str = PASSPHRASE) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=f"{passphrase}\n")


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def asked_of(vault: Path, question: Callable[[Any], Any]) -> Any:
    desk = open_vault(vault, None, PASSPHRASE)
    try:
        return question(desk)
    finally:
        desk.close()


def owner_only(path: Path) -> bool:
    return stat.S_IMODE(path.stat().st_mode) == 0o600


# -- export fhir -----------------------------------------------------------------------------


def test_a_paper_leaves_as_a_bundle_for_its_owner_alone(vault: Path, out: Path) -> None:
    document = asked_of(vault, lambda desk: desk.papers.documents()[0].document.id)
    out.write_text("older", encoding="utf-8")
    done = ask("export", "fhir", "--vault", vault, document.lower(), "--out", out)
    assert done.exit_code == 0, done.stderr
    told, made = json.loads(done.stdout), out.read_bytes()
    assert told["digest"] == hashlib.sha256(made).hexdigest()
    assert (told["consent"], told["bytes"]) == (document, len(made))
    assert json.loads(made)["type"] == "collection"
    assert owner_only(out)
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize(
    ("words", "passphrase", "code", "says"),
    [
        (("0000-0000-0000-0000",), PASSPHRASE, 2, "document.unknown"),
        (("0000-0000-0000-0000",), "not this one", 3, "vault.wrong_passphrase"),
        ((), PASSPHRASE, 2, "CONSENT"),
    ],
)
def test_where_nothing_can_be_written_the_file_stays_as_it_was(
    vault: Path, out: Path, words: tuple[str, ...], passphrase: str, code: int, says: str
) -> None:
    out.write_text("older", encoding="utf-8")
    asked = ("export", "fhir", "--vault", vault, *words, "--out", out)
    done = ask(*asked, passphrase=passphrase)
    assert (done.exit_code, done.stdout) == (code, "")
    assert says in done.stderr
    assert out.read_text(encoding="utf-8") == "older"
    assert list(out.parent.iterdir()) == [out]


# -- letters ---------------------------------------------------------------------------------


def letters_noted(vault: Path) -> int:
    kind = ActKind.LETTER_MADE.value
    count: int = asked_of(vault, lambda desk: len(desk.book.history(limit=10_000, acts=(kind,))))
    return count


def test_the_letters_of_a_list_are_one_pdf_and_each_is_noted(vault: Path, out: Path) -> None:
    before = letters_noted(vault)
    done = ask("letters", "turning_18", "--vault", vault, "--out", out)
    assert done.exit_code == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["list"], told["letter"]) == ("turning_18", "turning_18")
    assert told["letters"] == len(told["written"]) > 0
    assert told["digest"] == hashlib.sha256(out.read_bytes()).hexdigest()
    with pypdfium2.PdfDocument(out) as pdf:
        assert told["pages"] == len(pdf) >= 2 * told["letters"]
    assert letters_noted(vault) == before + told["letters"]
    assert owner_only(out)


def test_a_letter_may_be_named_instead_of_its_list(vault: Path, out: Path) -> None:
    done = ask("letters", "record-request", "--vault", vault, "--out", out, "--no-envelopes")
    assert done.exit_code == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["list"], told["letter"]) == ("pending_adult", "record_request")
    assert told["pages"] == told["letters"]
    assert all(set(one) == {"client", "reason"} for one in told["left_out"])


@pytest.mark.parametrize("name", ["to_affirm", "birthdays"])
def test_a_list_without_a_letter_is_a_wrong_call(vault: Path, out: Path, name: str) -> None:
    done = ask("letters", name, "--vault", vault, "--out", out)
    assert (done.exit_code, done.stdout, out.exists()) == (2, "", False)
    assert done.stderr.startswith("letter.unknown (LIST): ")


def test_nothing_is_noted_where_the_file_cannot_be(vault: Path, tmp_path: Path) -> None:
    before = letters_noted(vault)
    for place in (tmp_path / "nowhere" / "letters.pdf", tmp_path):
        done = ask("letters", "turning_18", "--vault", vault, "--out", place)
        assert (done.exit_code, done.stdout) == (2, "")
    assert letters_noted(vault) == before


def test_a_run_is_written_again_by_its_number_and_no_letter_noted_again(
    vault: Path, out: Path, tmp_path: Path
) -> None:
    made = json.loads(ask("letters", "turning_18", "--vault", vault, "--out", out).stdout)
    assert made["lately"] == made["letters"], "a call that is made twice is told so"
    before, again = letters_noted(vault), tmp_path / "again"
    done = ask("letters-again", made["run"].lower(), "--vault", vault, "--out", again)
    assert done.exit_code == 0, done.stderr
    told = json.loads(done.stdout)
    assert again.read_bytes() == out.read_bytes()
    assert (told["run"], told["digest"]) == (made["run"], made["digest"])
    assert owner_only(again)
    assert letters_noted(vault) == before
    listed = json.loads(ask("letters-again", "--vault", vault).stdout)
    assert [listed[0][key] for key in ("run", "letters", "pages", "digest")] == [
        made[key] for key in ("run", "letters", "pages", "digest")
    ]


def test_a_run_that_is_not_there_is_a_wrong_call(vault: Path, out: Path) -> None:
    for words in (("0000-0000-0000-0000", "--out", out), ("0000-0000-0000-0000",), ("--out", out)):
        done = ask("letters-again", *words, "--vault", vault)
        assert (done.exit_code, done.stdout, out.exists()) == (2, "", False)


FULL = """
mount -t tmpfs -o size=20k full "$1" || exit 99
printf older > "$1/letters.pdf"
"$2" -m immtrac_desk letters turning_18 --vault "$3" --out "$1/letters.pdf"
code=$?
ls -A "$1" >&2
cat "$1/letters.pdf" >&2
exit $code
"""


def test_a_disk_that_fills_up_under_the_letters_loses_none_and_says_how_to_get_them(
    vault: Path, tmp_path: Path
) -> None:
    """A disk of twenty kilobytes in a name space of its own."""
    if shutil.which("unshare") is None:
        pytest.skip("needs a disk of its own")
    before, small = letters_noted(vault), tmp_path / "small"
    small.mkdir()
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", FULL, "sh", small, sys.executable, vault],
        input=f"{PASSPHRASE}\n",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "IMMTRAC_DESK_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
    )
    if "unshare:" in done.stderr or done.returncode == 99:
        pytest.skip("may not make a disk of its own")
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    said, *left = done.stderr.splitlines()
    assert said.startswith("letter_run.not_written (--out): ")
    assert left == ["letters.pdf", "older"], "nothing half-written, and the former file untouched"
    [run] = re.findall(r"letters-again ([0-9A-Z-]{19}) ", said)
    noted = letters_noted(vault) - before
    out = tmp_path / "again.pdf"
    assert ask("letters-again", run, "--vault", vault, "--out", out).exit_code == 0
    with pypdfium2.PdfDocument(out) as pdf:
        assert len(pdf) == 2 * noted > 0


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on file sizes")
@pytest.mark.parametrize(("room", "whole"), [(60_000, False), (1_000_000, True)])
def test_a_vault_that_may_not_grow_takes_a_run_whole_or_not_at_all(
    vault: Path, out: Path, tmp_path: Path, room: int, whole: bool
) -> None:
    """The smaller file stops the note; the larger one stops only the folding of the log."""
    import resource

    ours = Path(shutil.copytree(vault, tmp_path / "vault"))
    assert room < (ours / "desk.db").stat().st_size
    before = letters_noted(ours)
    out.write_text("older", encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "immtrac_desk",
            "letters",
            "turning_18",
            "--vault",
            ours,
            "--out",
            out,
        ],
        input=f"{PASSPHRASE}\n",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "IMMTRAC_DESK_HOME": str(tmp_path)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert done.returncode == (0 if whole else 3), done.stderr
    assert out.read_bytes().startswith(b"%PDF" if whole else b"older")
    assert (letters_noted(ours) > before) is whole
    assert len(asked_of(ours, lambda desk: desk.letters.runs())) == len(
        asked_of(ours, lambda desk: desk.book.history(limit=1000, acts=("letters_run",)))
    )
    assert {path.name for path in out.parent.iterdir()} == {"file", "vault"}
    assert asked_of(ours, lambda desk: desk.book.verify()) == ()


# -- doses and handbook ----------------------------------------------------------------------


def test_open_doses_are_told_with_their_clock_and_faults(vault: Path) -> None:
    done = ask("doses", "--vault", vault)
    assert done.exit_code == 0, done.stderr
    told = json.loads(done.stdout)
    assert {one["state"] for one in told} & {"WAITING", "REJECTED", "TO_RESEND"}
    assert all(one["row"].startswith("DT-19.") for one in told)
    later = json.loads(ask("doses", "--vault", vault, "--on", "2099-01-01").stdout)
    assert {one["due_state"] for one in later if one["due"]} == {"overdue"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_handbook_is_printed_without_a_vault(out: Path, language: str) -> None:
    done = ask("handbook", "--language", language, "--out", out)
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["bytes"] == out.stat().st_size
    assert "ImmTrac2" in text_of(out)


@pytest.mark.parametrize("words", [("--language", "fr", "--out", "x.pdf"), ("--language", "en")])
def test_a_wrong_call_for_the_handbook(words: tuple[str, ...]) -> None:
    assert ask("handbook", *words).exit_code == 2


@pytest.mark.parametrize("unbuffered", [True, False])
def test_the_code_holds_where_the_answer_cannot_be_written(
    vault: Path, tmp_path: Path, unbuffered: bool
) -> None:
    """As a process of its own: a full device under standard output, buffered or not."""
    if not Path("/dev/full").exists():
        pytest.skip("needs a device that is always full")
    around = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    around |= {"IMMTRAC_DESK_HOME": str(tmp_path)} | (
        {"PYTHONUNBUFFERED": "1"} if unbuffered else {}
    )
    words = ["doses", "--vault", str(vault)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "immtrac_desk", *words],
            input=f"{PASSPHRASE}\n",
            text=True,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=around,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("file.not_written (output): ")
