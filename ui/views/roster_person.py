"""The form of somebody named in an agreement: checked beside each field, saved by one act."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.ids import PersonId
from immtrac_desk.errors import DeskError
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.roster_person import PersonFormPresenter, PersonTyping
from ui.presenters.site_fields import PERSON
from ui.shell.house import House
from ui.views.kept_strip import KeptStrip
from ui.views.narrowing import scrolled
from ui.views.site_set import SiteSet
from ui.views.sparing_hint import SparingHint
from ui.widgets.card import Card
from ui.widgets.choice import Option
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pick import Pick
from ui.widgets.words import Button, Said, retell_all


class PersonForm(QWidget):
    """`saved(id, give_role)`: `give_role` is true for somebody new, who needs a role next."""

    def __init__(
        self,
        house: House,
        presenter: PersonFormPresenter,
        saved: Callable[[PersonId, bool], object],
        cancelled: Callable[[], object],
    ) -> None:
        super().__init__()
        self.house, self.presenter = house, presenter
        self._saved, self._cancelled = saved, cancelled
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        presenter.changed = self.kept_strip.typed
        self.set = SiteSet(presenter, house.desk.people.parse_date, lambda _: ())
        self.on_record = Pick("roster.on_record", typing=True)
        self.on_record.changed.connect(self._take_known)
        self.on_record.hide()
        self.look_up = Button("roster.on_record", self.offer_known, kind="link")
        if not presenter.new:
            self.look_up.hide()
        code = "roster.save_role" if presenter.new else "roster.save"
        self.save_button = Button(code, self.save, kind="primary")
        self._lay()
        self.set.refresh()
        room = f"site_person:{'' if presenter.new else presenter.record.id}"
        self.kept_strip.begin(FormKeeper(house.desk, room, presenter.site, PersonTyping))

    def start(self) -> None:
        """Put the focus on the first name."""
        self.set.focus("first_name")

    def save(self) -> None:
        """Save, or say beside the field what keeps it from being saved."""
        new = self.presenter.new
        try:
            self.set.need_days()
            person = self.presenter.save()
        except DeskError as error:
            at = self.presenter.refuse(error)
            self.set.refresh()
            if at in self.set.fields:
                self.set.focus(at)
            else:
                self.house.refuse(error)
            return
        self.kept_strip.leave(saved=True)
        self._saved(person.id, new)

    def retell(self) -> None:
        retell_all(self)
        self.set.refresh()
        self.kept_strip.say_again()

    def offer_known(self) -> None:
        """Offer who is on record at any site already: one person, one e-mail, one account."""
        people = self.house.desk.roster.people()
        self.on_record.offer(
            [Option(one.id, f"{one.shown} · {one.email}") for one in people if one.shown]
        )
        self.look_up.hide()
        self.on_record.show()
        self.on_record.setFocus()

    def _take_known(self) -> None:
        known = str(self.on_record.value())
        if known:
            self.kept_strip.leave(saved=False)
            self._saved(PersonId(known), True)

    def _cancel(self) -> None:
        self.kept_strip.leave(saved=False)
        self._cancelled()

    def _typing(self) -> PersonTyping:
        return self.presenter.typing(self.set.unread())

    def _put_back(self, typed: PersonTyping) -> None:
        self.presenter.put_back(typed)
        self.set.refresh()
        self.set.put_unread(typed.unread)
        self.start()

    def _lay(self) -> None:
        title = Said("roster.new" if self.presenter.new else "roster.edit", role="section")
        note = Said("roster.password_note", role="caption")
        known = row(self.look_up, None)
        card = Card(title, self.kept_strip, known, self.on_record, space=12)
        card.add(*self.set.sections(PERSON), note)
        cancel = Button("roster.cancel", self._cancel, kind="quiet")
        acts = QWidget()
        flow = Flow(acts, gap=8, row_gap=8)
        flow.addWidget(cancel)
        flow.addWidget(boxed(row(self.save_button, SparingHint("Ctrl+Return"), space=8)))
        layout = column(scrolled(column(card, None)), acts, space=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
