"""Blank forms: the sheet as it will be printed, the language, how many, and one key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from immtrac_desk.domain.words import FormKind
from immtrac_desk.errors import DeskError, InputError
from immtrac_desk.sayings import LANGUAGES
from ui.presenters.blank_forms import BlankChoice, BlankFormsPresenter
from ui.shell.house import House
from ui.views.beside import Beside
from ui.views.narrowing import scrolled
from ui.widgets.card import Card
from ui.widgets.choice import Choice, Option
from ui.widgets.field import Field
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, KeyHint, Said, plain
from ui.wording import tr


class BlankForms(QWidget):
    """Something is always chosen, so that the one key always prints something."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.presenter = BlankFormsPresenter(house.desk, tr)
        self.form = FormKind.MINOR
        self.forms: dict[FormKind, Button] = {}
        self._group = QButtonGroup(self)
        self.language = Choice(
            "blanks.language", [Option(code, f"option.language.{code}") for code in LANGUAGES]
        )
        self.language.set_value(tr.language)
        self.language.changed.connect(self.read)
        self.copies = Field("blanks.copies", name="copies", letters=5)
        self.copies.set_value("1")
        self.print = Button("blanks.print", self.print_it, kind="primary")
        self._pill, self._said = StatusPill(), plain(role="caption")
        self.packs = Button("blanks.to_packs", lambda: house.go("packs"), kind="link")
        self.preview = PdfPreview()
        self._lay()

    def start(self) -> None:
        self.read()
        self.forms[self.form].setFocus(Qt.FocusReason.OtherFocusReason)

    def choice(self) -> BlankChoice:
        language = self.language.value() or tr.language
        return BlankChoice(form=self.form, language=language, copies=self.copies.text())

    def read(self) -> None:
        """Show the sheet that is chosen, and whether it may be handed out."""
        line = self.presenter.pack(self.choice())
        serves = self.presenter.serves(line)
        self._pill.tell(line.pill if line else "", line.tone if line else "quiet")
        self._pill.setVisible(line is not None)
        self._said.setText(self.presenter.explain(line))
        self.print.setEnabled(serves)
        self.packs.setVisible(line is not None and not serves and self.presenter.may_print)
        try:
            self.preview.show_pdf(self.presenter.preview(line.pack) if line else b"")
        except DeskError as error:
            self._house.refuse(error)
        self._house.acts_changed()

    def choose(self, form: FormKind) -> None:
        self.form = form
        self.forms[form].setChecked(True)
        self.read()

    def turn_language(self) -> None:
        """The other language of the sheet."""
        now = LANGUAGES.index(self.choice().language)
        self.language.set_value(LANGUAGES[(now + 1) % len(LANGUAGES)])
        self.read()

    def print_it(self) -> None:
        self.copies.show_findings(())
        choice = self.choice()
        try:
            taken = self._house.print_pdf(self.presenter.print_bytes(choice))
            self.presenter.note_printed(choice, taken=taken)
        except InputError as error:
            self.copies.refuse(error)
            self.copies.setFocus()
        except DeskError as error:
            self._house.refuse(error)

    def _lay(self) -> None:
        forms = column(space=2)
        for form in FormKind:
            button = Button(f"form_name.{form.value}", kind="nav")
            button.setCheckable(True)
            button.setChecked(form is self.form)
            button.clicked.connect(lambda _=False, form=form: self.choose(form))
            self._group.addButton(button)
            self.forms[form] = button
            forms.addWidget(button)
        card = Card(
            Said("blanks.form", role="section"),
            boxed(forms),
            self.language,
            self.copies,
            row(self._pill, None),
            self._said,
            row(self.packs, None),
            row(self.print, KeyHint("Ctrl+P"), None, space=10),
        )
        self.beside = Beside(
            scrolled(column(card, None)),
            self.preview,
            (2, 3),
            back="blanks.back",
            forward="blanks.see",
        )
        self.setLayout(column(self.beside))
