"""One line of the book in full: facts, rule, digest, and the way to what it is about."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from immtrac_desk.domain.ids import ClientId, DocumentId
from ui.presenters.history import HistoryPresenter, HistoryRow
from ui.shell.house import House
from ui.views.fact_list import FactList
from ui.views.narrowing import scrolled
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.layouts import column
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, plain
from ui.wording import tr


class HistoryLine(QWidget):
    """Stands at the right of the table; says what to do while no line is chosen."""

    def __init__(self, house: House, presenter: HistoryPresenter) -> None:
        super().__init__()
        self._house, self._presenter = house, presenter
        self.line: HistoryRow | None = None
        self._what, self._when = plain(role="section"), plain(role="muted")
        self._loud = StatusPill()
        self.facts = FactList()
        self.law = plain(role="caption")
        self.client = Button("history_room.open_client", self._open_client)
        self.document = Button("history_room.open_document", self._open_document)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyState("history_room.none_title", "history_room.none_body"))
        self._stack.addWidget(self._card())

    def tell(self, line: HistoryRow | None) -> None:
        """Show a line, or None for none."""
        self.line = line
        self._stack.setCurrentIndex(1 if line else 0)
        if line is None:
            return
        entry = line.entry
        self._what.setText(line.what)
        self._when.setText(f"{line.at} · {line.who}")
        self._loud.tell(tr.say("history_room.attention"), "warn")
        self._loud.setVisible(entry.loud)
        self.facts.tell(self._pairs(line))
        said = self._presenter.why(entry) if entry.row else ""
        self.law.setText(said or tr.say("history_room.no_law"))
        self.client.setVisible(bool(entry.client_id))
        self.document.setVisible(bool(entry.document_id))

    def retell(self) -> None:
        """Said anew by the room, which reads the lines again in the other language."""

    def _pairs(self, line: HistoryRow) -> list[tuple[str, str]]:
        entry = line.entry
        return [
            (tr.say("history_room.about"), line.about),
            *line.facts,
            (tr.say("history_room.document"), entry.document_id),
            (tr.say("history_room.document_digest"), entry.document_digest),
            (tr.say("history_room.line"), str(entry.seq)),
            (tr.say("history_room.digest"), entry.digest),
        ]

    def _card(self) -> QWidget:
        buttons = QWidget()
        flow = Flow(buttons, gap=8, row_gap=8)
        flow.addWidget(self.client)
        flow.addWidget(self.document)
        head = column(self._what, self._when, space=2)
        card = Card(head, self._loud, buttons, self.law, self.facts)
        return scrolled(column(card, None))

    def _open_client(self) -> None:
        if self.line is not None:
            self._house.go("client", client_id=ClientId(self.line.entry.client_id))

    def _open_document(self) -> None:
        if self.line is not None:
            document = DocumentId(self.line.entry.document_id)
            self._house.go("documents", document_id=document)
