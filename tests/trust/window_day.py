"""The real window in a process of its own: a canary's file, form and sheet are shown, then locked.

`python -m tests.trust.window_day FOLDER`: says on standard output, as JSON, which rooms it showed.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from immtrac_desk import logs
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.words import Choice, Intent
from tests.office import open_office
from tests.trust.at_doses import live_with_doses, told_of
from tests.trust.canaries import BORN_ON, STEM
from tests.trust.day import Day
from ui import background, machine
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.scratch_folder import ScratchFolder
from ui.shell.dressing import dressed
from ui.shell.main_window import MainWindow
from ui.views.entry import EntryView
from ui.views.registry import RegistryView
from ui.views.registry_answers import AnswersPage


def main(folder: Path) -> None:
    (folder / "tmp").mkdir()
    os.environ["TMPDIR"] = str(folder / "tmp")
    tempfile.tempdir = None
    scratch = ScratchFolder(folder / "tmp")
    scratch.open()
    logs.begin(folder / "log")
    office = open_office(folder)
    day = Day(office.desk)
    client = day.client(BORN_ON)
    office.desk.consents.keep(replace(day.draft(client, Intent.JOIN), choice=Choice.GRANT))
    signed = day.sign(day.draft(day.client(BORN_ON), Intent.JOIN, "es"), Choice.GRANT)
    app = dressed(["immtrac-desk"], Machine())
    window = MainWindow(Doors(office.around), Machine(), remember=machine.keep)
    window.resize(1320, 830)
    window.enter(office.desk, office.path)
    window.show()
    shown = [walk(window, app, room) for room in ("today", "clients", "documents", "history")]
    shown.append(walk(window, app, "client", client_id=client.id))
    shown.append(walk(window, app, "documents", document_id=signed.document.id))
    shown.append(walk(window, app, "consent", client_id=client.id, intent=Intent.JOIN))
    shown += walk_the_registry(window, app, client)
    lent = lend_the_first(window)
    titles, naming = [window.windowTitle()], texts_naming(app)
    window.lock()
    settle(app)
    titles.append(window.windowTitle())
    scratch.close()
    before, after = naming, texts_naming(app)
    named = [title for title in titles if STEM.lower() in title.lower()]
    told = {"shown": shown, "named": named, "before": before, "after": after}
    left = QGuiApplication.clipboard().text()
    sys.stdout.write(json.dumps({**told, "lent": lent, "left": left}))
    sys.stdout.flush()
    os._exit(0)


def walk_the_registry(window: MainWindow, app: QApplication, client: Client) -> list[str]:
    """Show each section with names in it, half paste an answer, and stop at the entry card."""
    assert window.inside is not None
    desk = window.inside.desk
    live_with_doses(desk, client)
    sections = ("entry", "doses", "lists", "answers")
    shown = [walk(window, app, "registry", section=one) for one in sections]
    room = window.inside.stage.room
    assert isinstance(room, RegistryView)
    page = room.page
    assert isinstance(page, AnswersPage)
    page.paste()
    page.take.box.setPlainText(told_of(client, "CLR-100").decode())
    page.take.read_pasted()
    settle(app)
    assert page.take.table.rows.rows, "the answer is shown before it is taken in"
    page.take.back_to_box()
    dose = desk.doses.of_client(client.id)[0].dose
    shown.append(walk(window, app, "dose", dose_id=dose.id))
    shown.append(walk(window, app, "reports"))
    return [*shown, walk(window, app, "entry", client_id=client.id)]


def lend_the_first(window: MainWindow) -> bool:
    """Copy the first name of the entry card that is a canary; whether the clipboard has it."""
    assert window.inside is not None
    room = window.inside.stage.room
    assert isinstance(room, EntryView)
    assert room.card is not None
    rows = room.card.presenter.rows
    room.card.copy(next(i for i, row in enumerate(rows) if row.copies and STEM in row.value))
    return STEM in QGuiApplication.clipboard().text()


def texts_naming(app: QApplication) -> int:
    """How many widgets hold a canary in their text, tool tip or accessible name."""
    found = 0
    for widget in app.allWidgets():
        told = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        for ask in ("text", "toPlainText", "currentText"):
            reader = getattr(widget, ask, None)
            told += [str(reader())] if callable(reader) else []
        found += any(STEM.lower() in text.lower() for text in told)
    return found


def walk(window: MainWindow, app: QApplication, room: str, **about: object) -> str:
    assert window.inside is not None
    window.inside.go(room, **about)
    settle(app)
    window.grab()
    return type(window.inside.stage.room).__name__


def settle(app: QApplication) -> None:
    background.settle()
    for _ in range(20):
        app.processEvents()
    # Outside the loop of events, what is to be deleted waits until it is asked for.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
