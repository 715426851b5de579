"""The screen on its way back: thanks to the signer, and the clerk's own passphrase."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.presenters.shell_doors import PRACTICE_NAME, PRACTICE_WORD
from ui.presenters.signer import SignerPresenter
from ui.shell.house import House
from ui.shell.theme import mark, theme
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, plain
from ui.wording import Wording


class GiveBack(QWidget):
    """Nothing of anybody is on it. The signer may still go back to the sheet."""

    def __init__(
        self,
        house: House,
        presenter: SignerPresenter,
        clerks: Wording,
        back: Callable[[], object],
        over: Callable[[], object],
    ) -> None:
        super().__init__()
        self.house, self.presenter, self._over = house, presenter, over
        self._clerks, say = clerks, presenter.tr.say
        self.thanks = plain(say("signer.thanks"), role="title")
        self.says = plain(role="body")
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.returnPressed.connect(self.check)
        self.passphrase.textEdited.connect(lambda _: self._say("", "muted"))
        label = plain(self._clerks.say("signer.staff"), role="label")
        label.setBuddy(self.passphrase)
        self.passphrase.setAccessibleName(label.text())
        self.hint = plain(self._practice_hint(), role="caption")
        self.hint.setVisible(bool(self.hint.text()))
        self.wrong = plain(role="caption")
        self.unlock = Button("signer.unlock", self.check, kind="primary")
        self.unlock.setText(clerks.say("signer.unlock"))
        self.again = Button("", back, kind="link")
        self.again.setText(say("signer.return"))
        self.again.setAccessibleName(self.again.text())
        card = Card(self.thanks, self.says, self.again, margin=28)
        card.add(column(label, self.passphrase, self.hint, self.wrong, space=6))
        card.add(boxed(row(None, self.unlock)))
        card.setFixedWidth(min(theme.pixels(460), 860))
        middle = boxed(column(None, card, None))
        self.setLayout(row(None, middle, None))

    def _practice_hint(self) -> str:
        """The practice clinic's word is no secret, and nobody there was told it at a door."""
        desk = self.presenter.consent.desk
        if not desk.practice or desk.actor.name != PRACTICE_NAME:
            return ""
        return self._clerks.say("lock.practice", name=PRACTICE_NAME, word=PRACTICE_WORD)

    def start(self) -> None:
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self) -> None:
        """Thanks where something was signed, a plain word where nothing was."""
        done = self.presenter.done
        code = "signer.thanks_says" if done else "signer.unsigned_says"
        self.says.setText(self.presenter.tr.say(code))
        self.thanks.setVisible(done)
        self.again.setVisible(not done)
        self.passphrase.clear()
        self.wrong.setText("")

    def check(self) -> None:
        """Ask whether this is the clerk; the answer comes back from the back stairs."""
        self.unlock.setEnabled(False)
        self._say("signer.checking", "muted")
        self.house.check_me(self.passphrase.text(), self._answered)

    def _answered(self, right: bool) -> None:
        self.unlock.setEnabled(True)
        self.passphrase.clear()
        if right:
            self._over()
        else:
            self._say("signer.wrong", "bad")
            self.start()

    def _say(self, code: str, tone: str) -> None:
        self.wrong.setText(self._clerks.say(code) if code else "")
        mark(self.wrong, tone=tone)
