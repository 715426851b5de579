"""The signature of an application: who signs, then the pen on the screen or on paper."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from immtrac_desk.errors import DeskError, InputError
from ui.presenters.act_typing import ActTyping
from ui.presenters.application_signing import SigningPresenter
from ui.presenters.form_keeper import FormKeeper
from ui.shell.house import House
from ui.views.act_editors import line_of, put_line
from ui.views.file_field import FileField
from ui.views.kept_strip import KeptStrip
from ui.widgets.choice import Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.finding_line import FindingLine
from ui.widgets.framed import Framed
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pick import Pick
from ui.widgets.segments import Segments
from ui.widgets.signature_pad import SignaturePad
from ui.widgets.words import Button, plain
from ui.wording import tr

SCREEN, PAPER = "screen", "paper"


class SigningPanel(QWidget):
    """`signed` is called once the packet is filed, for which the room's foot has the one button;
    `turned` rings as another way is taken.

    What is typed about a paper is kept over a lock: its day is seldom today's.
    """

    turned = Signal()

    def __init__(
        self, house: House, signing: SigningPresenter, signed: Callable[[], object]
    ) -> None:
        super().__init__()
        self.house, self.signing, self._signed = house, signing, signed
        self.signer = Pick("application_room.sign.signer", name="signer")
        self.signer.changed.connect(lambda: signing.choose(str(self.signer.value() or "")))
        self.label = plain(role="strong")
        self.who = plain(role="caption")
        self.said = FindingLine()
        options = [Option(way, f"application_room.sign.{way}") for way in (SCREEN, PAPER)]
        self.ways = Segments("application_room.sign.ways", options, SCREEN)
        self.ways.picked.connect(self.turn)
        self.pad = SignaturePad("application_room.sign.locked.missing")
        self.pad.changed.connect(self._inked)
        self.clear = Button("application_room.sign.clear", self.pad.clear, kind="link")
        self.on = DateField(
            "application_room.sign.signed_on", house.desk.people.parse_date, name="signed_on"
        )
        self.seen_by = Field("application_room.sign.seen_by", name="seen_by")
        self.scan = FileField("application_room.sign.scan")
        self.print = Button("application_room.sign.print", self.print_for_ink)
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        self._screen, self._paper = self._lay_screen(), self._lay_paper()
        top = column(self.label, self.signer, self.who, self.said, space=4)
        self.setLayout(column(top, self.ways, self._screen, self._paper, space=12))
        self.on.changed.connect(self._say_findings)
        self.on.set_day(house.today())
        self.seen_by.set_value(house.desk.actor.name)
        for field in (self.on, self.seen_by, self.scan):
            field.changed.connect(self.kept_strip.typed)
        self.turn(SCREEN)
        self._begin_strip()

    @property
    def way(self) -> str:
        return self.ways.value() or SCREEN

    def turn(self, way: str) -> None:
        """Sign here on the screen, or with a pen on paper."""
        self.ways.set_value(way)
        self._screen.setVisible(way == SCREEN)
        self._paper.setVisible(way == PAPER)
        self._say_findings()
        self.turned.emit()

    def keep(self) -> None:
        """Lose nothing that is typed about a paper."""
        self.kept_strip.keep()

    def start(self) -> None:
        """Put the focus on what is next here."""
        if self.signing.signer is None:
            self.signer.setFocus()
        elif self.way == SCREEN:
            self.pad.setFocus()
        else:
            self.on.setFocus()

    def refresh(self) -> None:
        """Follow the presenter: who may sign, what is said of them, whether one can."""
        signing = self.signing
        people = tuple(Option(one.id, one.shown) for one in signing.signers)
        if people != self.signer._options:
            self.signer.offer(people)
        chosen = signing.signer
        if chosen is not None and self.signer.value() != chosen.id:
            self.signer.set_value(chosen.id)
        label = f"application_room.sign.label.{signing.form.picture.signer_label}"
        self.label.setText(tr.say(label))
        self.who.setText(self._who_words())
        self._say_findings()
        self._follow_lock()
        able = signing.may_sign and not signing.form.missing() and not signing.form.wrong()
        self.print.setEnabled(able)

    def retell(self) -> None:
        self.kept_strip.say_again()
        self.refresh()

    def print_for_ink(self) -> None:
        """The packet for a pen; what comes back is filed from here."""
        pdf = self.signing.print_for_ink()
        self.turn(PAPER)
        if self.house.print_pdf(pdf):
            self.house.tell(tr.say("application_room.sign.printed"), tone="good")
        self.on.setFocus()

    def sign(self) -> None:
        """File the signed packet, or say beside the field what keeps it from being filed."""
        try:
            if self.way == SCREEN:
                self.signing.sign_on_screen()
            else:
                self.signing.sign_on_paper(
                    self.on.need_day(), self.seen_by.text(), self.scan.data()
                )
        except InputError as error:
            self._refuse(error)
        except DeskError as error:
            self.house.refuse(error)
        else:
            self.scan.set_data(None)
            self.pad.clear()
            self.kept_strip.leave(saved=True)
            self._begin_strip()
            self._signed()

    def _refuse(self, error: InputError) -> None:
        beside: dict[str, Framed | FileField] = {"signer": self.signer, "signer_id": self.signer}
        beside |= {"signed_on": self.on, "seen_by": self.seen_by, "file": self.scan}
        field = beside.get(error.field)
        if field is None:
            self.house.refuse(error)
        else:
            field.refuse(error)
            field.setFocus()

    def _say_findings(self) -> None:
        """What stands against this signer on that day, warnings too (DT-14)."""
        day = self.on.day() if self.way == PAPER else None
        self.said.tell(self.signing.findings(day))

    def _inked(self) -> None:
        self.signing.ink(self.pad.strokes())

    def _follow_lock(self) -> None:
        self.pad.follow(self.signing.locked, self.signing.strokes)
        self.clear.setEnabled(not self.pad.is_empty())

    def _who_words(self) -> str:
        """Title and licence as they are printed on the signer's page."""
        person = self.signing.signer
        if person is None:
            return ""
        title = person.title or tr.say("application_room.sign.no_title")
        number = person.licence_no
        licence = tr.say("application_room.person.licence", number=number) if number else ""
        return " · ".join(part for part in (person.written, title, licence) if part)

    # -- what one was typing here before ---------------------------------------------------

    def _begin_strip(self) -> None:
        about = self.signing.form.id
        keeper = FormKeeper(self.house.desk, "application_sign", about, ActTyping)
        self.kept_strip.begin(keeper)

    def _typing(self) -> ActTyping:
        lines = {
            "signed_on": line_of(self.on, self.house.today()),
            "seen_by": self.seen_by.text(),
        }
        return ActTyping(lines=lines, file_chosen=self.scan.data() is not None)

    def _put_back(self, typed: ActTyping) -> None:
        put_line(self.on, typed.lines.get("signed_on", ""))
        put_line(self.seen_by, typed.lines.get("seen_by", ""))
        if typed.file_chosen:
            self.house.tell(tr.say("kept_form.file_again"), tone="warn")

    # -- laying ------------------------------------------------------------------------------

    def _lay_screen(self) -> QWidget:
        return boxed(column(self.pad, row(self.clear, None), space=8))

    def _lay_paper(self) -> QWidget:
        both = fields(self.on, self.seen_by, shares=(2, 3))
        foot = row(self.print, None)
        return boxed(column(self.kept_strip, both, self.scan, foot, space=12))
