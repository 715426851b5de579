"""The opening: the application dressed, one window of it, at the lock as soon as it can."""

import gc
from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets
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
    background.run(load_office, lambda _: put_aside(window), _note)


def load_office() -> None:
    """Everything that opening a desk, its rooms and its first sheet would have to wait for."""
    from forms import catalog, render, typeface
    from forms.handbook import shelf
    from forms.sample import sample_sheet
    from immtrac_desk import bootstrap, logs  # noqa: F401

    logs.begin()
    # PySide6 makes its classes when they are first asked for, and some events of Qt have it make
    # all that are left at once: the first room would wait for them.
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
    tr.read_all()
    typeface.load()
    for spec in catalog.SPECS:  # once drawn, it is imported and measured
        render.render(sample_sheet(spec.stock_no, tr.language))
    shelf.chapters(tr.language)
    for room in ROOMS:
        room.load().load_all()


def put_aside(window: MainWindow) -> None:
    """Have Python no longer look for waste among what stays as long as the program does.

    The lock looks through everything when it falls, so that nothing of a room waits in memory;
    with the program itself among it that takes as long as a hundred letters. Where a desk is
    open, or being opened, nothing is put aside: what it made must be found then.
    """
    if window.inside is None and not background.busy():
        gc.freeze()


def _note(error: Exception) -> None:
    from immtrac_desk import logs

    logs.trouble(error)
