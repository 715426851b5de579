"""Beside the entry card: what the search would refuse, the consent code, who looks alike."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.entry import EntryPresenter
from ui.shell.house import House
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, Said, plain
from ui.wording import tr


class EntryAside(QWidget):
    """`findings` stands apart, above everything; `correct(field)` leads to the client's field."""

    def __init__(self, house: House, correct: Callable[[str], object]) -> None:
        super().__init__()
        self._house, self._correct = house, correct
        self.findings = EntryFindings(correct)
        self.code = plain(role="title")
        self.consent = plain()
        self.why_button = Button("finding.why", self._unfold, kind="link")
        self.why = plain(role="caption")
        self.why.hide()
        label = Said("entry_room.code", role="label")
        head = row(label, self.why_button, space=8, shares=(1,))
        self.card = Card(head, self.code, self.consent, self.why, space=6)
        self.stopped = Banner("warn")
        self.alike = QVBoxLayout()
        self.alike.setSpacing(4)
        self._alike = Card(
            Said("entry_room.alike", role="section"),
            Said("entry_room.alike_says", role="muted"),
            self.alike,
            space=8,
        )
        self.setLayout(column(self.stopped, self.card, self._alike, space=12))

    def tell(self, presenter: EntryPresenter) -> None:
        """Show what stands beside the card of this client now."""
        self.findings.tell(presenter)
        head, said, why = presenter.code_words()
        self.code.setText(head)
        self.consent.setText(said)
        self.why.setText(why)
        self.why_button.setVisible(bool(why))
        self.stopped.tell(presenter.stopped_words())
        empty(self.alike)
        lines = presenter.alike_lines()
        for client_id, words in lines:
            link = Button("", partial(self._house.go, "client", client_id=client_id), kind="link")
            link.show_text(words)
            self.alike.addWidget(boxed(row(link, None)))
        self._alike.setVisible(bool(lines))

    def _unfold(self) -> None:
        self.why.setVisible(self.why.isHidden())


class EntryFindings(QWidget):
    """What DT-21 says before anything is typed, each with the way to the field that mends it."""

    def __init__(self, correct: Callable[[str], object]) -> None:
        super().__init__()
        self._correct = correct
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(6)

    def tell(self, presenter: EntryPresenter) -> None:
        empty(self.lines)
        found = presenter.findings()
        for words, finding in found:
            banner = Banner("warn")
            law = " · ".join(tr.cited(one) for one in (finding.row, finding.citation) if one)
            banner.tell(words, source=law)
            if finding.field.startswith("client."):
                press = partial(self._correct, finding.field)
                link = banner.add_action("entry_room.correct", press)
                link.setAccessibleName(f"{link.text()}: {words}")
            self.lines.addWidget(banner)
            banner.show()
        self.setVisible(bool(found))
