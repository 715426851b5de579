"""The time line of a client: every act with its day, by whom, and undo where it may be undone."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from immtrac_desk.desk.pictures import ActLine
from immtrac_desk.domain.ids import ActId
from immtrac_desk.domain.rights import may
from ui.presenters.client import ClientPresenter
from ui.shell.theme import mark, theme
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, Said, plain


class Bead(QWidget):
    """The dot of one act and the thread to the next; hollow where it was entered in error."""

    def __init__(self, hollow: bool, last: bool) -> None:
        super().__init__()
        self._hollow, self._last = hollow, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme.pixels(18), theme.pixels(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, radius = self.width() / 2, theme.pixels(10), theme.pixels(4)
        painter.setPen(theme.colour("line"))
        if not self._last:
            painter.drawLine(QPointF(x, y), QPointF(x, self.height()))
        painter.setPen(theme.colour("muted" if self._hollow else "accent"))
        painter.setBrush(Qt.BrushStyle.NoBrush if self._hollow else theme.colour("accent"))
        painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
        painter.end()


LARGE = 125
"""Percent of text size above which the acts' links stand under their words."""


class TimeLine(Card):
    """Newest first."""

    def __init__(self, undo: Callable[[ActId], object], attach: Callable[[ActId], object]) -> None:
        super().__init__(space=8)
        self._undo, self._attach = undo, attach
        self._presenter: ClientPresenter | None = None
        theme.changed.connect(self._again)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(0)
        self.add(Said("client_room.acts", role="section"), self.lines)

    def show_acts(self, presenter: ClientPresenter) -> None:
        self._presenter = presenter
        empty(self.lines)
        acts = presenter.acts()
        may_attach = may(presenter.desk.actor.role, "attach")
        for index, line in enumerate(acts):
            last = index == len(acts) - 1
            self.lines.addWidget(self._line(line, presenter, last, may_attach))
        if not acts:
            self.lines.addWidget(Said("client_room.no_acts", role="muted"))

    def _again(self) -> None:
        if self._presenter is not None:
            self.show_acts(self._presenter)

    def _line(
        self, line: ActLine, presenter: ClientPresenter, last: bool, may_attach: bool
    ) -> QWidget:
        day, told, by = presenter.act_line(line)
        links = QWidget()
        flow = Flow(links, gap=4, row_gap=0)
        large = theme.percent > LARGE
        said = [plain(told, role="muted" if line.undone else "strong"), plain(by, role="caption")]
        typed = presenter.fact_words(line.act)
        if typed:
            said.insert(1, plain(typed, role="muted" if line.undone else "body"))
        words = column(*said, *([links] if large else []), space=0)
        when = plain(day, role="label", wrap=False)
        when.setMinimumWidth(theme.pixels(88))
        when.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = row(Bead(line.undone, last), when, boxed(words), space=10, shares=(0, 0, 1))
        if not large:
            layout.addWidget(links)
        act_id = line.act.id
        if may_attach and not line.undone:
            flow.addWidget(_small("client_room.attach", lambda: self._attach(act_id), told))
        if line.can_undo:
            flow.addWidget(_small("client_room.undo", lambda: self._undo(act_id), told))
        layout.setContentsMargins(0, 0, 0, 10)
        return beside_bead(layout)


def beside_bead(layout: QLayout) -> QWidget:
    """A step of a time line: all but its bead begins at the top; it keeps its own margins."""
    for place in range(1, layout.count()):
        item = layout.itemAt(place)
        if item is not None:
            item.setAlignment(Qt.AlignmentFlag.AlignTop)
    box = QWidget()
    box.setLayout(layout)
    return box


def _small(code: str, press: Callable[[], object], about: str) -> QWidget:
    button = Button(code, press, kind="link")
    button.setAccessibleName(f"{button.text()}: {about}")
    mark(button, small="true")
    return button
