"""`may-see` and `breach`: the questions of DT-17 and DT-18 as a script asks them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from immtrac_desk.cli import main


def ask(*words: str) -> tuple[int, Any, str]:
    done = CliRunner().invoke(main, [*words, "--json"])
    return done.exit_code, json.loads(done.stdout) if done.exit_code == 0 else {}, done.stderr


@pytest.mark.parametrize(
    ("entity", "purpose", "more", "allowed", "row"),
    [
        ("provider", "treatment", (), True, "DT-17.1"),
        ("provider", "curiosity", (), False, "DT-17.1"),
        ("health-department", "public-health", (), True, "DT-17.2"),
        ("school", "enrolled", ("--adult",), True, "DT-17.3"),
        ("school", "treatment", (), False, "DT-17.3"),
        ("child-care", "enrolled", ("--minor",), True, "DT-17.4"),
        ("child-care", "enrolled", ("--adult",), False, "DT-17.4"),
        ("child-care", "enrolled", (), False, "DT-17.4"),
        ("custody-agency", "custody", (), True, "DT-17.5"),
        ("payor", "covered", (), True, "DT-17.6"),
        ("responder-employer", "responder-consent", (), True, "DT-17.7"),
        ("exchange", "relay", (), True, "DT-17.8"),
        ("other-state", "disaster", (), True, "DT-17.9"),
        ("individual", "self", (), True, "DT-17.11"),
        ("employer", "employment", (), False, "DT-17.13"),
        ("court", "subpoena", (), False, "DT-17.13"),
        ("provider", "subpoena", (), False, "DT-17.13"),
        ("correctional", "treatment", (), False, "DT-17.14"),
    ],
)
def test_who_may_see_and_by_which_row(
    entity: str, purpose: str, more: tuple[str, ...], allowed: bool, row: str
) -> None:
    code, told, _ = ask("may-see", "--entity", entity, "--purpose", purpose, *more)
    assert (code, told["allowed"], told["row"]) == (0, allowed, row)
    assert told["citation"]


@pytest.mark.parametrize("status", ["PENDING_ADULT", "WITHDRAWN", "CONFLICT"])
def test_a_record_that_is_not_released_is_denied_to_its_own_doctor(status: str) -> None:
    asked = ("may-see", "--entity", "provider", "--purpose", "treatment", "--status")
    assert ask(*asked, status)[1]["allowed"] is False
    assert ask(*asked, "CONSENTED_ADULT")[1]["allowed"] is True


@pytest.mark.parametrize(
    "words",
    [
        ("--entity", "neighbour", "--purpose", "treatment"),
        ("--entity", "provider", "--purpose", "gossip"),
        ("--entity", "provider", "--purpose", "treatment", "--status", "FINE"),
        ("--entity", "provider"),
        ("--entity", "school", "--purpose", "enrolled", "--adult", "--minor"),
    ],
)
def test_another_word_is_a_wrong_call(words: tuple[str, ...]) -> None:
    assert ask("may-see", *words)[0] == 2


def clocks(*words: str) -> dict[str, Any]:
    code, told, said = ask("breach", *words)
    assert code == 0, said
    return {line["row"]: line for line in told}


def test_the_worked_dates_of_a_breach() -> None:
    told = clocks(
        *("--affected", "600", "--texans", "600"),
        *("--discovered", "2026-03-02", "--determined", "2026-03-05"),
    )
    due = {row: line["due"] for row, line in told.items()}
    assert due["DT-18.1"] == due["DT-18.2"] == due["DT-18.5"] == "2026-05-01"
    assert due["DT-18.4"] == "2026-04-04"
    assert due["DT-18.3"] is None


@pytest.mark.parametrize(
    ("affected", "texans", "needed"),
    [
        (300, 100, {"DT-18.1", "DT-18.3"}),
        (300, 249, {"DT-18.1", "DT-18.3"}),
        (300, 250, {"DT-18.1", "DT-18.3", "DT-18.4"}),
        (499, 0, {"DT-18.1", "DT-18.3"}),
        (500, 0, {"DT-18.1", "DT-18.2"}),
        (501, 501, {"DT-18.1", "DT-18.2", "DT-18.4", "DT-18.5"}),
        (500, 500, {"DT-18.1", "DT-18.2", "DT-18.4"}),
    ],
)
def test_who_must_be_told_depends_on_the_numbers(
    affected: int, texans: int, needed: set[str]
) -> None:
    told = clocks(
        *("--affected", str(affected), "--texans", str(texans)), *("--discovered", "2026-03-02")
    )
    assert {row for row, line in told.items() if line["needed"]} == needed


@pytest.mark.parametrize(
    ("language", "counsel", "elsewhere"),
    [("en", "confirm with counsel", "other states"), ("es", "con su abogado", "otros estados")],
)
def test_every_clock_is_an_aid_and_says_so(
    monkeypatch: pytest.MonkeyPatch, language: str, counsel: str, elsewhere: str
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}_US.UTF-8")
    told = clocks("--affected", "600", "--texans", "90", "--discovered", "2026-03-02")
    assert all(counsel in line["note"] for line in told.values())
    assert [row for row, line in told.items() if elsewhere in line["note"]] == ["DT-18.5"]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--texans", ("--affected", "10", "--texans", "11", "--discovered", "2026-03-02")),
        ("--affected", ("--affected", "-1", "--texans", "0", "--discovered", "2026-03-02")),
        ("--discovered", ("--affected", "10", "--texans", "1", "--discovered", "2026-02-30")),
        (
            "--determined",
            (
                *("--affected", "10", "--texans", "1", "--discovered", "2026-03-02"),
                *("--determined", "2026-03-01"),
            ),
        ),
    ],
)
def test_numbers_and_days_that_cannot_be_are_refused_by_their_option(
    option: str, words: tuple[str, ...]
) -> None:
    code, _, said = ask("breach", *words)
    assert code == 2
    assert option in said
