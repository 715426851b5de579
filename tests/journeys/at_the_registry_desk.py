"""A clerk between the clinic and the registry: types by key, drops files, reads what is said."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.client import Client
from tests.journeys.at_the_agreement import Manager
from tests.ui.rooms_registry.at_the_registry import press
from ui import background
from ui.shell.room import Room
from ui.views.dose import DoseView
from ui.views.registry import RegistryView
from ui.views.registry_answers import AnswersPage
from ui.views.registry_doses import DosesPage
from ui.views.registry_lists import RegistryLists
from ui.views.registry_page import RegistryPage
from ui.views.row_table import RowTable
from ui.widgets.open_pick import OpenPick

P = TypeVar("P", bound=RegistryPage)
R = TypeVar("R", bound=Room)
RETURN = Qt.Key.Key_Return
MOST_CHAINED = 20


class Clerk(Manager):
    """Adds to a hand what the registry room asks of it."""

    # -- where one stands ---------------------------------------------------------------------

    def client(self, client: Client) -> None:
        """Go to a client by the palette's own way, or by whatever led there."""
        self.counter.go("client", client_id=client.id)
        self.settle()

    def in_room(self, kind: type[R]) -> R:
        self.settle()
        room = self.room
        assert isinstance(room, kind), type(room)
        return room

    @property
    def dose(self) -> DoseView:
        return self.in_room(DoseView)

    @property
    def doses(self) -> DosesPage:
        return self.page(DosesPage)

    @property
    def answers(self) -> AnswersPage:
        return self.page(AnswersPage)

    @property
    def lists(self) -> RegistryLists:
        return self.page(RegistryLists)

    def section(self, words: str) -> None:
        """To a section of the registry room, by its key and its part."""
        self.key("Ctrl+7")
        self.press(words)

    # -- what a hand does ---------------------------------------------------------------------

    def settle(self) -> None:
        """Also what one piece of slow work asks of the next."""
        super().settle()
        for _ in range(MOST_CHAINED):
            if not background.busy():
                break
            super().settle()

    def row(self, table: RowTable, *words: str) -> int:
        """Take the one row in hand in which all of these words stand; how many rows it has."""
        rows = table.rows.rows
        fits = [at for at, row in enumerate(rows) if all(w in " ".join(row.cells) for w in words)]
        assert len(fits) == 1, [row.cells for row in rows]
        table.take(fits[0])
        self.settle()
        return len(rows)

    def enter(self, widget: QWidget, key: Qt.Key = RETURN) -> None:
        press(self.counter, widget, key)
        self.settle()

    def type_vaccine(self, words: str) -> None:
        """Letter by letter into the field in which the work begins, then on."""
        pick = self.dose.fields.cvx
        assert isinstance(pick, OpenPick)
        self.counter.front()
        line = pick.combo.lineEdit()
        assert line is not None
        line.setFocus()
        QTest.keyClicks(line, words)
        completer = pick.combo.completer()
        popup = completer.popup() if completer is not None else None
        if popup is not None:
            popup.hide()
        QTest.keyClick(line, Qt.Key.Key_Tab)
        self.settle()

    def drop(self, place: Path) -> None:
        """A file is let fall on the page of the answers."""
        held = QMimeData()
        held.setUrls([QUrl.fromLocalFile(str(place))])
        none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        copy = Qt.DropAction.CopyAction
        self.answers.dropEvent(QDropEvent(QPointF(5, 5), copy, held, left, none))
        self.settle()

    def page(self, kind: type[P]) -> P:
        """The section of the registry room that is shown."""
        page = self.in_room(RegistryView).page
        assert isinstance(page, kind), type(page)
        return page
