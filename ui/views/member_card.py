"""One member of staff: name, role, and what a supervisor may change about them."""

from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.words import Role
from ui.presenters.staff import StaffRow
from ui.views.passphrase_form import PassphraseForm
from ui.views.reading_order import stops
from ui.widgets.card import Card
from ui.widgets.choice import Choice, Option
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, empty, in_order, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

_TONES = {"you": "accent", "disabled": "quiet"}
ROLES = tuple(Option(role.value, f"role.{role.value}") for role in Role)


class Manages(Protocol):
    """What a card asks of the page around it."""

    def set_role(self, card: "MemberCard", role: str) -> None: ...
    def reset(self, card: "MemberCard", new: str) -> None: ...
    def disable(self, card: "MemberCard") -> None: ...


class MemberCard(Card):
    """One of three small forms may be unfolded beneath the name."""

    def __init__(self, member: StaffRow, page: Manages, *, may_manage: bool) -> None:
        super().__init__(space=8, margin=16)
        self.member, self._page = member, page
        self._under, self._pill = plain(role="caption"), StatusPill()
        words = column(plain(member.name, role="strong"), self._under, space=0)
        self.add(row(boxed(words), self._pill, space=16, shares=(1,)))
        self.buttons: dict[str, Button] = {}
        if may_manage and member.active:
            self.add(self._links())
        self._inner = QVBoxLayout()
        self._inner.setSpacing(12)
        self.form = boxed(self._inner)
        self.form.hide()
        self.passphrase: PassphraseForm | None = None
        self.role: Choice | None = None
        self.add(self.form)
        self.tell(member)

    def tell(self, member: StaffRow) -> None:
        """Say the member anew; an open form keeps what was typed."""
        self.member = member
        self._under.setText(member.under)
        code = "you" if member.me else "" if member.active else "disabled"
        self._pill.tell(tr.say(f"staff_page.{code}") if code else "", _TONES.get(code, "quiet"))
        self._pill.setVisible(bool(code))
        for button in self.buttons.values():
            button.setAccessibleName(f"{button.text()}: {member.name}")

    def fold(self) -> None:
        self.form.hide()
        empty(self._inner)

    def _links(self) -> QWidget:
        box = QWidget()
        flow = Flow(box, gap=4)
        unfold = (("set_role", self._ask_role), ("reset", self._ask_new), ("disable", self._ask))
        for code, press in unfold:
            button = Button(f"staff_page.{code}", press, kind="link")
            self.buttons[code] = button
            flow.addWidget(button)
        return box

    def _ask_role(self) -> None:
        self.role = Choice("staff_page.role", ROLES, name="role")
        self.role.set_value(self.member.role.value)
        role = self.role
        does = {r.value: f"staff_page.can.{r.value}" for r in Role}
        role.note(lambda: tr.say(does[role.value() or self.member.role.value]))
        role.changed.connect(lambda: role.note(lambda: tr.say(does[role.value() or ""])))
        give = Button(
            "staff_page.set_role_do", lambda: self._page.set_role(self, role.value() or "")
        )
        self._unfold(role, row(give, self._cancel(), None, space=8))
        role.setFocus()

    def _ask_new(self) -> None:
        form = PassphraseForm(
            "staff_page.reset_do",
            lambda _, new: self._page.reset(self, new),
            own=False,
            cancel=self._cancel(),
        )
        self.passphrase = form
        self._unfold(Said("staff_page.reset_for", role="strong", name=self.member.name), form)
        form.new.setFocus()

    def _ask(self) -> None:
        do = Button("staff_page.disable_do", lambda: self._page.disable(self), kind="danger")
        ask = Said("staff_page.disable_ask", name=self.member.name)
        self._unfold(ask, row(do, self._cancel(), None, space=8))
        do.setFocus()

    def _cancel(self) -> Button:
        return Button("settings.close", self.fold, kind="quiet")

    def _unfold(self, *things: object) -> None:
        self.fold()
        for thing in things:
            if isinstance(thing, QWidget):
                self._inner.addWidget(thing)
            else:
                self._inner.addLayout(thing)  # type: ignore[arg-type]
        in_order(*self.buttons.values(), *stops(self.form))
        self.form.show()
