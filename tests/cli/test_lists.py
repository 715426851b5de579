"""`lists`: every work list of DT-11 on any day, as a script asks for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from immtrac_desk.law.worklists import LIST_CODES


def test_every_list_is_told_with_its_count_and_ids(
    call: Callable[..., Any], practice_vault: Path
) -> None:
    today = date.today().isoformat()  # noqa: DTZ011  # as the machine counts it
    done = call("lists", "--vault", str(practice_vault), "--on", today)
    assert done.code == 0, done.err
    told = {one["list"]: one for one in done.json}
    assert set(told) == set(LIST_CODES)
    assert all(one["count"] == len(one["ids"]) == len(one["entries"]) for one in told.values())
    assert sum(one["count"] for one in told.values()) > 0


def test_another_day_has_other_lists(call: Callable[..., Any], practice_vault: Path) -> None:
    late = call("lists", "--vault", str(practice_vault), "--on", "2099-01-01")
    assert late.code == 0, late.err
    assert {one["list"]: one["count"] for one in late.json}["turning_18"] == 0


def test_a_day_is_needed_and_a_wrong_passphrase_opens_nothing(
    call: Callable[..., Any], practice_vault: Path
) -> None:
    assert call("lists", "--vault", str(practice_vault)).code == 2
    wrong = call("lists", "--vault", str(practice_vault), "--on", "2026-01-01", lines=("no",))
    assert wrong.code == 3
