"""The form of a new member of staff."""

from collections.abc import Callable, Sequence

from immtrac_desk.errors import InputError
from ui.presenters.staff import NewMember
from ui.views.member_card import ROLES
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.framed import Framed
from ui.widgets.layouts import row
from ui.widgets.secret_field import SecretField
from ui.widgets.words import Button, Said
from ui.wording import tr


class NewMemberCard(Card):
    """`add(asked)` is called by the button; the role is never preset."""

    def __init__(self, add: Callable[[NewMember], object]) -> None:
        super().__init__()
        self.name = Field("staff_page.name", name="name")
        self.registry_user = Field("staff_page.registry_user", name="registry_user")
        self.role = Choice("staff_page.role", ROLES, name="role")
        self.role.changed.connect(self._tell_role)
        self.passphrase = SecretField("staff_page.passphrase", name="passphrase")
        self.again = SecretField("staff_page.again", name="again")
        self.button = Button("staff_page.add_do", lambda: add(self.asked()), kind="primary")
        self.add(
            Said("staff_page.add", role="section"),
            fields(self.name, self.registry_user, shares=(2, 1)),
            self.role,
            fields(self.passphrase, self.again),
            row(self.button, None),
        )

    def asked(self) -> NewMember:
        return NewMember(
            name=self.name.text(),
            role=self.role.value(),
            registry_user=self.registry_user.text(),
            passphrase=self.passphrase.text(),
            again=self.again.text(),
        )

    def show_refused(self, refused: Sequence[InputError]) -> None:
        """Each beside its field, and the focus in the first."""
        for field in reversed(self._fields()):
            own = [error for error in refused if error.field == field.name]
            field.show_findings(())
            if own:
                field.refuse(own[0])
                field.setFocus()

    def clear(self) -> None:
        self.name.set_value("")
        self.registry_user.set_value("")
        self.role.set_value(None)
        self.role.note(None)
        self.passphrase.clear()
        self.again.clear()
        self.show_refused(())

    def _fields(self) -> tuple[Framed, ...]:
        return (self.name, self.registry_user, self.role, self.passphrase, self.again)

    def _tell_role(self) -> None:
        self.role.note(lambda: tr.say(f"staff_page.can.{self.role.value()}"))
