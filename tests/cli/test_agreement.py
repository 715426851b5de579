"""`agreement status`, `agreement due` and `roles`: the site agreement as a script asks for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from immtrac_desk.cli import main
from immtrac_desk.cli.agreement_verbs import line
from immtrac_desk.domain.agreement import ApplicationState

Call = Callable[..., Any]
STATES = {"CLOSED", "NONE", "OVERDUE", "CHANGE_DUE", "DUE_NOW", "DUE_SOON", "CURRENT"}


def due(*words: str) -> tuple[int, dict[str, Any], str]:
    done = CliRunner().invoke(main, ["agreement", "due", *words, "--json"])
    return done.exit_code, json.loads(done.stdout) if done.exit_code == 0 else {}, done.stderr


@pytest.mark.parametrize(
    ("on", "state", "row", "left"),
    [
        ("2026-11-01", "CURRENT", "DT-13.7", 91),
        ("2026-11-02", "DUE_SOON", "DT-13.6", 90),
        ("2026-11-03", "DUE_SOON", "DT-13.6", 89),
        ("2026-12-31", "DUE_SOON", "DT-13.6", 31),
        ("2027-01-01", "DUE_NOW", "DT-13.5", 30),
        ("2027-01-31", "DUE_NOW", "DT-13.5", 0),
        ("2027-02-01", "OVERDUE", "DT-13.3", -1),
    ],
)
def test_an_agreement_of_january_2025_day_by_day(on: str, state: str, row: str, left: int) -> None:
    code, told, _ = due("--approved", "2025-01-31", "--on", on)
    assert (code, told["state"], told["row"]) == (0, state, row)
    assert (told["due"], told["days_left"]) == ("2027-01-31", left)


def test_the_end_of_a_short_month_is_clamped() -> None:
    assert due("--approved", "2024-02-29", "--on", "2026-01-01")[1]["due"] == "2026-02-28"
    one = due("--approved", "2026-01-31", "--on", "2026-02-01", "--months", "1")
    assert one[1]["due"] == "2026-02-28"


@pytest.mark.parametrize(
    "words",
    [
        ("--approved", "2026-01-31"),
        ("--approved", "2026-02-30", "--on", "2026-03-01"),
        ("--approved", "2026-03-02", "--on", "2026-03-01"),
        ("--approved", "2026-01-31", "--on", "2026-03-01", "--months", "0"),
    ],
)
def test_days_that_cannot_be_are_a_wrong_call(words: tuple[str, ...]) -> None:
    code, _, said = due(*words)
    assert code == 2
    assert said


def test_the_practice_vault_shows_every_state(call: Call, practice_vault: Path) -> None:
    told = call("agreement", "status", "--vault", str(practice_vault)).json
    assert {one["state"] for one in told} == STATES
    kinds = {line["state"] for one in told for line in one["applications"]}
    assert kinds == {state.value for state in ApplicationState}
    changed = [one for one in told if one["state"] == "CHANGE_DUE"]
    triggers = [trigger for one in changed for trigger in one["triggers"]]
    assert {"prescriber_added", "iee_526"} <= {one["code"] for one in triggers}
    assert all(one["since"] for one in triggers)
    assert all(one["who"] or one["what"] for one in triggers)


def test_a_person_at_the_terminal_reads_lines_and_no_braces() -> None:
    added = {"code": "prescriber_added", "since": "2026-11-02", "who": "Ruiz, Ana", "what": None}
    moved = {"code": "address_changed", "since": "2026-11-05", "who": None, "what": "street"}
    told = {"state": "CHANGE_DUE", "due": None, "triggers": [added, moved], "applications": []}
    assert line(told) == (
        "CHANGE_DUE  -  prescriber_added 2026-11-02 Ruiz, Ana; address_changed 2026-11-05 street  -"
    )


def test_one_site_is_told_alone_and_on_another_day(call: Call, practice_vault: Path) -> None:
    named = ("--vault", str(practice_vault), "--organization", "oak street practice clinic")
    today = call("agreement", "status", *named).json
    assert today["state"] == "DUE_SOON"
    later = call("agreement", "status", *named, "--on", "2090-01-01").json
    assert later["state"] == "OVERDUE"
    assert later["days_left"] < 0


@pytest.mark.parametrize("name", ["Nowhere Clinic", ""])
def test_a_site_of_another_name_is_a_wrong_call(
    call: Call, practice_vault: Path, name: str
) -> None:
    words = ("--vault", str(practice_vault), "--organization", name)
    said = call("agreement", "status", *words)
    assert said.code == 2
    assert "organization.unknown" in said.err


def test_roles_are_told_for_a_day(call: Call, practice_vault: Path) -> None:
    vault = ("--vault", str(practice_vault))
    long_ago = call("roles", *vault, "--on", "1999-01-01").json
    now = call("roles", *vault, "--on", "2090-01-01").json
    assert long_ago == []
    assert {"signer", "point_of_contact", "prescriber"} <= {line["role"] for line in now}
    assert all(line["from"] <= "2090-01-01" for line in now)


def test_roles_without_a_day_are_a_wrong_call(call: Call, practice_vault: Path) -> None:
    assert call("roles", "--vault", str(practice_vault)).code == 2


@pytest.mark.parametrize("verb", [("agreement", "status"), ("roles", "--on", "2026-11-22")])
def test_a_vault_that_does_not_open_is_told_in_words_alone(
    call: Call, practice_vault: Path, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    wrong = call(*verb, "--vault", str(practice_vault), lines=("not this one",))
    assert (wrong.code, wrong.out) == (3, "")
    assert wrong.err.startswith("vault.wrong_passphrase: ")
    empty = call(*verb, "--vault", str(tmp_path))
    assert (empty.code, empty.out) == (3, "")
    assert empty.err.startswith("vault.missing: ")
    nowhere = call(*verb, "--vault", str(tmp_path / "nowhere"))
    assert (nowhere.code, nowhere.out) == (2, "")
    assert call(*verb, "--vault", str(practice_vault), lines=()).code == 2
    assert list(tmp_path.iterdir()) == []
