"""Today: what waits, with one key each; your drafts; when the last good backup was made."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

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
from ui.widgets.words import Button, Said, plain
from ui.wording import tr


class TodayView(Room):
    """The first screen after unlocking: the eye goes from the top card to its button."""

    margins = (32, 24, 32, 16)

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = TodayPresenter(house.desk, tr)
        self.day = plain(role="title", wrap=False)
        self.search = FindBox(ClientsPresenter(house.desk, tr), self._found, self._add)
        self.list = QVBoxLayout()
        self.list.setSpacing(14)
        self.list.setContentsMargins(0, 0, 0, 0)
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
        for widget in [*self._loud(), *self._cards(), *self._drafts()]:
            self.list.addWidget(widget)
            widget.show()
        self._read_months()
        words, old = self.presenter.backup_line()
        self.backup.setText(words)
        self.backup.setProperty("tone", "warn" if old else "")
        self.backup.style().polish(self.backup)

    def _read_months(self) -> None:
        """The next 24 months of every site, for whom that is work."""
        shown = told_of_months(self.house.desk)
        self.months.setVisible(shown)
        if shown:
            self.months.read()

    def _cards(self) -> list[QWidget]:
        cards = self.presenter.cards()
        lines = agreement_rows(self.house.desk, tr)
        registry = registry_rows(self.house.desk, tr)
        rows: list[tuple[int, QWidget]] = [
            *((URGENCY[line.tone], AgreementLine(line, self.house)) for line in lines),
            *((URGENCY[card.tone], ListRow(card, self.presenter, self._act)) for card in cards),
            *((URGENCY[one.tone], RegistryLine(one, self.house)) for one in registry),
        ]
        if rows:
            return [widget for _, widget in sorted(rows, key=lambda one: one[0])]
        if self.presenter.any_clients:
            return [EmptyState("today.no_lists_title", "today.no_lists_body")]
        return [
            EmptyState(
                "today.no_clients_title",
                "today.no_clients_body",
                action="today.add_client",
                press=lambda: self._add(""),
            )
        ]

    def _drafts(self) -> list[QWidget]:
        drafts = self.presenter.drafts()
        rows: list[QWidget] = [Said("today.drafts", role="section")]
        if not drafts:
            return [*rows, Said("today.no_drafts", role="muted")]
        made = [
            DraftRow(self.presenter.draft_line(d), d, self._resume, self._discard) for d in drafts
        ]
        return [*rows, *made]

    def _loud(self) -> list[QWidget]:
        entries = self.presenter.loud()
        if not entries:
            return []
        rows: list[QWidget] = [Said("today.loud", role="section")]
        return [*rows, *(LoudRow(e, self.presenter.loud_line(e), self._seen) for e in entries)]

    def _backup_link(self) -> Button:
        return Button("today.backup.back_up", lambda: self.house.go("backup"), kind="link")

    def _first_row(self) -> TodayLine | None:
        rows = (item.widget() for n in range(self.list.count()) if (item := self.list.itemAt(n)))
        return next((one for one in rows if isinstance(one, TodayLine)), None)

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
