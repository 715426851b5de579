"""The front door: quick to the lock, light before it, and plain about wrong calls."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.machine import HOME, Machine, keep

ROOT = Path(__file__).parents[3]
HEAVY = (
    *("sqlalchemy", "alembic", "sqlcipher3", "reportlab", "keyring", "cryptography", "zxcvbn"),
    *("immtrac_desk.desk", "immtrac_desk.bootstrap", "immtrac_desk.vault", "immtrac_desk.law"),
    *("ui.shell.inside", "ui.views.today", "ui.views.consent", "ui.printing"),
    *("PySide6.QtNetwork", "PySide6.QtPdf", "PySide6.QtPrintSupport", "PySide6.QtSvg"),
    *("hashlib", "secrets", "platform", "platformdirs", "importlib.resources"),
)
PAINT = f"""
import os, sys
from ui import app, opening
def seen(window, single, scratch):
    print(sorted(set({HEAVY!r}) & set(sys.modules)), flush=True)
    os._exit(0)
opening.settle_in = seen
app.main(["immtrac-desk"])
"""
SWITCHES = """
import os
from ui import app, opening
def seen(window, single, scratch):
    from shibokensupport.feature import pyside_feature_dict as looked_for
    print([looked_for.get(name) for name in ("ui.opening", "ui.views.lock")], flush=True)
    os._exit(0)
opening.settle_in = seen
app.main(["immtrac-desk"])
"""
WARM = """
import sys
from ui import opening
opening.load_office()
wanted = {"sqlalchemy", "reportlab", "immtrac_desk.desk", "ui.views.today", "ui.views.consent"}
print(sorted(wanted - set(sys.modules)))
"""
ASIDE = """
import gc
from types import SimpleNamespace
from ui import background, opening
busy = {busy}
background.busy = lambda: busy
opening.put_aside(SimpleNamespace(inside={inside}))
print(gc.get_freeze_count() > 0)
"""
CALLS = """
import ui
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
for _ in range(20_000):
    widget.update()
print(None)
"""


def told_by(program: str, home: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {HOME: str(home), "XDG_STATE_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize("known", [False, True], ids=["first run", "lock"])
def test_nothing_heavy_is_loaded_before_the_first_page_is_painted(
    tmp_path: Path, known: bool
) -> None:
    vault = tmp_path / "vault"
    if known:
        vault.mkdir()
        (vault / "slots").touch()
    keep(Machine(last_vault=str(vault)), tmp_path / "config")
    done = told_by(PAINT, tmp_path)
    assert done.stdout.strip() == "[]", done.stderr


def test_no_module_is_read_again_for_switches_that_it_does_not_set(tmp_path: Path) -> None:
    keep(Machine(last_vault=str(tmp_path)), tmp_path / "config")
    done = told_by(SWITCHES, tmp_path)
    assert done.stdout.strip() == "[-1, -1]", done.stderr


def test_what_a_desk_needs_is_loaded_behind_the_lock(tmp_path: Path) -> None:
    done = told_by(WARM, tmp_path)
    assert done.stdout.strip() == "[]", done.stderr


@pytest.mark.parametrize(
    ("inside", "busy", "aside"),
    [("None", False, True), ("object()", False, False), ("None", True, False)],
    ids=["at the lock", "at an open desk", "while one is being opened"],
)
def test_only_the_program_itself_is_put_aside_never_what_a_desk_made(
    inside: str, busy: bool, aside: bool
) -> None:
    done = told_by(ASIDE.format(inside=inside, busy=busy))
    assert done.stdout.strip() == str(aside), done.stderr


def test_many_calls_of_qt_do_not_use_up_none() -> None:
    done = told_by(CALLS)
    assert (done.returncode, done.stdout.strip()) == (0, "None"), done.stderr


def test_a_wrong_call_is_told_its_use() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--bogus"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 2
    assert "--practice-day" in done.stderr
    assert "Traceback" not in done.stderr
