"""The opening: the application dressed, one window of it, at the lock as soon as it can."""

import gc
from collections.abc import Sequence

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


def open_window(args: Sequence[str]) -> int:
    """Open the one window; 0 when it closed, or when another start has it and was raised."""
    kept = machine.recall()
    app = dressed(args, kept)
    single = SingleInstance()
    if not single.first():
        return 0
    scratch = ScratchFolder()
    try:
        return _run(app, single, scratch, kept)
    finally:
        background.settle()
        scratch.close()
        single.leave()


def _run(app: QApplication, single: SingleInstance, scratch: ScratchFolder, kept: Machine) -> int:
    window = MainWindow(Doors(), kept)
    put_back = catch_everything(window.broke, window.refuse)
    single.called.connect(window.raise_up)
    window.stand_at_door()
    window.show()
    FirstPaint(window, lambda: settle_in(window, single, scratch))
    code = app.exec()
    put_back()
    return code


def settle_in(window: MainWindow, single: SingleInstance, scratch: ScratchFolder) -> None:
    """What the lock could do without, while the person types."""
    gc.enable()
    scratch.open()
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
