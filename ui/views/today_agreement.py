"""The rows of Today that speak of a site agreement: one button each, Enter does the same."""

from ui.presenters.today_agreement import AgreementRow
from ui.shell.house import House
from ui.shell.theme import theme
from ui.widgets.card import RowCard
from ui.widgets.layouts import boxed, column
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, plain


class AgreementLine(RowCard):
    """Leads to the application in question, or to the site."""

    def __init__(self, line: AgreementRow, house: House) -> None:
        pill = StatusPill(line.pill, line.tone, shape=line.tone != "good")
        pill.setMinimumWidth(theme.pixels(56))
        words = boxed(
            column(plain(line.title, role="section"), plain(line.sentence, role="muted"), space=2)
        )
        super().__init__(pill, words, name=f"{line.pill} {line.title}. {line.sentence}")
        self._line, self._house = line, house
        self.row.setStretch(1, 1)
        self.button = Button(line.button, self._go)
        self.row.addWidget(self.button)
        self.opened.connect(self._go)

    def _go(self) -> None:
        if self._line.application_id is not None:
            self._house.go("application", application_id=self._line.application_id)
        else:
            self._house.go("agreement", organization_id=self._line.organization_id)
