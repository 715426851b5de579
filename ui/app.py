"""The front door: makes the application, dresses it, and stands at the lock as soon as it can."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import background, machine
from ui.presenters.shell_doors import Doors
from ui.scratch_folder import ScratchFolder
from ui.shell.crash import catch_everything
from ui.shell.dressing import dressed
from ui.shell.main_window import MainWindow
from ui.single_instance import SingleInstance
from ui.wording import tr

PRACTICE_DAY = "--practice-day"
_WARM_UP_AFTER = 50


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; 0 when it closed, 2 for a wrong call. A second start raises the first."""
    args = list(sys.argv if argv is None else argv)
    if PRACTICE_DAY in args:
        return _practice_day(args)
    if len(args) > 1:
        sys.stderr.write(f"immtrac-desk [{PRACTICE_DAY} FOLDER]\n")
        return 2
    app = dressed(args, machine.recall())
    single = SingleInstance()
    if not single.first():
        return 0
    scratch = ScratchFolder()
    scratch.open()
    try:
        return _run(app, single)
    finally:
        background.settle()
        scratch.close()
        single.leave()


def _run(app: QApplication, single: SingleInstance) -> int:
    window = MainWindow(Doors(), machine.recall())
    window.looks.speak(tr.language)
    put_back = catch_everything(window.broke, window.refuse)
    single.called.connect(window.raise_up)
    window.stand_at_door()
    window.show()
    # What is heavy loads once the lock is painted, while the person types.
    QTimer.singleShot(_WARM_UP_AFTER, _warm_up)
    code = app.exec()
    put_back()
    return code


def _warm_up() -> None:
    from immtrac_desk import logs

    logs.begin()
    background.run(_load_office, lambda _: None, lambda error: logging.debug(type(error).__name__))


def _load_office() -> None:
    import immtrac_desk.bootstrap  # noqa: F401


def _practice_day(args: list[str]) -> int:
    place = args[args.index(PRACTICE_DAY) + 1 :]
    if len(place) != 1:
        sys.stderr.write(f"immtrac-desk {PRACTICE_DAY} FOLDER\n")
        return 2
    from ui.practice_day import main as practice_day

    return int(practice_day(["--out", str(Path(place[0]))]))
