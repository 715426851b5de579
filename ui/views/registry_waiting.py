"""To enter: the clients who wait for somebody at the registry's screens, one card each."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget

from immtrac_desk.domain.changes import Changes
from ui.presenters.registry_waiting import WaitingPresenter
from ui.shell.house import House
from ui.views.registry_page import ListedPage
from ui.views.row_table import RowTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, KeyHint, Said, plain
from ui.wording import tr

COLUMNS = (("waiting.client", 5), ("waiting.what", 5), ("waiting.since", 2), ("waiting.due", 3))


class WaitingPage(ListedPage):
    """Enter opens the card of the client in hand."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = WaitingPresenter(house.desk, tr)
        self.table = RowTable("waiting.name", COLUMNS)
        self.table.chosen.connect(self.open_card)
        self.count = plain(role="caption")
        self.open_button = Button("waiting.open", self.open_in_hand, kind="primary")
        foot = row(self.count, self.open_button, KeyHint("Return"), space=8, shares=(1,))
        says = Said("waiting.says", role="muted")
        self.stack = QStackedWidget()
        listed = column(says, self.table, foot, space=10)
        listed.setStretch(1, 1)
        self.stack.addWidget(boxed(listed))
        self.stack.addWidget(
            EmptyState(
                "waiting.empty_title",
                "waiting.empty_body",
                action="waiting.find",
                key="Ctrl+F",
                press=lambda: house.go("clients"),
            )
        )
        self.setLayout(column(self.stack))

    def enter(self, **about: object) -> None:
        self.read()

    def start(self) -> None:
        self.table.setFocus()

    def refresh(self, changes: Changes) -> None:
        if changes.clients or changes.documents or changes.settings:
            self.read()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"enter_in_registry": self.open_in_hand} if self.table.key() else {}

    def _read(self) -> None:
        self.presenter.read()
        self.table.show_rows(self.presenter.rows)
        self.count.setText(self.presenter.count_words())
        self.stack.setCurrentIndex(0 if self.presenter.waiting else 1)

    def open_in_hand(self) -> None:
        """The card of the client in hand."""
        self.open_card(self.table.key())

    def open_card(self, key: str) -> None:
        one = self.presenter.waiting.get(key)
        if one is not None:
            about = {"client_id": one.client_id, "document_id": one.document_id or ""}
            self.house.go("entry", **about)
