"""The review: every answer that differs from the last approved agreement, before and now."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from immtrac_desk.domain.agreement import ApplicationKind
from ui.presenters import application_words as words
from ui.presenters.application import ApplicationPresenter
from ui.shell.theme import theme
from ui.widgets.layouts import empty
from ui.widgets.words import plain
from ui.wording import tr

BESIDE = 125
"""Percent of text size up to which before and now stand beside each other."""


class ChangesTable(QWidget):
    """Three columns: what, before, now. Says so where nothing differs, or nothing came before."""

    def __init__(self, presenter: ApplicationPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self._shown: object = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for index, share in enumerate((3, 4, 4)):
            self._grid.setColumnStretch(index, share)

    def refresh(self) -> None:
        changes = words.changes_of(self.presenter.picture, self.presenter.sites, tr)
        shown = (changes, tr.language, theme.percent, self.presenter.application.base_id)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._grid)
        if not changes:
            self._say_none()
            return
        if theme.percent > BESIDE:
            self._stack(changes)
        else:
            self._table(changes)

    def _table(self, changes: tuple[words.Change, ...]) -> None:
        for index, part in enumerate(("what", "before", "now")):
            head = plain(tr.say(f"application_room.review.{part}"), role="caption")
            self._grid.addWidget(head, 0, index)
        for line, change in enumerate(changes, start=1):
            self._grid.addWidget(plain(change.label, role="muted"), line, 0)
            self._grid.addWidget(_value(change.before, "body"), line, 1)
            self._grid.addWidget(_value(change.now, "strong"), line, 2)

    def _stack(self, changes: tuple[words.Change, ...]) -> None:
        """At large text under each other: a column would hold a few letters only."""
        for line, change in enumerate(changes):
            before = tr.say("application_room.was", before=words.brief(change.before))
            self._grid.addWidget(plain(change.label, role="muted"), 3 * line, 0, 1, 3)
            self._grid.addWidget(_value(change.now, "strong"), 3 * line + 1, 0, 1, 3)
            self._grid.addWidget(plain(before, role="caption"), 3 * line + 2, 0, 1, 3)

    def retell(self) -> None:
        self._shown = None
        self.refresh()

    def _say_none(self) -> None:
        first = self.presenter.application.kind is ApplicationKind.REGISTRATION
        code = "first" if first and self.presenter.application.base_id is None else "none"
        text = tr.say(f"application_room.review.{code}")
        self._grid.addWidget(plain(text, role="muted"), 0, 0, 1, 3)


def _value(text: str, role: str) -> QLabel:
    """A value shortened to what a line or two hold; the whole stands in its field and here."""
    label = plain(words.brief(text), role=role)
    label.setToolTip(text)
    return label
