"""The page of staff: who may come in, one's own passphrase, and the recovery code."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from immtrac_desk.errors import DeskError, InputError
from ui.presenters.staff import NewMember, StaffPresenter
from ui.shell.house import House
from ui.views.member_card import MemberCard
from ui.views.new_member import NewMemberCard
from ui.views.passphrase_form import PassphraseForm
from ui.views.reading_order import as_read
from ui.views.recovery_card import RecoveryCard
from ui.views.settings_page import SettingsPage
from ui.views.slow_work import SlowWork
from ui.widgets.card import Card
from ui.widgets.layouts import empty
from ui.widgets.words import Said
from ui.wording import tr


class StaffPage(SettingsPage):
    """Keys are stretched off the event loop; each act is the desk's."""

    def __init__(self, house: House) -> None:
        super().__init__(house, "staff")
        self.presenter = StaffPresenter(house.desk, tr)
        self.slow = SlowWork()
        self.cards: list[MemberCard] = []
        self._members = QVBoxLayout()
        self._members.setSpacing(8)
        self.new = NewMemberCard(self._add)
        self.own = PassphraseForm("staff_page.own_do", self._change_own, own=True)
        self.recovery = RecoveryCard(self._new_code, self._print_code)
        self._lay()

    def read(self) -> None:
        """Read the members again; while they are the same people, open forms stay open."""
        rows = self.presenter.rows()
        if [(r.id, r.active) for r in rows] == [(c.member.id, c.member.active) for c in self.cards]:
            for card, shown in zip(self.cards, rows, strict=True):
                card.tell(shown)
            return
        empty(self._members)
        self.cards = [
            MemberCard(shown, self, may_manage=self.presenter.may_manage and not shown.me)
            for shown in rows
        ]
        for card in self.cards:
            self._members.addWidget(card)
        as_read(self)

    # -- acts ------------------------------------------------------------------------------

    def set_role(self, card: MemberCard, role: str) -> None:
        words = tr.say("staff_page.role_set", name=card.member.name, role=tr.say(f"role.{role}"))
        self._at_once(card, lambda: self.presenter.set_role(card.member.id, role), words)

    def disable(self, card: MemberCard) -> None:
        words = tr.say("staff_page.disabled_done", name=card.member.name)
        self._at_once(card, lambda: self.presenter.disable(card.member.id), words)

    def reset(self, card: MemberCard, new: str) -> None:
        words = tr.say("staff_page.reset_done", name=card.member.name)
        member, form = card.member.id, card.passphrase
        assert form is not None
        self.slow.do(
            "staff_page.adding",
            lambda: self.presenter.reset(member, new),
            lambda _: self._folded(card, words),
            form.refuse,
        )

    def _add(self, asked: NewMember) -> None:
        refused = self.presenter.check_new(asked)
        self.new.show_refused(refused)
        if not refused:
            name = asked.name.strip()
            self.slow.do(
                "staff_page.adding",
                lambda: self.presenter.add(asked),
                lambda _: self._added(name),
                self._not_added,
            )

    def _added(self, name: str) -> None:
        self.new.clear()
        self._done(tr.say("staff_page.added", name=name))

    def _not_added(self, error: DeskError) -> None:
        if isinstance(error, InputError):
            self.new.show_refused((error,))
        else:
            self.house.refuse(error)

    def _change_own(self, current: str, new: str) -> None:
        self.slow.do(
            "staff_page.adding",
            lambda: self.presenter.change_own(current, new),
            lambda _: self._own_changed(),
            self.own.refuse,
        )

    def _own_changed(self) -> None:
        self.own.clear()
        self._done(tr.say("staff_page.own_done"))

    def _new_code(self) -> None:
        self.slow.do(
            "staff_page.adding", self.presenter.new_code, self.recovery.show_code, self.house.refuse
        )

    def _print_code(self, code: str) -> None:
        self.guarded(lambda: self.house.print_pdf(self.presenter.sheet(code)))()

    def _at_once(self, card: MemberCard, act: Callable[[], object], words: str) -> None:
        def do() -> None:
            act()
            self._folded(card, words)

        self.guarded(do)()

    def _folded(self, card: MemberCard, words: str) -> None:
        card.fold()
        self._done(words)

    def _done(self, words: str) -> None:
        self.read()
        self.house.tell(words, tone="good")

    def _lay(self) -> None:
        manage = self.presenter.may_manage
        if not manage:
            self.add(Said("staff_page.only_supervisor", role="caption"))
        self.add(self.slow, self._members)
        if manage:
            self.add(self.new)
        own = Card(
            Said("staff_page.own", role="section"), Said("staff_page.own_says", role="muted")
        )
        own.add(self.own)
        self.add(own)
        if manage:
            self.add(self.recovery)
