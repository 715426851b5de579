"""The signer's view: the whole window, one sheet, large words, a choice, then the pen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QWidget,
)

from immtrac_desk.domain.words import Choice
from ui.presenters.consent import ConsentPresenter
from ui.presenters.paper import Paper
from ui.presenters.signer import SignerPresenter
from ui.presenters.telling import voice_of
from ui.shell.house import House
from ui.shell.room import Room
from ui.shell.theme import mark, theme
from ui.views.give_back import GiveBack
from ui.views.narrowing import scrolled
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.signature_pad import SignaturePad
from ui.widgets.words import Button, plain
from ui.wording import tr

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class SignerView(Room):
    """Says everything in the language of the sheet, and shows nothing of anybody else."""

    margins = (36, 28, 36, 24)

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter: SignerPresenter | None = None
        self._clerks = ""
        self.stack = QStackedWidget()
        self.column.addWidget(self.stack, 1)

    # -- the room --------------------------------------------------------------------------

    def open(self, **about: object) -> None:
        """`consent` and `paper`: the presenters of the consent screen."""
        consent, paper = about.get("consent"), about.get("paper")
        if not isinstance(consent, ConsentPresenter) or not isinstance(paper, Paper):
            return
        self.presenter = SignerPresenter(consent, paper)
        self._clerks = tr.language
        tr.use(consent.draft.language)
        self._build(self.presenter)
        self.house.alone(True)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"give_back": self.give_back} if self.presenter is not None else {}

    def keep(self) -> None:
        """Leaving, in whatever way: the screen speaks the clerk's language again."""
        if self.presenter is not None:
            self.presenter.paper.keep()
        self._speak_clerks()

    def retell(self) -> None:
        """What is picked here is the clerk's language, for later: the sheet's goes on speaking."""
        if self._clerks and self.presenter is not None:
            self._clerks = tr.language
            tr.use(self.presenter.consent.draft.language)
            self.house.alone(True)

    def _speak_clerks(self) -> None:
        if self._clerks:
            tr.use(self._clerks)
            self._clerks = ""

    # -- building --------------------------------------------------------------------------

    def _build(self, presenter: SignerPresenter) -> None:
        for old in self.stack.findChildren(QWidget, options=_DIRECT):
            self.stack.removeWidget(old)
            old.deleteLater()
        presenter.changed = self.refresh
        say = presenter.tr.say
        self.preview = PdfPreview()
        self.preview.setMinimumWidth(360)
        title = plain(say("signer.title"), role="title")
        self.choices = self._choices(presenter)
        self.pad = SignaturePad("signer.locked.choice")
        self.pad.changed.connect(lambda: presenter.ink(self.pad.strokes()))
        side = column(
            title,
            plain(say("signer.read"), role="muted"),
            self._choice_card(),
            self._sign_card(presenter),
            None,
            self._foot(presenter),
            space=16,
        )
        sheet = boxed(column(self.preview))
        self._page = boxed(row(sheet, scrolled(side), space=32, shares=(6, 5)))
        self._page.setStyleSheet(_large())
        clerks = voice_of(self._clerks)
        self.back = GiveBack(self.house, presenter, clerks, self._return, self._over)
        self.stack.addWidget(self._page)
        self.stack.addWidget(self.back)
        self.stack.setCurrentWidget(self._page)
        self.preview.show_pdf(presenter.drawn.pdf)
        self._digest = presenter.drawn.digest
        self.refresh()
        self.preview.setFocus()

    def _choices(self, presenter: SignerPresenter) -> dict[Choice, QRadioButton]:
        buttons: dict[Choice, QRadioButton] = {}
        for choice in presenter.choices:
            button = QRadioButton(presenter.tr.say(f"signer.{choice.value}"))
            button.setMinimumHeight(theme.pixels(44))
            button.clicked.connect(lambda _=False, choice=choice: presenter.choose(choice))
            button.setAccessibleName(button.text())
            refused = presenter.refused(choice)
            button.setEnabled(not refused)
            button.setAccessibleDescription(presenter.tr.say(refused) if refused else "")
            buttons[choice] = button
        return buttons

    def _choice_card(self) -> Card:
        presenter = self.presenter
        assert presenter is not None
        say = presenter.tr.say
        card = Card(plain(say("signer.choose"), role="section"), *self.choices.values(), space=6)
        if Choice.DECLINE in self.choices:
            card.add(plain(say("signer.decline_says"), role="muted"))
        for refused in filter(None, map(presenter.refused, self.choices)):
            card.add(plain(say(refused), role="body"))
        return card

    def _sign_card(self, presenter: SignerPresenter) -> Card:
        say, draft = presenter.tr.say, presenter.consent.draft
        self.mark = QCheckBox(say("signer.cannot"))
        self.mark.setChecked(presenter.mark)
        self.mark.clicked.connect(lambda on: presenter.put_mark(bool(on)))
        self.witness = self._witness(presenter)
        self.meaning = plain(role="muted")
        code = "signer.printed_as" if draft.relation else "signer.printed"
        who = plain(say(code, name=draft.signer_name, relation=draft.relation), role="strong")
        self.clear = Button("", self._clear, kind="link")
        _speak(self.clear, say("signer.clear"))
        head = row(plain(say("signer.sign"), role="section"), None, self.clear)
        return Card(head, self.pad, who, self.meaning, self.mark, self.witness, space=8)

    def _witness(self, presenter: SignerPresenter) -> QWidget:
        line = QLineEdit(presenter.consent.draft.witness_name)
        label = plain(presenter.tr.say("signer.witness"), role="label")
        line.setAccessibleName(label.text())
        label.setBuddy(line)
        line.textEdited.connect(presenter.put_witness)
        self.witness_line = line
        self.witness_pad = SignaturePad("signer.locked.witness_ink")
        pad = self.witness_pad
        pad.changed.connect(lambda: presenter.witness_ink(pad.strokes()))
        signs = plain(presenter.tr.say("signer.witness_signs"), role="label")
        return boxed(column(label, line, signs, pad, space=4))

    def _foot(self, presenter: SignerPresenter) -> QFrame:
        foot = QFrame()
        say = presenter.tr.say
        self.done = Button("", self._finish, kind="primary")
        _speak(self.done, say("signer.done"))
        self.done.setMinimumHeight(theme.pixels(44))
        self.leave = Button("", self.give_back, kind="quiet")
        _speak(self.leave, say("signer.give_back"))
        foot.setLayout(row(self.leave, None, self.done, space=12))
        return foot

    # -- while one signs -------------------------------------------------------------------

    def refresh(self, changes: object = None) -> None:
        """Show the choice, the lock, and the sheet that is being signed."""
        presenter = self.presenter
        if presenter is None:
            return
        for choice, button in self.choices.items():
            button.setAutoExclusive(False)
            button.setChecked(choice is presenter.choice)
            button.setAutoExclusive(True)
        self.witness.setVisible(presenter.mark)
        self._show_lock(presenter)
        self._say_meaning(presenter)
        self.done.setEnabled(presenter.can_finish)
        self.clear.setEnabled(bool(presenter.strokes))
        if presenter.drawn.digest != self._digest:
            self._digest = presenter.drawn.digest
            self.preview.show_pdf(presenter.drawn.pdf)
            self.preview.go_to(presenter.drawn.signature_page)

    def _say_meaning(self, presenter: SignerPresenter) -> None:
        """What the signature will mean, as soon as a choice is made."""
        chosen, say = presenter.choice, presenter.tr.say
        meaning = say(f"signer.{chosen.value}") if chosen else ""
        self.meaning.setText(say("signer.meaning", meaning=meaning))
        self.meaning.setVisible(chosen is not None)

    def _show_lock(self, presenter: SignerPresenter) -> None:
        reason = presenter.locked
        self.pad.follow(reason, presenter.strokes)
        witness = reason and "signer.locked.witness_ink"
        self.witness_pad.follow(witness, presenter.witness_strokes)
        mark(self.done, kind="primary")

    def _clear(self) -> None:
        self.pad.clear()
        self.witness_pad.clear()

    def _finish(self) -> None:
        """The signer is done: the sheet leaves the screen at once."""
        assert self.presenter is not None
        if self.presenter.can_finish:
            self.presenter.finish()
            self.give_back()

    # -- handing back ----------------------------------------------------------------------

    def give_back(self) -> None:
        """Only the clerk can open the desk again."""
        self.back.show_state()
        self.stack.setCurrentWidget(self.back)
        self.back.start()

    def _return(self) -> None:
        self.stack.setCurrentWidget(self._page)

    def _over(self) -> None:
        presenter = self.presenter
        assert presenter is not None
        presenter.give_up()
        self.presenter = None
        self._speak_clerks()
        self.house.alone(False)
        self.house.go("consent")


def _large() -> str:
    """Larger than the clerk's words: whoever signs may have left their glasses at home."""
    larger = 1.0 if theme.percent > 125 else 1.18
    body, choice = theme.points("body") * larger, theme.points("section") * larger
    return (
        f'QLabel[role="body"], QLabel[role="muted"], QLabel[role="strong"], QLabel[role="label"],'
        f" QCheckBox, QPushButton, QLineEdit {{ font-size: {body:.2f}pt; }}"
        f" QRadioButton {{ font-size: {choice:.2f}pt; font-weight: 600; }}"
        f' QLabel[role="section"] {{ font-size: {choice:.2f}pt; }}'
    )


def _speak(button: Button, text: str) -> None:
    button.setText(text)
    button.setAccessibleName(text)
