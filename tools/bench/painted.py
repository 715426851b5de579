"""The starting gun: how long from starting a process until its first window is painted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# Runs in the child. It lets the program build its window, and then, instead of the program's event
# loop, turns the loop itself until a window has been painted once. Both rivals pay for it alike.
WATCH = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

class Watch(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and isinstance(seen, QWidget) and seen.isVisible():
            self.painted = True
        return False

def until_painted(*_):
    app, watch = QApplication.instance(), Watch()
    watch.painted = False
    app.installEventFilter(watch)
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
DESK = """
import sys
from ui.app import main
sys.argv[1:] = {arguments!r}
main()
"""


def bare_window() -> None:
    """Start a process with an empty PySide6 window, and wait until it is painted."""
    _start(BARE, {})


def lock_screen(vault: Path, home: Path) -> None:
    """Start the desk on a vault, and wait until its lock screen is painted."""
    _start(
        DESK.format(arguments=["--vault", str(vault)]),
        {"IMMTRAC_DESK_HOME": str(home)},
    )


def _start(program: str, extra: dict[str, str]) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | extra
    with subprocess.Popen(
        [sys.executable, "-c", WATCH + program],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    ) as child:
        said = child.stdout.readline() if child.stdout else b""
    if said != b"painted\n":
        raise RuntimeError(f"the program ended before a window was painted: {child.returncode}")
