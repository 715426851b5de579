"""The starting gun: how long from starting a process until its first window is painted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ui.machine import HOME, Machine, keep

# Runs in the child. It lets the program build its window, and then, instead of the program's event
# loop, turns the loop itself until a window has been painted once. Both rivals pay for it alike.
WATCH = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return False

def until_painted(*_):
    app, watch = QApplication.instance(), Watch()
    watch.painted = False
    # The window itself, not the whole application: a watch of every event would be weighed too.
    for window in app.topLevelWidgets():
        window.installEventFilter(watch)
    while not watch.painted:
        app.processEvents()
    app.processEvents()
    os.write(1, b"painted\\n")
    os._exit(0)

QApplication.exec = until_painted
"""
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1320, 830)
window.show()
app.exec()
"""
FORM = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
)
app = QApplication([])
window = QMainWindow()
window.resize(1320, 830)
page = QWidget()
column = QVBoxLayout(page)
for word in ("Name", "Passphrase"):
    column.addWidget(QLabel(word), 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(QLineEdit())
for word in ("Open", "Another vault", "Restore"):
    column.addWidget(QPushButton(word))
window.setCentralWidget(page)
window.show()
app.exec()
"""
DESK = """
from ui.app import main
main(["immtrac-desk"])
"""


def bare_window() -> None:
    """Start a process with an empty PySide6 window, and wait until it is painted."""
    _start(BARE, {})


def bare_form() -> None:
    """The same with two fields and three buttons on it, which brings in the names of Qt."""
    _start(FORM, {})


def machine_that_knows(vault: Path, home: Path) -> Path:
    """A machine's memory in `home` whose last vault is this one; returns `home`."""
    keep(Machine(last_vault=str(vault)), home / "config")
    return home


def lock_screen(home: Path) -> None:
    """Start the desk on a machine that knows a vault, and wait until the lock is painted."""
    _start(DESK, {HOME: str(home)})


def _start(program: str, extra: dict[str, str]) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | extra
    # An installed program has its bytecode at hand; a rival's was compiled when it was installed.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with subprocess.Popen(
        [sys.executable, "-c", WATCH + program],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    ) as child:
        said = child.stdout.readline() if child.stdout else b""
    if said != b"painted\n":
        raise RuntimeError(f"the program ended before a window was painted: {child.returncode}")
