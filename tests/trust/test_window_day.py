"""The window shows names on the screen and nowhere else: T-36, T-40, T-41, T-58 by system calls."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.trust.canaries import seen_in_files
from tests.trust.tracing import STRACE, Traced, traced

pytestmark = pytest.mark.skipif(not STRACE, reason="strace is not installed")


@dataclass(frozen=True)
class Shown:
    """One day at the window: its folders, what it told of itself, its system calls."""

    folder: Path
    told: dict[str, Any]
    calls: Traced


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    folder = tmp_path_factory.mktemp("window")
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    env = {
        **os.environ,
        "IMMTRAC_DESK_HOME": str(folder / "home"),
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-B", "-m", "tests.trust.window_day", str(folder)]
    calls = traced(command, tmp_path_factory.mktemp("trace") / "calls", env)
    return Shown(folder, json.loads(calls.said), calls)


def test_the_rooms_were_shown_with_names_in_them(shown: Shown) -> None:
    assert shown.told["before"] > 5
    assert {"TodayView", "ClientsView", "ClientView", "DocumentsView", "ConsentView"} <= set(
        shown.told["shown"]
    )
    assert {"RegistryView", "DoseView", "ReportsView", "EntryView"} <= set(shown.told["shown"])


def test_no_title_names_anybody(shown: Shown) -> None:
    assert shown.told["named"] == []


def test_behind_the_lock_no_widget_holds_a_name(shown: Shown) -> None:
    assert shown.told["after"] == 0


def test_what_the_card_lent_is_taken_back_with_the_lock(shown: Shown) -> None:
    assert (shown.told["lent"], shown.told["left"]) == (True, "")


def test_nothing_readable_is_ever_written(shown: Shown) -> None:
    assert len(shown.calls.writes()) > 50
    assert shown.calls.readable() == []
    assert shown.calls.naming() == []
    assert seen_in_files(shown.folder) == {}


def test_it_writes_only_into_its_own_folders(shown: Shown) -> None:
    opened = shown.calls.opened_to_write()
    own = {path for path in opened if Path(path).is_relative_to(shown.folder)}
    devices = {path for path in opened if path.startswith(("/dev/", "/proc/self/"))}
    assert own
    assert opened - own - devices == set()


def test_it_calls_nobody_and_starts_nothing(shown: Shown) -> None:
    assert shown.calls.network() == []
    assert shown.calls.programs() == 1


def test_its_scratch_folder_is_gone(shown: Shown) -> None:
    assert list((shown.folder / "tmp").iterdir()) == []
