"""How things stand beside and under each other, in the spaces of the theme."""

from functools import partial
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.shell.theme import mark

L = TypeVar("L", bound=QBoxLayout)
Thing = QWidget | QLayout | None
"""A widget, a row of widgets, or None for the room that is left over."""


def column(*things: Thing, space: int = 12) -> QVBoxLayout:
    """Things under each other."""
    layout = QVBoxLayout()
    return _fill(layout, things, space)


def row(*things: Thing, space: int = 12, shares: tuple[int, ...] = ()) -> QHBoxLayout:
    """Things beside each other; `shares` are the parts of the width each takes."""
    layout = QHBoxLayout()
    _fill(layout, things, space)
    for index, share in enumerate(shares):
        layout.setStretch(index, share)
    return layout


def boxed(layout: QLayout) -> QWidget:
    """A layout as one widget that can be shown and hidden, without margins."""
    box = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    box.setLayout(layout)
    return box


def scrolling(content: QWidget) -> QScrollArea:
    """`content` in an area that scrolls downwards; the focus stays in sight."""
    area = FocusFollows()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    return area


_LAID = 20
"""Milliseconds after which what was added has its place: layouts run in several turns."""


class FocusFollows(QScrollArea):
    """Keeps what has the focus in sight, however the focus came there."""

    def __init__(self) -> None:
        super().__init__()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LAID)
        self._soon.timeout.connect(self._again)

    @Slot(QWidget, QWidget)
    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        # What is being pressed stays under the pointer, or the click would miss it.
        if now is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        if self.widget() is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 24, 72)
            # What was added a moment ago has its place only once the layouts have run.
            self._soon.start()

    @Slot()
    def _again(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 24, 72)


def into_sight(widget: QWidget) -> None:
    """Scroll to what was just added, once it has its place; what has the focus stays there."""
    area: QWidget | None = widget
    while area is not None and not isinstance(area, FocusFollows):
        area = area.parentWidget()
    if isinstance(area, FocusFollows):
        QTimer.singleShot(0, widget, partial(area.ensureWidgetVisible, widget, 24, 24))


def in_order(*widgets: QWidget) -> None:
    """Have Tab go from each of these to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(_end_of(before), after)


def _end_of(widget: QWidget) -> QWidget:
    """A pick that is typed into goes on from its line: chained itself, Tab runs in a circle."""
    line = widget.lineEdit() if isinstance(widget, QComboBox) else None
    return line if line is not None else widget


def rule() -> QFrame:
    """A thin line between things."""
    line = QFrame()
    mark(line, rule="true")
    return line


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def _fill(layout: L, things: tuple[Thing, ...], space: int) -> L:
    layout.setSpacing(space)
    layout.setContentsMargins(0, 0, 0, 0)
    put(layout, *things)
    return layout


def put(layout: QBoxLayout, *things: Thing) -> None:
    """Put things at the end of a layout."""
    for thing in things:
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, QLayout):
            layout.addLayout(thing)
        else:
            layout.addWidget(thing)
