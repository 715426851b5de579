"""Enter the agreement one already has: days and file, the site, the people, in one act."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.errors import DeskError, InputError
from ui.presenters.agreement_enter import EnterPresenter, EnterTyping
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.site_fields import ENTERED
from ui.shell.house import House
from ui.views.agreement_named import NamedRows
from ui.views.agreement_page import AgreementPage, Turns
from ui.views.file_field import FileField
from ui.views.kept_strip import KeptStrip
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.views.site_set import SiteSet
from ui.views.sparing_hint import SparingHint
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field_row import fields
from ui.widgets.layouts import column, empty, row
from ui.widgets.pieces import Pieces
from ui.widgets.section import Section
from ui.widgets.words import Button, Said, retell_all
from ui.wording import tr


class EnterPage(AgreementPage):
    """For a new organization, or for one that has no agreement yet."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__(house, room)
        self.form: EnterForm | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def show_site(self, site: OrganizationId, **about: object) -> None:
        super().show_site(site)
        empty(self._place)
        roster = self.house.desk.roster
        known = {one.id: one for one in roster.organizations()}
        record = known.get(site) or roster.new_organization()
        presenter = EnterPresenter(self.house.desk, record, new=site not in known)
        self.form = EnterForm(self.house, presenter, self._saved, self._cancelled)
        self._place.addWidget(self.form)
        self.form.show()

    def start(self) -> None:
        if self.form is not None:
            self.form.approved_on.setFocus()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"record": self.form.save} if self.form is not None else {}

    def keep(self) -> None:
        if self.form is not None:
            self.form.kept_strip.keep()

    def retell(self) -> None:
        if self.form is not None:
            self.form.retell()

    def _saved(self, site: OrganizationId) -> None:
        self.form = None
        empty(self._place)
        self.house.tell(tr.say("agreement_enter.saved"), tone="good")
        self.room.turn("standing", organization_id=site)

    def _cancelled(self) -> None:
        self.form = None
        empty(self._place)
        self.room.turn("standing" if self.site else "")


class EnterForm(QWidget):
    """One page, one act; what is refused stands beside its field and everything stays typed."""

    def __init__(
        self,
        house: House,
        presenter: EnterPresenter,
        saved: Callable[[OrganizationId], object],
        cancelled: Callable[[], object],
    ) -> None:
        super().__init__()
        self.house, self.presenter = house, presenter
        self._saved, self._cancelled = saved, cancelled
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        parse = house.desk.people.parse_date
        self.approved_on = DateField("agreement_enter.approved_on", parse, name="approved_on")
        self.due_on = DateField("agreement_enter.due_on", parse, name="due_on")
        self.file = FileField("agreement_enter.file")
        words = presenter.form.options
        self.set = SiteSet(presenter.form, parse, lambda name: words(name, tr))
        self.people = NamedRows(presenter, parse, lambda: as_read(self))
        self.save_button = Button("agreement_enter.save", self.save, kind="primary")
        self._pieces = Pieces(self)
        self._lay()
        for field in (self.approved_on, self.due_on, self.file):
            field.changed.connect(self._days_typed)
        presenter.changed = presenter.form.changed = self.kept_strip.typed
        self.set.refresh()
        about = "" if presenter.form.new else presenter.form.record.id
        self.kept_strip.begin(FormKeeper(house.desk, "agreement_enter", about, EnterTyping))

    def save(self) -> None:
        """Enter all of it, or say what is still wanted beside its field."""
        self._pieces.finish()
        try:
            self._check()
            site = self.presenter.save()
        except DeskError as error:
            self.set.refresh()
            self._refuse(error)
            return
        self.kept_strip.leave(saved=True)
        self._saved(site.id)

    def retell(self) -> None:
        self._pieces.finish()
        retell_all(self)
        self.set.retell()
        self.set.refresh()
        self.kept_strip.say_again()

    def _check(self) -> None:
        """Raise InputError for what the form itself still wants."""
        for day in (self.approved_on, self.due_on):
            day.need_day()
        self.set.need_days()
        self.people.need_days()
        for wanted in self.presenter.check():
            raise wanted

    def _refuse(self, error: DeskError) -> None:
        """Beside its field where there is one, and always in the notice too."""
        at = error.field if isinstance(error, InputError) else ""
        days = {"approved_on": self.approved_on, "due_on": self.due_on}
        self.house.refuse(error)
        if at in days:
            days[at].refuse(error)
            days[at].setFocus()
        elif at == "file":
            self.file.refuse(error)
            self.file.setFocus()
        elif not self.people.refuse(at, error):
            self.set.focus(at)

    def _days_typed(self) -> None:
        self.presenter.approved_on = self.approved_on.day()
        self.presenter.due_on = self.due_on.day()
        self.presenter.file = self.file.data()
        self.kept_strip.typed()

    def _cancel(self) -> None:
        self.kept_strip.leave(saved=False)
        self._cancelled()

    # -- what one was typing here before ---------------------------------------------------

    def _typing(self) -> EnterTyping:
        days = {"approved_on": self.approved_on, "due_on": self.due_on}
        half = {n: f.text() for n, f in days.items() if f.unread()}
        return self.presenter.typing({**self.set.unread(), **self.people.unread(), **half})

    def _put_back(self, typed: EnterTyping) -> None:
        self._pieces.finish()
        self.presenter.put_back(typed)
        self.approved_on.set_day(typed.approved_on)
        self.due_on.set_day(typed.due_on)
        for name, field in (("approved_on", self.approved_on), ("due_on", self.due_on)):
            if name in typed.unread:
                field.line.setText(typed.unread[name])
        self.people.show_all()
        self.people.put_unread(typed.unread)
        self.set.refresh()
        self.set.put_unread(typed.unread)
        if typed.file_chosen:
            self.house.tell(tr.say("agreement_enter.file_again"), tone="warn")

    def _add(self, part: QWidget) -> None:
        self._card.add(part)
        part.show()

    def _lay(self) -> None:
        days = fields(self.approved_on, self.due_on)
        agreement = Section("agreement_enter.agreement", days, self.file)
        people = Section(
            "agreement_enter.people", Said("agreement_enter.people_says", role="muted"), self.people
        )
        first, *rest = self.set.sections(ENTERED)
        self._card = card = Card(agreement, first, space=20)
        to_come = [partial(self._add, part) for part in (*rest, people)]
        self._pieces.begin([*to_come, lambda: as_read(self)])
        head = column(
            Said("agreement_enter.title", role="title"),
            Said("agreement_enter.says", role="muted"),
            space=4,
        )
        cancel = Button("agreement_enter.cancel", self._cancel, kind="quiet")
        foot = row(cancel, None, self.save_button, SparingHint("Ctrl+Return"), space=12)
        layout = column(head, self.kept_strip, scrolled(column(card, None)), foot, space=12)
        layout.setStretch(2, 1)
        self.setLayout(layout)
