"""The training record: who was trained, what stands on it, the signature, and filing it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.errors import DeskError
from ui.presenters.handbook import HandbookPresenter
from ui.presenters.handbook_training import KINDS, HandbookTraining
from ui.shell.house import House
from ui.shell.theme import mark
from ui.widgets.card import Card
from ui.widgets.choice import Choice, Option
from ui.widgets.layouts import boxed, column, empty, row, rule
from ui.widgets.pick import Pick
from ui.widgets.signature_pad import SignaturePad
from ui.widgets.words import Button, Said, plain
from ui.wording import tr


class TrainingCard(Card):
    """`filed` is called with the person once the record lies in the vault."""

    def __init__(
        self, house: House, book: HandbookPresenter, filed: Callable[[SitePerson], object]
    ) -> None:
        super().__init__()
        self.house, self._filed = house, filed
        self.signing = HandbookTraining(book, self.follow)
        self.person = Pick("handbook_room.sign.person", name="person", typing=True)
        self.nobody = Said("handbook_room.sign.person_none", role="muted")
        kinds = [Option(one.value, f"handbook_room.sign.kind_{one.value}") for one in KINDS]
        self.kind = Choice("handbook_room.sign.kind", kinds, name="kind")
        self.kind.set_value(self.signing.kind.value)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.missing = plain(role="caption")
        mark(self.missing, tone="warn")
        self.statement = plain()
        self.pad = SignaturePad("handbook_room.locked.nothing")
        self.clear = Button("handbook_room.sign.clear", self.pad.clear, kind="link")
        self.file = Button("handbook_room.sign.file", self.sign, kind="primary")
        self.person.changed.connect(lambda: self.signing.choose(str(self.person.value() or "")))
        self.kind.changed.connect(lambda: self.signing.choose_kind(self.kind.value() or ""))
        self.pad.changed.connect(lambda: self.signing.ink(self.pad.strokes()))
        self._lay()
        self.read()

    def read(self) -> None:
        """Ask again who may sign and what was checked."""
        people = self.signing.people()
        self.person.offer([Option(one.id, one.shown) for one in people])
        self.person.setVisible(bool(people))
        self.nobody.setVisible(not people)
        self.follow()

    def follow(self) -> None:
        """Follow the presenter: what stands on the record, whether one can sign."""
        self._show_lines()
        self.statement.setText(self.signing.statement())
        missing = ", ".join(self.signing.missing())
        self.missing.setText(tr.say("handbook_room.sign.missing", chapters=missing))
        self.missing.setVisible(bool(missing))
        self.pad.follow(self.signing.locked, self.signing.strokes)
        self.file.setEnabled(self.signing.can_file)
        self.clear.setEnabled(not self.pad.is_empty())

    def sign(self) -> None:
        """File the record, or say what keeps it from being filed."""
        chosen = self.signing.person_id
        person = next((one for one in self.signing.people() if one.id == chosen), None)
        try:
            self.signing.file()
        except DeskError as error:
            self.house.refuse(error)
            return
        assert person is not None
        self.person.set_value("")
        self._filed(person)

    def retell(self) -> None:
        self.follow()

    def _show_lines(self) -> None:
        empty(self.lines)
        lines = self.signing.lines()
        for title, result in lines:
            said = row(plain(title), plain(result, role="caption"), space=12, shares=(3, 1))
            self.lines.addWidget(boxed(said))
        if not lines:
            self.lines.addWidget(Said("handbook_room.sign.lines_none", role="muted"))

    def _lay(self) -> None:
        self.add(
            Said("handbook_room.sign.title", role="title"),
            Said("handbook_room.sign.says", role="muted"),
            rule(),
            self.kind,
            self.person,
            self.nobody,
            column(Said("handbook_room.sign.lines", role="label"), self.lines, space=6),
            self.missing,
            column(Said("handbook_room.sign.statement", role="label"), self.statement, space=6),
            column(Said("handbook_room.sign.pad", role="label"), self.pad, space=6),
            row(self.file, self.clear, None),
        )
