"""The rows of Today that speak of site agreements: one button each; several sites unfold."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.presenters.today_agreement import AgreementEntry, AgreementRow
from ui.shell.house import House
from ui.views.today_line import SHOWN, TodayLine
from ui.widgets.layouts import boxed, row
from ui.widgets.words import Button


class AgreementLine(TodayLine):
    """Leads to the application in question, or to the site; Enter does the same."""

    def __init__(self, line: AgreementRow, house: House) -> None:
        words = (line.title, line.entries[0].sentence)
        super().__init__((line.pill, line.tone), words, line.button, len(line.entries))
        self._line, self._house = line, house

    def go(self) -> None:
        self._lead(self._line.entries[0])

    def beneath(self) -> Iterator[QWidget]:
        for entry in self._line.entries[:SHOWN]:
            link = Button("", partial(self._lead, entry), kind="link")
            link.show_text(entry.sentence)
            yield boxed(row(link, None))

    def _lead(self, entry: AgreementEntry) -> None:
        if entry.application_id is not None:
            self._house.go("application", application_id=entry.application_id)
        else:
            about = {"section": entry.section} if entry.section else {}
            self._house.go("agreement", organization_id=entry.organization_id, **about)
