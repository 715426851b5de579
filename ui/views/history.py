"""History: the book, newest line first, with its filters and the check of everything."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from immtrac_desk.desk.pictures import Problem
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.errors import DeskError
from ui.presenters.history import HistoryPresenter, HistoryRow
from ui.shell.front import told_apart
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.beside import Beside
from ui.views.history_filters import HistoryFilters
from ui.views.history_line import HistoryLine
from ui.views.line_table import LineTable
from ui.views.loud_lines import LoudLines
from ui.views.reading_order import as_read
from ui.views.slow_work import SlowWork
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, Said
from ui.wording import tr

_COLUMNS = (
    ("history_room.when", 0),
    ("history_room.who", 3),
    ("history_room.what", 5),
    ("history_room.about", 4),
    ("history_room.row", 0),
)


class HistoryView(Room):
    """Everybody may read; supervisors also put loud lines away."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = HistoryPresenter(house.desk, tr)
        self.slow, self.verdict = SlowWork(), Banner("good")
        self._problems: tuple[Problem, ...] | None = None
        self.verify = Button("history_room.verify", self._verify)
        self.loud = LoudLines(self.presenter, self._seen)
        self.filters = HistoryFilters(house, self.presenter)
        self.filters.changed.connect(self.ask)
        self.table = LineTable("history_room.title", _COLUMNS, self._opened)
        self.table.near_end.connect(self._more)
        self.table.currentCellChanged.connect(lambda at, *_: self.choose(at))
        self.earlier = Button("history_room.earlier", self._more, kind="link")
        self._count = Said(role="caption")
        self.line = HistoryLine(house, self.presenter)
        self._lay()

    def open(self, **about: object) -> None:
        client = about.get("client_id")
        if client is not None:
            known = ClientId(str(client))
            name = self.house.desk.people.names((known,)).get(known)
            self.filters.only_client(known, name.shown if name else "")
        self._read_loud()
        self.ask()
        self.table.setFocus()

    def title(self) -> str:
        return tr.say("history_room.title")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self.filters.client.setFocus}

    def refresh(self, changes: Changes) -> None:
        self._read_loud()
        self.ask()

    def retell(self) -> None:
        super().retell()
        self.filters.offer()
        if self._problems is not None:
            self._verified(self._problems)
        self._read_loud()
        self.ask()

    def ask(self) -> None:
        """Read from the newest line on, keeping the line that was chosen where it still is."""
        chosen = self.line.line
        rows = self.presenter.ask(self.filters.wanted())
        self.table.blockSignals(True)
        self.table.show_lines(_cells(rows), _loud(rows))
        self.table.blockSignals(False)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._tell_count()
        again = [i for i, r in enumerate(rows) if chosen and r.entry.seq == chosen.entry.seq]
        if again:
            self.table.setCurrentCell(again[0], 0)
        self.choose(again[0] if again else -1)

    def choose(self, at: int) -> None:
        rows = self.presenter.rows
        self.line.tell(rows[at] if 0 <= at < len(rows) else None)

    def _opened(self, at: int) -> None:
        self.choose(at)
        self.beside.turn()

    def _more(self) -> None:
        if not self.presenter.whole:
            rows = self.presenter.more()
            self.table.add_lines(_cells(rows), _loud(rows))
            self._tell_count()

    def _seen(self, seq: int) -> None:
        try:
            self.presenter.seen(seq)
        except DeskError as error:
            self.house.refuse(error)
            return
        self._read_loud()
        self.house.tell(partial(tr.say, "history_room.seen_done"), tone="good")

    def _verify(self) -> None:
        if self.slow.busy:
            return
        self._problems = None
        self.verdict.tell("")
        self.slow.do(
            "history_room.verifying",
            self.presenter.check(),
            self._verified,
            self._not_verified,
            cancel=self._stopped,
        )

    def _stopped(self) -> None:
        self.presenter.stop()
        self.verdict.tell("", tr.say("history_room.stopped"), tone="info")

    def _verified(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems
        self.verdict.tell(*self.presenter.verdict(problems), tone="bad" if problems else "good")

    def _not_verified(self, error: DeskError) -> None:
        self.verdict.tell(*told_apart(tr.refusal(error)), tone="bad")

    def _read_loud(self) -> None:
        self.loud.read()
        as_read(self)

    def _tell_count(self) -> None:
        count, whole = len(self.presenter.rows), self.presenter.whole
        code = "count" if not whole else "count_1" if count == 1 else "count_whole"
        self._count.say(f"history_room.{code}", count=count)
        self._count.setVisible(count > 0)
        self.earlier.setVisible(not whole)

    def _lay(self) -> None:
        head = row(Said("history_room.title", role="title"), None, self.verify, space=16)
        self._stack = QStackedLayout()
        foot = row(self._count, self.earlier, space=12, shares=(1,))
        listed = boxed(column(self.table, foot, space=6))
        self._stack.addWidget(listed)
        self._stack.addWidget(EmptyState("history_room.empty_title", "history_room.empty_body"))
        pane = QWidget()
        pane.setLayout(self._stack)
        self.beside = Beside(
            pane, self.line, (5, 2), back="history_room.back", returned=self.table.setFocus
        )
        top = QVBoxLayout()
        top.setSpacing(12)
        top.addLayout(head)
        for widget in (self.slow, self.verdict, self.loud, self.filters):
            top.addWidget(widget)
        self.column.addLayout(top)
        self.column.addWidget(self.beside, 1)


def _cells(rows: tuple[HistoryRow, ...]) -> list[tuple[str, ...]]:
    return [(r.at, r.who, _marked(r), r.about, r.entry.row) for r in rows]


def _marked(line: HistoryRow) -> str:
    """A loud line is marked by a sign and bold letters, not by colour."""
    return f"▲ {line.what}" if line.entry.loud else line.what


def _loud(rows: tuple[HistoryRow, ...]) -> list[int]:
    return [at for at, line in enumerate(rows) if line.entry.loud]
