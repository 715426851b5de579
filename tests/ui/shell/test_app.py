"""The front door: quick to the lock, light before it, and plain about wrong calls."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "reportlab", "keyring", "cryptography", "zxcvbn")
PAINT = f"""
import sys
from ui import machine
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.shell.dressing import dressed
from ui.shell.main_window import MainWindow
app = dressed([], Machine())
window = MainWindow(Doors(), Machine(), remember=lambda _: None)
window.stand_at_door()
window.show()
app.processEvents()
print(sorted(set({HEAVY!r}) & set(sys.modules)))
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


def told_by(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120
    )


def test_nothing_heavy_is_loaded_before_the_first_page_is_painted() -> None:
    done = told_by(PAINT)
    assert done.stdout.strip() == "[]", done.stderr


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
