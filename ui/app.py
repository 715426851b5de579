"""The front door: makes the application, dresses it, and stands at the lock as soon as it can."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui import background, machine
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.scratch_folder import ScratchFolder
from ui.shell.crash import catch_everything
from ui.shell.dressing import dressed
from ui.shell.first_paint import FirstPaint
from ui.shell.main_window import MainWindow
from ui.shell.rooms import ROOMS
from ui.single_instance import SingleInstance
from ui.wording import tr

PRACTICE_DAY = "--practice-day"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; 0 when it closed, 2 for a wrong call. A second start raises the first."""
    args = list(sys.argv if argv is None else argv)
    if PRACTICE_DAY in args:
        return _practice_day(args)
    if len(args) > 1:
        sys.stderr.write(f"immtrac-desk [{PRACTICE_DAY} FOLDER]\n")
        return 2
    # Nothing made before the first paint is waste yet: collecting would only hold it up.
    gc.disable()
    kept = machine.recall()
    app = dressed(args, kept)
    single = SingleInstance()
    if not single.first():
        return 0
    scratch = ScratchFolder()
    scratch.open()
    try:
        return _run(app, single, kept)
    finally:
        background.settle()
        scratch.close()
        single.leave()


def _run(app: QApplication, single: SingleInstance, kept: Machine) -> int:
    window = MainWindow(Doors(), kept)
    put_back = catch_everything(window.broke, window.refuse)
    single.called.connect(window.raise_up)
    window.stand_at_door()
    window.show()
    FirstPaint(window, lambda: _settle_in(window, single))
    code = app.exec()
    put_back()
    return code


def _settle_in(window: MainWindow, single: SingleInstance) -> None:
    """What the lock could do without, while the person types."""
    gc.enable()
    single.listen()
    window.looks.speak(tr.language)
    background.run(load_office, lambda _: None, _note)


def load_office() -> None:
    """Everything that opening a desk, its rooms and its first sheet would have to wait for."""
    from forms import typeface
    from immtrac_desk import bootstrap, logs  # noqa: F401

    logs.begin()
    tr.read_all()
    typeface.load()
    for room in ROOMS:
        room.load()


def _note(error: Exception) -> None:
    from immtrac_desk import logs

    logs.trouble(error)


def _practice_day(args: list[str]) -> int:
    place = args[args.index(PRACTICE_DAY) + 1 :]
    if len(place) != 1:
        sys.stderr.write(f"immtrac-desk {PRACTICE_DAY} FOLDER\n")
        return 2
    from ui.practice_day import main as practice_day

    return int(practice_day(["--out", str(Path(place[0]))]))
