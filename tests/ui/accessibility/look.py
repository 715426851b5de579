"""What a careful eye, a keyboard and a screen reader notice on a page, as lists of complaints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from ui.shell.tokens import SMALLEST_TARGET
from ui.widgets.framed import Framed
from ui.widgets.pieces import SOON

_EDITORS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
_SLACK = 1


def shown(page: QWidget) -> Iterator[QWidget]:
    for widget in page.findChildren(QWidget):
        if widget.isVisibleTo(page) and not isinstance(widget, QScrollBar):
            yield widget


def named(widget: QWidget) -> str:
    kind = type(widget).__name__
    text = getattr(widget, "text", lambda: "")()
    return f"{kind}({widget.accessibleName() or text or widget.parentWidget().__class__.__name__})"


def nameless(page: QWidget) -> list[str]:
    """What one can reach by key or press, and a screen reader cannot name."""
    bare = []
    for widget in shown(page):
        reached = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isEnabled()
        inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
        if not reached or inner or widget.focusProxy() is not None or _is_frame(widget):
            continue
        says = widget.accessibleName() or (
            widget.text() if isinstance(widget, QAbstractButton) else ""
        )
        if not says.strip():
            bare.append(named(widget))
    return bare


def _is_frame(widget: QWidget) -> bool:
    """An area that only scrolls what it holds."""
    return isinstance(widget, QScrollArea) and widget.focusPolicy() is Qt.FocusPolicy.NoFocus


def too_small(page: QWidget) -> list[str]:
    """What is to be pressed or typed into and is under 24 pixels."""
    targets = (w for w in shown(page) if isinstance(w, (QAbstractButton, *_EDITORS)))
    own = (w for w in targets if not isinstance(w.parentWidget(), QComboBox | QAbstractSpinBox))
    return [
        f"{named(w)} {w.width()}x{w.height()}"
        for w in own
        if min(w.width(), w.height()) < SMALLEST_TARGET
    ]


def clipped(page: QWidget) -> list[str]:
    """Words that do not fit where they stand, and things that stand outside their page."""
    found = []
    for widget in shown(page):
        if isinstance(widget, QLabel) and widget.text() and not _fits(widget):
            found.append(f"{named(widget)} {widget.width()}x{widget.height()}")
        if isinstance(widget, QAbstractButton) and not _room_for_words(widget):
            found.append(f"{named(widget)} {widget.width()}")
        if _sticks_out(widget):
            found.append(f"{named(widget)} sticks out")
    return found


def _fits(label: QLabel) -> bool:
    room = label.contentsRect()
    indent = max(label.indent(), 0)
    if label.wordWrap():
        # Qt breaks lines after slashes and hyphens too.
        parts = re.split(r"\s|(?<=[/-])", label.text())
        words = max((label.fontMetrics().horizontalAdvance(part) for part in parts), default=0)
        tall = label.heightForWidth(label.width()) <= label.height() + _SLACK
        return tall and words + indent <= room.width() + _SLACK
    widest = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n"))
    return widest + indent <= room.width() + _SLACK


def _room_for_words(button: QAbstractButton) -> bool:
    return not button.text() or button.width() + _SLACK >= button.minimumSizeHint().width()


def _sticks_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QScrollArea):
        return False
    edge = widget.mapTo(parent, QPoint(widget.width(), 0)).x()
    return edge > parent.width() + _SLACK


def overlapping(page: QWidget) -> list[str]:
    """Brothers that lie on each other."""
    found = []
    for parent in {w.parentWidget() for w in shown(page)}:
        if parent is None or parent.layout() is None:
            continue
        items = (parent.layout().itemAt(i) for i in range(parent.layout().count()))
        inside = [i.widget() for i in items if i is not None and i.widget() is not None]
        seen = [w for w in inside if w is not None and w.isVisibleTo(page)]
        for index, one in enumerate(seen):
            for other in seen[index + 1 :]:
                both = one.geometry().intersected(other.geometry())
                if both.width() > 2 and both.height() > 2:
                    found.append(f"{named(one)} on {named(other)}")
    return found


def stops(page: QWidget) -> list[QWidget]:
    """What Tab reaches on the page, in its order; a field with its toggles counts once."""
    found: list[QWidget] = []
    chain = page
    for _ in range(5000):
        following = chain.nextInFocusChain()
        if following is None or following is page:
            break
        chain = following
        tab = chain.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        usable = tab and chain.isEnabled() and chain.isVisibleTo(page) and page.isAncestorOf(chain)
        unit = _unit(chain, page)
        if usable and chain.focusProxy() is None and unit not in found[-1:]:
            found.append(unit)
    return found


def _unit(widget: QWidget, page: QWidget) -> QWidget:
    at: QWidget | None = widget
    while at is not None and at is not page:
        if isinstance(at, Framed):
            return at
        at = at.parentWidget()
    return widget


def out_of_order(page: QWidget) -> list[str]:
    """Steps of Tab that go upwards on a page of one column."""
    spots = [(w, w.mapTo(page, QPoint(0, 0))) for w in stops(page)]
    found = []
    for (one, a), (other, b) in pairwise(spots):
        above = b.y() + other.height() <= a.y()
        before = abs(a.y() - b.y()) < min(one.height(), other.height()) / 2 and b.x() < a.x()
        if above or before:
            found.append(f"{named(one)} then {named(other)}")
    return found


def everything(page: QWidget, app: QApplication) -> dict[str, list[str]]:
    """All complaints about a page, by kind, without the kinds that have none."""
    while any(t.isActive() and t.interval() <= SOON for t in page.findChildren(QTimer)):
        app.processEvents()  # what a room builds a piece at a time is still to come
    for _ in range(4):
        app.processEvents()
    told = {
        "nameless": nameless(page),
        "too small": too_small(page),
        "clipped": clipped(page),
        "overlapping": overlapping(page),
    }
    return {kind: complaints for kind, complaints in told.items() if complaints}
