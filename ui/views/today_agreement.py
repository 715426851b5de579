"""The rows of Today that speak of site agreements: one button each; several sites unfold."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.today_agreement import AgreementEntry, AgreementRow
from ui.shell.house import House
from ui.shell.theme import theme
from ui.widgets.card import RowCard
from ui.widgets.layouts import boxed, column, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, plain

SHOWN = 12
"""Entries of an unfolded row that are shown at once; the rest is found in the list of sites."""


class AgreementLine(QWidget):
    """Leads to the application in question, or to the site; Enter does the same."""

    def __init__(self, line: AgreementRow, house: House) -> None:
        super().__init__()
        self._line, self._house = line, house
        self.face = self._face()
        self.face.opened.connect(lambda: self._go(line.entries[0]))
        self.entries = QVBoxLayout()
        self.entries.setSpacing(2)
        self._below = boxed(self.entries)
        self._below.setContentsMargins(90, 0, 0, 0)
        self._below.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.face)
        layout.addWidget(self._below)
        self.setFocusProxy(self.face)

    def _face(self) -> RowCard:
        line = self._line
        pill = StatusPill(line.pill, line.tone, shape=line.tone != "good")
        pill.setMinimumWidth(theme.pixels(64))
        said = line.entries[0].sentence
        words = boxed(column(plain(line.title, role="section"), plain(said, role="muted"), space=2))
        face = RowCard(pill, words, name=f"{line.pill} {line.title}. {said}")
        face.row.setStretch(1, 1)
        if len(line.entries) > 1:
            self.more = Button("today.more", self._unfold, kind="quiet", count=len(line.entries))
            face.row.addWidget(self.more)
        self.button = Button(line.button, lambda: self._go(line.entries[0]))
        face.row.addWidget(self.button)
        return face

    def _unfold(self) -> None:
        """Show every site of the row, or fold it again."""
        showing = self._below.isHidden()
        if showing and not self.entries.count():
            for entry in self._line.entries[:SHOWN]:
                self.entries.addWidget(self._entry(entry))
        self._below.setVisible(showing)
        count = len(self._line.entries)
        self.more.say("today.fewer" if showing else "today.more", count=count)

    def _entry(self, entry: AgreementEntry) -> QWidget:
        link = Button("", lambda: self._go(entry), kind="link")
        link.show_text(entry.sentence)
        return boxed(row(link, None))

    def _go(self, entry: AgreementEntry) -> None:
        if entry.application_id is not None:
            self._house.go("application", application_id=entry.application_id)
        else:
            self._house.go("agreement", organization_id=entry.organization_id)
