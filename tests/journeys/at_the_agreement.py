"""An office manager at the window: presses what is in sight, types, draws, reads what is said."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.journeys.conftest import Counter
from tests.office import BOSS, PASSPHRASE
from ui.shell.room import Room
from ui.views.agreement import AgreementView
from ui.views.application import ApplicationView
from ui.views.file_field import FileField
from ui.views.file_pick import FilePick
from ui.views.line_table import LineTable
from ui.views.roster import RosterPage
from ui.widgets.banner import Banner
from ui.widgets.checks import Checks
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.framed import Framed
from ui.widgets.pick import Pick
from ui.widgets.status_pill import StatusPill
from ui.widgets.text_area import TextArea
from ui.widgets.words import Button

W = TypeVar("W", bound=QWidget)
PEOPLE, STANDING, SITE = "People", "Agreement", "Organization"
"""Parts of the room, as their words say."""
FULL_TURN = 8
"""Turns of the event loop in which a form builds itself."""


class Manager:
    """Does what a hand can do: a thing out of sight, or disabled, cannot be pressed or typed in."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.counter.front()

    # -- where one stands ---------------------------------------------------------------------

    @property
    def room(self) -> Room:
        return self.counter.room

    @property
    def application(self) -> ApplicationView:
        room = self.room
        assert isinstance(room, ApplicationView)
        return room

    def standing(self) -> None:
        """Go to the page of the site's agreement, by its key and its part."""
        self.key("Ctrl+6")
        self.press(STANDING)

    @property
    def people(self) -> RosterPage:
        room = self.room
        assert isinstance(room, AgreementView)
        assert isinstance(room.page, RosterPage)
        return room.page

    def settle(self) -> None:
        """Forms build themselves, packets are drawn, the window hears of it."""
        for _ in range(FULL_TURN):
            self.counter.app.processEvents()
        self.counter.settle()

    # -- what the screen says -----------------------------------------------------------------

    def in_sight(self, kind: type[W]) -> list[W]:
        """Widgets of a kind that are shown in the room: scrolled to or not, but never hidden."""
        return [widget for widget in self.room.findChildren(kind) if widget.isVisible()]

    def words(self) -> str:
        """Every word in sight, labels and pills, with the notice."""
        labels = [w.text() for w in self.in_sight(QLabel)]
        pills = [w.text for w in self.in_sight(StatusPill)]
        return "\n".join([*labels, *pills, self.notice])

    @property
    def notice(self) -> str:
        return self.counter.inside.notice.text

    def primaries(self) -> list[str]:
        """The primary buttons in sight: one screen has one."""
        return [b.text() for b in self.in_sight(Button) if b.property("kind") == "primary"]

    def stands(self, state: str, row: str, primary: str) -> None:
        """Assert state, row behind `why?`, and the one primary button ("" for none)."""
        pills = [one.text for one in self.in_sight(StatusPill)]
        assert state in pills, pills
        (banner,) = [one for one in self.in_sight(Banner) if one.accessibleName()]
        (why,) = [one for one in banner.findChildren(Button) if one.text() == "why?"]
        why.click()
        told = [label.text() for label in banner.findChildren(QLabel) if label.isVisible()]
        assert any(one.startswith(f"{row} ") for one in told), told
        why.click()
        assert self.primaries() == ([primary] if primary else [])

    def said(self, name: str) -> str:
        """What stands beneath a field in sight."""
        return self.field(name).said()

    def file_said(self) -> str:
        """What stands beneath the one place in sight where a file is chosen."""
        (pick,) = self.in_sight(FileField)
        return pick._refused.text()

    def field(self, name: str) -> Framed:
        """The one field of this name in sight."""
        (found,) = [one for one in self.in_sight(Framed) if one.name == name]
        return found

    def mark_of(self, name: str) -> str:
        """The quiet word beside an answer's label: carried over, changed, or nothing."""
        return self.application.answers.form.answers._marks[name].text()

    def list_of_people(self) -> list[list[str]]:
        """The list of people, line by line."""
        table = self.people.table
        return [_cells(table, at) for at in range(table.rowCount())]

    def text(self, name: str) -> str:
        """What stands in a field in sight."""
        field = self.field(name)
        assert isinstance(field, Field | TextArea)
        return field.text()

    # -- what a hand does ---------------------------------------------------------------------

    def key(self, keys: str) -> None:
        """Press a key, with whatever has the focus."""
        self.counter.front()
        QTest.keySequence(self.counter.window, QKeySequence(keys))
        self.settle()

    def press(self, words: str) -> None:
        """Press the one button in sight that says so."""
        found = [b for b in self.in_sight(Button) if b.text() == words and b.isEnabled()]
        assert len(found) == 1, f"{len(found)} buttons say {words!r}"
        found[0].click()
        self.settle()

    def fill(self, **answers: str) -> None:
        """Type or choose each answer in its field, and let the screen look at it."""
        for name, answer in answers.items():
            self._answer(self.field(name), answer)
        self.settle()

    def open_person(self, name: str) -> None:
        """Open somebody's file with Enter in the list."""
        table = self.people.table
        found = [at for at, cells in enumerate(self.list_of_people()) if name in cells[1]]
        assert found, f"nobody is called {name!r}"
        self.counter.front()
        table.setFocus()
        table.setCurrentCell(found[0], 0)
        QTest.keyClick(table, Qt.Key.Key_Return)
        self.settle()

    def draw(self) -> None:
        """Sign on the pad with the mouse."""
        self.counter.draw_on(self.application.answers.panel.pad)
        self.settle()

    def hand_file(self, data: bytes) -> None:
        """Choose a file where one is asked for; the machine's own dialog is passed by."""
        (pick,) = self.in_sight(FilePick)
        pick.set_data(data)
        pick.changed.emit()
        self.settle()

    def on(self, day: date) -> None:
        """Another day: the desk was locked over night, and is opened in the morning."""
        self.lock()
        self.counter.office.clock.on(day)
        self.unlock()

    def lock(self) -> None:
        self.key("Ctrl+L")
        assert self.counter.window.inside is None

    def unlock(self) -> None:
        """Type the passphrase at the lock."""
        window = self.counter.window
        view = window._lock_view
        assert view is not None
        assert view.name.text() == BOSS
        view.passphrase.line.setText(PASSPHRASE)
        view.enter.click()
        self.settle()
        assert window.inside is not None
        self.counter.office.desk = window.inside.desk

    # -- private ------------------------------------------------------------------------------

    def _answer(self, field: Framed, answer: str) -> None:
        assert field.isEnabled()
        if isinstance(field, Choice):
            assert field.button(answer).isEnabled()
            field.button(answer).click()
        elif isinstance(field, Checks):
            for value in answer.split():
                field.box(value).click()
        elif isinstance(field, Pick):
            _pick(field, answer)
        elif isinstance(field, TextArea):
            field.editor.setFocus()
            field.editor.selectAll()  # type: ignore[attr-defined]
            QTest.keyClicks(field.editor, answer)
        else:
            assert isinstance(field, Field)
            assert not field.line.isReadOnly(), f"{field.name} is locked"
            self.counter.type_in(field, answer)


def _pick(field: Pick, answer: str) -> None:
    """Choose in an open list by its words."""
    combo = field.combo
    index = combo.findText(answer)
    assert index >= 0, f"{field.name} does not offer {answer!r}"
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def _cells(table: LineTable, at: int) -> list[str]:
    items = [table.item(at, column) for column in range(table.columnCount())]
    return [item.text() if item is not None else "" for item in items]
