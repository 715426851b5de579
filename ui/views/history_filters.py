"""The filters of the book: act, person, client."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.client import ClientMatch
from immtrac_desk.domain.ids import ClientId
from ui.presenters.clients import ClientsPresenter
from ui.presenters.history import HistoryFilter, HistoryPresenter
from ui.shell.house import House
from ui.views.find_box import FindBox
from ui.widgets.choice import Option
from ui.widgets.field_row import fields
from ui.widgets.layouts import row
from ui.widgets.pick import Pick
from ui.widgets.words import Button, Said
from ui.wording import tr

_ALL = "all"


class FindsOnly(ClientsPresenter):
    """Nobody is added from here."""

    def may_add(self) -> bool:
        return False


class HistoryFilters(QWidget):
    """`changed` rings when something else is asked for; `wanted` is what."""

    changed = Signal()

    def __init__(self, house: House, presenter: HistoryPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._client: ClientId | None = None
        self._name = ""
        self.act = Pick("history_room.act", typing=True)
        self.person = Pick("history_room.person")
        self.client = FindBox(FindsOnly(house.desk, tr), self._found, lambda _: None)
        self.only = Said(role="strong")
        self.all = Button("history_room.all_clients", self._drop, kind="link")
        for pick in (self.act, self.person):
            pick.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(fields(self.act, self.person, self._find_field(), shares=(2, 1, 2)))
        column.addLayout(row(self.only, self.all, None, space=8))
        self.offer()
        self._tell()

    def wanted(self) -> HistoryFilter:
        act, person = str(self.act.value()), str(self.person.value())
        return HistoryFilter(
            act="" if act == _ALL else act,
            actor_id="" if person == _ALL else person,
            client_id=self._client,
        )

    def only_client(self, client: ClientId | None, name: str) -> None:
        """Ask for one client's lines, or everybody's."""
        self._client, self._name = client, name
        self._tell()

    def offer(self) -> None:
        """Fill the lists, in the language in force; what was picked stays."""
        acts = [Option(value, code) for value, code in self._presenter.acts()]
        people = [Option(value, name) for value, name in self._presenter.people()]
        for pick, all_code, options in (
            (self.act, "history_room.everything", acts),
            (self.person, "history_room.everybody", people),
        ):
            pick.offer([Option(_ALL, all_code), *options])
            if not pick.value():
                pick.set_value(_ALL)

    def _find_field(self) -> QWidget:
        label = Said("history_room.client", role="label")
        label.setBuddy(self.client.line)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.client)
        column.addStretch(1)
        return box

    def _found(self, match: ClientMatch) -> None:
        self.client.line.clear()
        self.only_client(match.id, match.name.shown)
        self.changed.emit()

    def _drop(self) -> None:
        self.only_client(None, "")
        self.changed.emit()

    def _tell(self) -> None:
        self.only.say("history_room.of_client", name=self._name)
        self.only.setVisible(self._client is not None)
        self.all.setVisible(self._client is not None)
