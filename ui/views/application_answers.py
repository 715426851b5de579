"""The answers: the form on the left, what is missing and the packet on the right, one way on."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.agreement import ApplicationState
from immtrac_desk.errors import DeskError
from ui.presenters.application import ApplicationPresenter
from ui.presenters.application_signing import SigningPresenter
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.application_form import ApplicationForm
from ui.views.application_signing import SigningPanel
from ui.views.missing_list import MissingList
from ui.views.packet_pane import PacketPane
from ui.views.sparing_hint import SparingHint
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button, plain
from ui.wording import tr

LOOK_AFTER = 150
"""Milliseconds of rest before what is typed is looked at."""
KEEP_AFTER = 1500
"""Milliseconds of rest before it is saved, and the packet drawn from it."""
NARROW = 760
"""Pixels at 100 % under which the packet gives its room to the form."""


class ApplicationAnswers(QWidget):
    """`turn(part)` leads to the entry card or the record; `roster` to the list of people."""

    def __init__(
        self,
        house: House,
        presenter: ApplicationPresenter,
        turn: Callable[[str], object],
        roster: Callable[[], object],
        signed: Callable[[], object],
    ) -> None:
        super().__init__()
        self.house, self.presenter, self._turn = house, presenter, turn
        self.signing = SigningPresenter(presenter, _sheet_language(), self._signing_changed)
        self.panel = SigningPanel(house, self.signing, signed)
        self.form = ApplicationForm(presenter, self.panel, self._typed, roster)
        self.missing = MissingList(self._focus_on)
        self.packet = PacketPane(self.signing, self.speak)
        self._drawn: object = None
        self._reading = False
        self._look, self._save = self._timer(self.look), self._timer(self.rest)
        self._side = column(self.missing, self.packet, None, space=12)
        self._side.setStretch(1, 1000)
        self.right = boxed(self._side)
        self.body = row(self.form, self.right, space=24, shares=(5, 4))
        layout = column(boxed(self.body), self._foot(), space=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.panel.turned.connect(lambda: self._say_next(len(self.presenter.to_do(tr))))
        theme.changed.connect(self._turned)

    # -- while one types ---------------------------------------------------------------------

    def _typed(self, at_once: bool) -> None:
        self._look.start(0 if at_once else LOOK_AFTER)
        self._save.start(KEEP_AFTER)
        self.saved.setText("")

    def look(self) -> None:
        """Look at what stands there now."""
        self._look.stop()
        try:
            self.presenter.assess()
        except DeskError as error:
            self.house.refuse(error)

    def keep(self) -> None:
        """Save it now if anything was typed; the packet is drawn from what was saved.

        Raises what the desk refuses: the lock must know of it.
        """
        self._look.stop()
        self._save.stop()
        self.panel.keep()
        if self.presenter.keep():
            self.saved.setText(tr.say("application_room.saved", at=f"{self.house.now():%H:%M}"))

    def rest(self) -> None:
        """The hands rest: save, and say what cannot be saved."""
        try:
            self.keep()
        except DeskError as error:
            self.house.refuse(error)

    def keep_said(self) -> None:
        self.keep()
        told = tr.say("application_room.saved", at=f"{self.house.now():%H:%M}")
        self.house.tell(told, tone="good")

    def refresh(self) -> None:
        """Follow the presenter; the packet is drawn anew where what is saved has changed."""
        presenter = self.presenter
        self.form.refresh()
        to_do = presenter.to_do(tr)
        self.missing.tell(to_do if presenter.editable else (), len(presenter.wrong()))
        self._fit()
        self.panel.setVisible(presenter.picture.state in _SIGNABLE)
        self.panel.refresh()
        self._say_next(len(to_do))
        self._draw_if_new()

    def retell(self) -> None:
        self.missing.retell()
        self.form.retell()
        self.refresh()

    # -- the ways on -------------------------------------------------------------------------

    def start(self) -> None:
        """Put the focus where the work goes on."""
        if self.presenter.to_do(tr) and self.presenter.editable:
            self.form.start()
        else:
            self.next.setFocus()
            QTimer.singleShot(0, self, self.form.show_top)

    def go_on(self) -> None:
        """The next thing to do, by the state."""
        state = self.presenter.picture.state
        if state is ApplicationState.DRAFT:
            self.keep()
            self._show_form()
            self.form.start()
        elif state is ApplicationState.READY_TO_SIGN:
            self._sign()
        elif state is ApplicationState.SIGNED_NOT_SENT:
            self._turn("card")
        else:
            self._turn("record")

    def _sign(self) -> None:
        self.keep()
        if self.signing.can_file or self.panel.way != "screen":
            self.panel.sign()
            return
        self._show_form()
        self.form.show_signature()
        self.packet.show_signature()
        self.panel.start()

    def print_for_ink(self) -> None:
        try:
            self.panel.print_for_ink()
        except DeskError as error:
            self.house.refuse(error)

    def speak(self, language: str) -> None:
        """The packet's language, which need not be the screen's."""
        self.signing.speak(language)
        self._draw_if_new()

    def other_language(self) -> None:
        self.speak("es" if self.signing.language == "en" else "en")

    # -- private -----------------------------------------------------------------------------

    def _signing_changed(self) -> None:
        self.panel.refresh()
        self._say_next(len(self.presenter.to_do(tr)))

    def _draw_if_new(self) -> None:
        presenter = self.presenter
        wanted = (presenter.saved, presenter.application.people, self.signing.language)
        if wanted != self._drawn:
            self._drawn = wanted
            self.packet.draw()

    def _say_next(self, to_do: int) -> None:
        state = self.presenter.picture.state
        code = f"application_room.next.{state.value}"
        files = self.signing.can_file or self.panel.way != "screen"
        if state is ApplicationState.READY_TO_SIGN and files:
            code = "application_room.next.file"
        self.next.say(code)
        able = state is not ApplicationState.DRAFT or (bool(to_do) and self.presenter.may_manage)
        self.next.setEnabled(able)

    def _foot(self) -> QWidget:
        self.saved = plain(role="caption", wrap=False)
        self.next = Button("application_room.next.DRAFT", self.go_on, kind="primary")
        self.read = Button("application_room.sheet.read", self.turn_packet)
        buttons = QWidget()
        flow = Flow(buttons, gap=12, row_gap=8)
        hint = SparingHint("Ctrl+Return")
        flow.addWidget(boxed(row(self.next, hint, self.saved, space=12)))
        flow.addWidget(self.read)
        return buttons

    def _timer(self, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        return timer

    def turn_packet(self) -> None:
        """Where only one has room: read the packet, or go back to the answers."""
        self._reading = not self._reading
        self._fit()
        (self.packet.preview if self._reading else self.form.area).setFocus()
        if not self._reading:
            self.start()

    def _show_form(self) -> None:
        if self._reading:
            self._reading = False
            self._fit()

    def _focus_on(self, question_id: str) -> None:
        self._show_form()
        self.form.focus_on(question_id)

    def _fit(self) -> None:
        """Where room is scarce the packet gives way to the form, until somebody reads it."""
        narrow = self.width() < theme.pixels(NARROW)
        reading = narrow and self._reading
        self.form.setVisible(not reading)
        self.packet.setVisible(not narrow or reading)
        self.right.setVisible(not narrow or reading or not self.missing.isHidden())
        self.read.setVisible(narrow)
        self.read.say(f"application_room.sheet.{'back' if reading else 'read'}")
        self.body.setStretch(1, 2 if narrow else 4)

    def _turned(self) -> None:
        self._fit()
        if self.isVisible():
            self.form.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


_SIGNABLE = frozenset({ApplicationState.DRAFT, ApplicationState.READY_TO_SIGN})


def _sheet_language() -> str:
    return tr.language
