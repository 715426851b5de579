"""Standing at an application in the real window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from immtrac_desk.domain.agreement import ApplicationState
from immtrac_desk.domain.ids import ApplicationId
from tests.desk.sites import Site, entered_site
from tests.journeys.conftest import Counter
from ui.views.application import ApplicationView
from ui.widgets.field import Field
from ui.widgets.framed import Framed


def at(counter: Counter, application_id: ApplicationId, part: str = "") -> ApplicationView:
    """Open an application, with every question built and the packet drawn."""
    room = counter.go("application", application_id=application_id, part=part)
    assert isinstance(room, ApplicationView)
    settle(counter)
    return room


def settle(counter: Counter) -> None:
    """Let the form build itself and the packet be drawn."""
    for _ in range(12):
        counter.app.processEvents()
    counter.settle()


def field(room: ApplicationView, name: str) -> Framed:
    return room.answers.form.answers.fields[name]


def type_answer(counter: Counter, room: ApplicationView, name: str, text: str) -> None:
    """Type an answer, and let the form look at it."""
    line = field(room, name)
    assert isinstance(line, Field)
    counter.type_in(line, text)
    room.answers.look()
    settle(counter)


def said(framed: Framed) -> list[str]:
    return [finding.code for finding in framed.findings]


def state(counter: Counter, application_id: ApplicationId) -> ApplicationState:
    return counter.office.desk.agreement.application(application_id).state


def site_of(counter: Counter) -> Site:
    """A site whose agreement was entered, and its people."""
    return entered_site(counter.office)


def press(counter: Counter, widget: object, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)  # type: ignore[call-overload]
    counter.app.processEvents()


def draw_on(counter: Counter, room: ApplicationView) -> None:
    """A hand signs on the pad."""
    pad = room.answers.panel.pad
    w, h = pad.width(), pad.height()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(w // 8, h // 2))
    for step in range(1, 9):
        QTest.mouseMove(pad, QPoint(w // 8 + step * w // 12, h // 2 + step % 2 * h // 6))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(w * 7 // 8, h // 2))
    counter.app.processEvents()
