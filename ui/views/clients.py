"""Clients: search as one types, the matches in a table, a new client begun from what was typed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from immtrac_desk.desk.pictures import ClientFile
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client, ResponsiblePerson
from ui.presenters.client_form import ClientFormPresenter
from ui.presenters.clients import ClientsPresenter
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.client_form import ClientForm
from ui.views.quiet_table import quieten
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, KeyHint, Said, plain
from ui.wording import tr

REST = 120
_NARROW = QHeaderView.ResizeMode.ResizeToContents
_COLUMNS = ("col_name", "col_born", "col_chart", "col_why")


class SearchLine(QLineEdit):
    """Down and Enter leave the line for the table; Escape empties it."""

    def __init__(self, down: Callable[[], object], enter: Callable[[], object]) -> None:
        super().__init__()
        self._down, self._enter = down, enter

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter()
        elif event.key() == Qt.Key.Key_Down:
            self._down()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class MatchTable(QTableWidget):
    """The matches; Enter or a double click opens one."""

    def __init__(self, chosen: Callable[[int], object]) -> None:
        super().__init__(0, len(_COLUMNS))
        self._chosen = chosen
        quieten(self)
        for index in range(len(_COLUMNS)):
            mode = QHeaderView.ResizeMode.Stretch if index < 2 else _NARROW
            self.horizontalHeader().setSectionResizeMode(index, mode)
        self.cellClicked.connect(lambda at, _: chosen(at))
        self.retell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._chosen(self.currentRow())
        else:
            super().keyPressEvent(event)

    def show_lines(self, lines: list[tuple[str, ...]]) -> None:
        self.setRowCount(len(lines))
        for at, line in enumerate(lines):
            for index, text in enumerate(line):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(at, index, item)
        self.resizeRowsToContents()

    def retell(self) -> None:
        self.setHorizontalHeaderLabels([tr.say(f"clients.{name}") for name in _COLUMNS])
        self.setAccessibleName(tr.say("clients.title"))


class ClientsView(Room):
    """Find or add: what was typed is never typed twice."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = ClientsPresenter(house.desk, tr)
        self.line = SearchLine(self._down, self._enter)
        self.line.textEdited.connect(lambda _: self._rest())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)
        self.table = MatchTable(self._open_match)
        self.count = plain(role="muted", wrap=False)
        self.add = Button("clients.add", self._begin)
        self._results = QWidget()
        self.stack = QStackedLayout(self._results)
        self._nobody = EmptyState("clients.none_title", "clients.none_body")
        self._nothing = EmptyState("clients.empty_title", "clients.empty_body")
        self.form: ClientForm | None = None
        for widget in (self._nothing, self._nobody, self.table):
            self.stack.addWidget(widget)
        self._search = boxed(self._lay())
        self.column.addWidget(self._search, 1)
        self.add.setVisible(self.presenter.may_add())
        self.retell()

    def open(self, **about: object) -> None:
        sibling = about.get("sibling_of")
        if isinstance(sibling, ClientFile):
            self._fill(*self.presenter.sibling_of(sibling))
            return
        adding = "" if about.get("act") == "new_client" else about.get("add")
        if adding is not None and self.presenter.may_add():
            self.line.setText(str(adding))
            self.ask()
            self._begin()
            return
        self._close_form()
        self.ask()
        self.line.setFocus()
        self.line.selectAll()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self.form is not None:
            return {
                "record": self.form.save,
                "keep": self.form.save,
                "new_consent": self.form.begin,
            }
        acts: dict[str, Callable[[], object]] = {"find": self._to_line}
        if self.presenter.may_add():
            acts["new_client"] = self._begin
            acts["new_consent"] = self._consent
        return acts

    def keep(self) -> None:
        if self.form is not None:
            self.form.keep()

    def refresh(self, changes: Changes) -> None:
        if changes.clients:
            self.ask()

    def retell(self) -> None:
        super().retell()
        self.line.setPlaceholderText(tr.say("clients.find"))
        self.line.setAccessibleName(tr.say("clients.find"))
        self.ask()

    def _rest(self) -> None:
        self._timer.start(REST)

    def ask(self) -> None:
        """Search now and show what was found."""
        self._timer.stop()
        matches = self.presenter.search(self.line.text())
        self.table.show_lines([self.presenter.line(match) for match in matches])
        if not self.presenter.text:
            self.stack.setCurrentWidget(self._nothing)
        else:
            self.stack.setCurrentWidget(self.table if matches else self._nobody)
        self.count.setText(self._count(len(matches)))
        if self.presenter.text and not matches:
            self.add.say("clients.add_named", text=self.presenter.text)
        else:
            self.add.say("clients.add")

    def _lay(self) -> QVBoxLayout:
        head = row(Said("clients.title", role="title"), None, space=16)
        line = row(self.line, KeyHint("Ctrl+F"), space=12, shares=(1,))
        foot = row(self.count, None, self.add, KeyHint("Ctrl+Shift+N"), space=12)
        layout = column(head, line, self._results, foot, space=16)
        layout.setStretch(2, 1)
        return layout

    def _count(self, found: int) -> str:
        if not found:
            return ""
        if found == 1:
            return tr.say("clients.count_1")
        return tr.say("clients.count_most" if found >= 50 else "clients.count_n", count=found)

    def _down(self) -> None:
        if self.table.rowCount():
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()

    def _enter(self) -> None:
        self.ask()
        if self.presenter.matches:
            self._open_match(0)
        elif self.presenter.refused is not None:
            self.house.refuse(self.presenter.refused)
        elif self.presenter.text and self.presenter.may_add():
            self._begin()

    def _open_match(self, at: int) -> None:
        draft = self.presenter.waiting_draft()
        if draft is not None:
            self.house.go("consent", draft=draft)
            return
        self.house.go("client", client_id=self.presenter.matches[at].id)

    def _consent(self) -> None:
        """A consent for whoever is chosen in the table, or is the first; else find them first."""
        self.ask()
        matches = self.presenter.matches
        if matches:
            at = max(self.table.currentRow(), 0)
            self.house.go("consent", client_id=matches[at].id)
        elif self.presenter.text:
            self._begin()
        else:
            self._to_line()

    def _to_line(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    # -- a new client ----------------------------------------------------------------------

    def _begin(self) -> None:
        self._fill(self.presenter.begin())

    def _fill(self, client: Client, people: tuple[ResponsiblePerson, ...] = ()) -> None:
        """Open the form with what is known; the rest is asked."""
        self._close_form()
        presenter = ClientFormPresenter(self.house.desk, client, people)
        self.form = ClientForm(self.house, presenter, self._saved, self._cancelled)
        self._search.hide()
        self.column.addWidget(self.form, 1)
        self.form.show()  # only what is shown can take the focus
        self.form.start()
        self.house.acts_changed()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.setParent(None)
            self.form.deleteLater()
            self.form = None
            self.house.acts_changed()
        self._search.show()

    def _saved(self, client: Client, begin: bool) -> None:
        self._close_form()
        self.line.clear()
        if begin:
            self.house.go("consent", client_id=client.id)
        else:
            self.house.go("client", client_id=client.id)

    def _cancelled(self) -> None:
        self._close_form()
        self.line.setFocus()
