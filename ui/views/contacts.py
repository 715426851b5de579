"""The responsible persons of a minor: who may stand at the counter for them."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.client_form import ClientFormPresenter
from ui.presenters.contacts import Contact
from ui.widgets.field import Field
from ui.widgets.layouts import boxed, empty, row
from ui.widgets.words import Button, retell_all

_PARTS = (("last", 3), ("first", 3), ("relation", 2), ("phone", 3))


class Contacts(QWidget):
    """One row a person; the surname of a new one is the child's until typed over."""

    def __init__(self, presenter: ClientFormPresenter, added: Callable[[], object]) -> None:
        super().__init__()
        self._added = added
        self.presenter = presenter
        self.fields: dict[str, Field] = {}
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.rows)
        layout.addWidget(boxed(row(Button("client_form.add_contact", self.add, kind="link"), None)))
        self.show_all()

    def show_all(self) -> None:
        """Lay the rows anew, one a person."""
        empty(self.rows)
        self.fields.clear()
        for index, contact in enumerate(self.presenter.contacts):
            self._row(index, contact)

    def add(self) -> None:
        """Another person, its first field ready to type in."""
        index = len(self.presenter.contacts)
        self.presenter.put_contact(index)
        first = self._row(index, self.presenter.contacts[index])
        self._added()
        first.setFocus()

    def refresh(self) -> None:
        """Show beside each field what was refused there."""
        for name, field in self.fields.items():
            problem = self.presenter.problems.get(name)
            if problem is not None:
                field.refuse(problem)
            elif field.findings:
                field.show_findings(())

    def retell(self) -> None:
        retell_all(self)

    def _row(self, index: int, contact: Contact) -> Field:
        fields = [self._field(index, part, str(getattr(contact, part))) for part, _ in _PARTS]
        self.rows.addWidget(boxed(row(*fields, shares=tuple(share for _, share in _PARTS))))
        return fields[0]

    def _field(self, index: int, part: str, text: str) -> Field:
        field = Field(f"field.contact.{part}", name=f"contact.{index}.{part}")
        self.fields[field.name] = field
        field.set_value(text)
        field.changed.connect(lambda: self.presenter.put_contact(index, **{part: field.text()}))
        return field
