"""`responses read`: what came back, as a script asks for it; any file, one answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from immtrac_desk.cli import main
from immtrac_desk.cli.response_verbs import MOST_LINES, _item, _lines
from immtrac_desk.responses import read
from immtrac_desk.sayings import Sayings
from immtrac_desk.services.response_items import response_items
from tests.responses.answers import ack, dose, err


def ask(file: Path, language: str = "en") -> Any:
    words = ["responses", "read", str(file), "--json"]
    done = CliRunner().invoke(main, words, env={"LC_ALL": f"{language}.UTF-8"})
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """Five answers: a consent fault twice, a prescriber, a duplicate, an unknown code, one OK."""
    text = (
        ack("C1", [err("CLR-100", "E")], chart="1001", doses=[dose()])
        + ack("C2", [err("CLR-100", "E")], chart="1001", doses=[dose("20")])
        + ack("C3", [err("IEE-526", "W"), err("IMR-109", "I")], chart="1002", doses=[dose()])
        + ack("C4", [err("FIR-777", "E")])
        + ack("C5", said="AA")
        + "and a line of prose\r"
    )
    (tmp_path / "answer.hl7").write_text(text, newline="")
    return tmp_path / "answer.hl7"


def test_each_thing_is_told_with_its_owner_and_what_to_do(batch: Path) -> None:
    told = ask(batch)
    shown = [
        tuple(one[key] for key in ("code", "owner", "client", "count", "hidden", "severity"))
        for one in told["items"]
    ]
    assert shown == [
        ("CLR-100", "desk", "1001", 2, False, "error"),
        ("IEE-526", "office-manager", "1002", 1, False, "warning"),
        ("IMR-109", "none", "1002", 1, True, "information"),
        ("FIR-777", "review", None, 1, False, "error"),
    ]
    assert all(one["meaning"] and one["action"] for one in told["items"])
    assert told["unread"] == [{"line": 22, "what": "stray"}]
    assert (told["messages"], told["accepted"]) == (5, 1)


def test_no_name_and_no_birth_date_is_in_the_answer(batch: Path) -> None:
    said = json.dumps(ask(batch))
    assert "LOPEZ" not in said
    assert "20160203" not in said
    assert "2016-02-03" not in said


def test_the_words_are_in_the_language_of_the_terminal(batch: Path) -> None:
    english, spanish = ask(batch), ask(batch, "es")
    for one, other in zip(english["items"], spanish["items"], strict=True):
        assert one["meaning"] != other["meaning"]
        assert one["action"] != other["action"]
        assert one["owner"] == other["owner"]


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 1000, bytes(range(256)) * 20, b"MSH|", b"\xff\xfeM", b"x" * 100_000, b"\x1b[2J"],
)
def test_any_file_gets_an_answer(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "any").write_bytes(data)
    told = ask(tmp_path / "any")
    assert told["items"] == []
    assert told["unread"]
    assert set(told["unread"][0]) == {"line", "what"}


def test_too_many_unread_lines_are_told_as_runs(tmp_path: Path) -> None:
    (tmp_path / "any").write_bytes(b"hello\n" * (MOST_LINES + 1))
    assert ask(tmp_path / "any")["unread"] == [{"line": 1, "what": "no_code", "to": MOST_LINES + 1}]
    (tmp_path / "any").write_bytes(b"hello\n" * 3)
    assert [one["line"] for one in ask(tmp_path / "any")["unread"]] == [1, 2, 3]


def test_a_pasted_text_is_read_from_standard_input(call: Callable[..., Any]) -> None:
    done = call("responses", "read", "-", lines=("MRN 1001: CLR-101, IEE-413",))
    assert done.code == 0, done.err
    found = [(one["code"], one["client"]) for one in done.json["items"]]
    assert found == [("CLR-101", "1001"), ("IEE-413", "1001")]


@pytest.mark.parametrize("name", ["not-there.txt", ""])
def test_a_file_that_is_not_there_or_is_a_folder_is_a_wrong_call(tmp_path: Path, name: str) -> None:
    done = CliRunner().invoke(main, ["responses", "read", str(tmp_path / name)])
    assert done.exit_code == 2
    assert done.stdout == ""


def test_the_table_of_a_terminal_leaves_the_hidden_out_and_names_lines(batch: Path) -> None:
    reply, sayings = read(batch.read_bytes()), Sayings.load("en")
    items = [_item(one, sayings) for one in response_items(reply, date(2026, 5, 1))]
    shown = _lines(items, reply.unread, sayings)
    assert [line.split()[0] for line in shown] == ["CLR-100", "IEE-526", "FIR-777", "22:"]
