"""The levers of a rating as a checklist: what helps, and who found it done when."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.tips import LeverWords, TipsPresenter
from ui.views.reading_order import as_read
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, empty, row, rule
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, Said, plain
from ui.wording import tr


class LeverCard(Card):
    """`confirmed` is called once the desk has noted one."""

    def __init__(self, presenter: TipsPresenter, confirmed: Callable[[str], object]) -> None:
        super().__init__()
        self._presenter, self._confirmed = presenter, confirmed
        self.lines = QVBoxLayout()
        self.lines.setSpacing(10)
        self.add(
            Said("tips_page.levers", role="section"),
            Said("tips_page.levers_says", role="muted"),
            self.lines,
        )

    def read(self) -> None:
        """Read the checklist of the site anew."""
        empty(self.lines)
        for number, line in enumerate(self._presenter.levers()):
            if number:
                self.lines.addWidget(rule())
            self.lines.addWidget(self._row(line))
        as_read(self)

    def _row(self, line: LeverWords) -> QWidget:
        code = "tips_page.done" if line.confirmed else "tips_page.open"
        pill = StatusPill(tr.say(code), "good" if line.confirmed else "quiet")
        side = column(pill, space=6)
        side.setAlignment(pill, Qt.AlignmentFlag.AlignRight)
        if self._presenter.may_keep:
            confirm = Button("tips_page.confirm", lambda: self._confirmed(line.id), kind="link")
            confirm.setAccessibleName(f"{confirm.text()}: {line.what}")
            side.addWidget(confirm, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        words = column(
            plain(line.what),
            plain(line.done, role="strong" if line.confirmed else "muted"),
            plain(line.source, role="caption"),
            space=2,
        )
        return boxed(row(boxed(words), side, space=16, shares=(1,)))
