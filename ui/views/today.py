"""Today: what waits, with one key each; your drafts; when the last good backup was made."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import ClientMatch
from immtrac_desk.domain.draft import KeptDraft
from immtrac_desk.domain.rights import may
from ui.presenters.clients import ClientsPresenter
from ui.presenters.today import Card as ListCard
from ui.presenters.today import TodayPresenter, begins_consent, opens
from ui.presenters.today_agreement import URGENCY, agreement_rows, told_of_months
from ui.presenters.today_registry import registry_rows
from ui.shell.house import House
from ui.shell.room import Room
from ui.shell.theme import theme
from ui.views.agreement_timeline import AgreementTimeline
from ui.views.find_box import FindBox
from ui.views.narrowing import Narrowing
from ui.views.sparing_hint import SPARED_FROM
from ui.views.today_agreement import AgreementLine
from ui.views.today_line import TodayLine
from ui.views.today_registry import RegistryLine
from ui.views.today_rows import DraftRow, ListRow, LoudRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, empty, row, scrolling
from ui.widgets.pieces import Pieces
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

Row = Callable[[], QWidget]
AT_ONCE, SPACE = 6, 14
"""Rows that are made in one turn of the loop, about a screenful; pixels between them."""


class TodayView(Room):
    """The first screen after unlocking: the eye goes from the top card to its button."""

    margins = (32, 24, 32, 16)

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = TodayPresenter(house.desk, tr)
        self.day = plain(role="title", wrap=False)
        self.search = FindBox(ClientsPresenter(house.desk, tr), self._found, self._add)
        self.list = QVBoxLayout()
        self.list.setSpacing(SPACE)
        self.list.setContentsMargins(0, 0, 0, 0)
        self._pieces = Pieces(self)
        self.months = AgreementTimeline(house)
        self._body = Narrowing(column(Narrowing(self.list), self.months, None, space=16))
        self.backup = plain(role="caption")
        head = row(self.day, None, self.search, space=16)
        head.setStretch(2, 2)
        self.column.addLayout(head)
        self.column.addWidget(scrolling(self._body), 1)
        foot = row(boxed(row(self.backup)), self._backup_link(), space=8)
        foot.addStretch(1)
        self.column.addLayout(foot)
        theme.changed.connect(self._say_day)

    def open(self, **about: object) -> None:
        find = bool(about.get("find"))
        self._say_day()
        self.search.setFocus()
        if find:
            self.search.start()
        self.house.when_listed(self, partial(self._enter, find, self.search.line.text()))

    def _say_day(self) -> None:
        large = theme.percent > SPARED_FROM
        self.day.setText(self.presenter.heading(short=large))
        self.backup.setWordWrap(large)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"find": self.search.start}
        if may(self.house.desk.actor.role, "record_consent"):
            acts["new_consent"] = self.search.start  # first find who is at the counter
        return acts

    def refresh(self, changes: Changes) -> None:
        self.house.when_listed(self, self._read)

    def retell(self) -> None:
        super().retell()
        self.house.when_listed(self, self._read)

    # -- what is shown ---------------------------------------------------------------------

    def _enter(self, find: bool, typed: str) -> None:
        """The eye goes to the top card, unless somebody is looked for since."""
        self._read()
        first = self._first_row()
        if first is not None and not find and self.search.line.text() == typed:
            first.setFocus()

    def _read(self) -> None:
        """Show the day as it is; what had the focus keeps it where it still stands."""
        self.presenter = TodayPresenter(self.house.desk, tr)
        self._say_day()
        empty(self.list)
        rows = [*self._loud(), *self._cards(), *self._drafts()]
        pieces = [rows[at : at + AT_ONCE] for at in range(0, len(rows), AT_ONCE)]
        self._put(pieces[0])
        self._pieces.begin([partial(self._put, piece) for piece in pieces[1:]])
        self._read_months()
        words, old = self.presenter.backup_line()
        self.backup.setText(words)
        self.backup.setProperty("tone", "warn" if old else "")
        self.backup.style().polish(self.backup)

    def _put(self, rows: Sequence[Row]) -> None:
        """Make some rows, and put them under those that are there, together: each would be
        styled and laid out with all that stand in sight."""
        box = Narrowing(column(*(make() for make in rows), space=SPACE))
        self.list.addWidget(box)
        box.show()

    def _read_months(self) -> None:
        """The next 24 months of every site, for whom that is work."""
        shown = told_of_months(self.house.desk)
        self.months.setVisible(shown)
        if shown:
            self.months.read()

    def _cards(self) -> list[Row]:
        cards = self.presenter.cards()
        lines = agreement_rows(self.house.desk, tr)
        registry = registry_rows(self.house.desk, tr)
        rows: list[tuple[int, Row]] = [
            *((URGENCY[one.tone], partial(AgreementLine, one, self.house)) for one in lines),
            *((URGENCY[one.tone], partial(self._list_row, one)) for one in cards),
            *((URGENCY[one.tone], partial(RegistryLine, one, self.house)) for one in registry),
        ]
        if rows:
            return [row for _, row in sorted(rows, key=lambda one: one[0])]
        if self.presenter.any_clients:
            return [partial(EmptyState, "today.no_lists_title", "today.no_lists_body")]
        return [
            partial(
                EmptyState,
                "today.no_clients_title",
                "today.no_clients_body",
                action="today.add_client",
                press=lambda: self._add(""),
            )
        ]

    def _list_row(self, card: ListCard) -> ListRow:
        return ListRow(card, self.presenter, self._act)

    def _drafts(self) -> list[Row]:
        rows: list[Row] = [partial(Said, "today.drafts", role="section")]
        drafts = self.presenter.drafts()
        if not drafts:
            return [*rows, partial(Said, "today.no_drafts", role="muted")]
        return [*rows, *(partial(self._draft_row, kept) for kept in drafts)]

    def _draft_row(self, kept: KeptDraft) -> DraftRow:
        return DraftRow(self.presenter.draft_line(kept), kept, self._resume, self._discard)

    def _loud(self) -> list[Row]:
        entries = self.presenter.loud()
        rows: list[Row] = [partial(Said, "today.loud", role="section")]
        return [*rows, *(partial(self._loud_row, one) for one in entries)] if entries else []

    def _loud_row(self, entry: AuditEntry) -> LoudRow:
        return LoudRow(entry, self.presenter.loud_line(entry), self._seen)

    def _backup_link(self) -> Button:
        return Button("today.backup.back_up", lambda: self.house.go("backup"), kind="link")

    def _first_row(self) -> TodayLine | None:
        for n in range(self.list.count()):
            item = self.list.itemAt(n)
            box = item.widget() if item is not None else None
            if box is not None and (line := box.findChild(TodayLine)) is not None:
                return line
        return None

    # -- what is done ----------------------------------------------------------------------

    def _act(self, card: ListCard, index: int) -> None:
        entry = card.entries[index]
        if begins_consent(card.code) and card.code != "declined_again":
            self.house.go("client", client_id=entry.client_id, offer="join")
        else:
            self.house.go(
                "client",
                client_id=entry.client_id,
                form=opens(card.code),
                document_id=entry.document_id,
            )

    def _found(self, match: ClientMatch) -> None:
        draft = self.search.presenter.waiting_draft()
        self.search.clear()
        if draft is not None:
            self.house.go("consent", draft=draft)
        else:
            self.house.go("client", client_id=match.id)

    def _add(self, text: str) -> None:
        self.house.go("clients", add=text)

    def _resume(self, kept: KeptDraft) -> None:
        self.house.go("consent", draft=kept.draft)

    def _discard(self, kept: KeptDraft) -> None:
        self.house.desk.consents.discard(kept.draft.id)
        draft = kept.draft
        self.house.tell(
            partial(tr.say, "today.discarded"),
            action="notice.undo",
            act=lambda: self.house.desk.consents.keep(draft),
        )

    def _seen(self, seq: int) -> None:
        self.house.desk.book.seen(seq)
        self.house.when_listed(self, self._read)
