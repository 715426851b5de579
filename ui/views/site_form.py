"""The record of an organization: every field the registry asks, checked beside it, saved once."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.rights import may
from immtrac_desk.errors import DeskError
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.site_fields import SITE
from ui.presenters.site_form import SiteFormPresenter, SiteTyping
from ui.shell.house import House
from ui.views.agreement_page import AgreementPage, Turns
from ui.views.kept_strip import KeptStrip
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.views.site_set import SiteSet
from ui.views.sparing_hint import SparingHint
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, Said, retell_all
from ui.wording import tr


class SitePage(AgreementPage):
    """Shows the record of one site; without a site, a blank one to be registered."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__(house, room)
        self.form: SiteForm | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def show_site(self, site: OrganizationId, **about: object) -> None:
        super().show_site(site)
        self._leave()
        desk = self.house.desk
        new = not site
        record = desk.roster.new_organization() if new else desk.roster.organization(site)
        self.form = SiteForm(self.house, SiteFormPresenter(desk, record, new=new), self._saved)
        self.form.cancelled = self._cancelled
        self._place.addWidget(self.form)
        self.form.show()

    def start(self) -> None:
        if self.form is not None:
            self.form.start()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self.form is None or not self.form.may_save:
            return {}
        return {"record": self.form.save, "keep": self.form.save}

    def keep(self) -> None:
        if self.form is not None:
            self.form.kept_strip.keep()

    def retell(self) -> None:
        if self.form is not None:
            self.form.retell()

    def _saved(self, site: OrganizationId, register: bool) -> None:
        self.house.tell(tr.say("site_form.saved"), tone="good")
        if register:
            begun = self.house.desk.agreement.begin(site, ApplicationKind.REGISTRATION)
            self.house.go("application", application_id=begun.application.id)
        else:
            self.room.turn("standing", organization_id=site)

    def _cancelled(self) -> None:
        self.room.turn("standing" if self.site else "")

    def _leave(self) -> None:
        empty(self._place)
        self.form = None


class SiteForm(QWidget):
    """`saved(id, register)`: `register` is true where an application is to follow at once."""

    def __init__(
        self,
        house: House,
        presenter: SiteFormPresenter,
        saved: Callable[[OrganizationId, bool], object],
    ) -> None:
        super().__init__()
        self.house, self.presenter = house, presenter
        self._saved = saved
        self.cancelled: Callable[[], object] = lambda: None
        self.may_save = may(house.desk.actor.role, "manage_agreement")
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        presenter.changed = self.kept_strip.typed
        self.set = SiteSet(
            presenter, house.desk.people.parse_date, lambda name: presenter.options(name, tr)
        )
        parse = house.desk.people.parse_date
        self.changed_on = DateField("site_form.changed_on", parse, name="changed_on")
        self.changed_on.set_day(presenter.changed_on)
        self.changed_on.changed.connect(self._day_typed)
        self.save_button = Button("site_form.save", self.save, kind="primary")
        self.register_button = Button("site_form.save_register", self.register)
        self._lay()
        self.set.refresh()
        about = "" if presenter.new else presenter.record.id
        self.kept_strip.begin(FormKeeper(house.desk, "site_form", about, SiteTyping))
        as_read(self)

    def start(self) -> None:
        """Put the focus on the first field."""
        self.set.focus("name")

    def save(self) -> None:
        self._do_save(register=False)

    def register(self) -> None:
        """Save, and begin the registration."""
        self._do_save(register=True)

    def retell(self) -> None:
        retell_all(self)
        self.set.retell()
        self.set.refresh()
        self.kept_strip.say_again()

    def _do_save(self, *, register: bool) -> None:
        try:
            site = self.presenter.save()
        except DeskError as error:
            at = self.presenter.refuse(error)
            self.set.refresh()
            self.house.refuse(error)
            self.changed_on.refuse(error) if at == "changed_on" else self.set.focus(at)
            return
        self.kept_strip.leave(saved=True)
        self._saved(site.id, register)

    def _cancel(self) -> None:
        self.kept_strip.leave(saved=False)
        self.cancelled()

    def _day_typed(self) -> None:
        self.presenter.changed_on = self.changed_on.day() or self.presenter.changed_on
        self.kept_strip.typed()

    def _typing(self) -> SiteTyping:
        return self.presenter.typing(self.set.unread())

    def _put_back(self, typed: SiteTyping) -> None:
        self.presenter.put_back(typed)
        self.changed_on.set_day(self.presenter.changed_on)
        self.set.refresh()
        self.set.put_unread(typed.unread)

    def _lay(self) -> None:
        new = self.presenter.new
        title = Said("site_form.title_new" if new else "site_form.title_edit", role="title")
        title.setVisible(new)
        card = Card(*self.set.sections(SITE), space=20)
        cancel = Button("site_form.cancel", self._cancel, kind="quiet")
        day = boxed(row(self.changed_on, None))
        day.setVisible(not new)
        foot = row(cancel, None, self.register_button, self.save_button, space=12)
        foot.addWidget(SparingHint("Ctrl+Return"))
        self.register_button.setVisible(new)
        body = scrolled(column(card, day, None))
        below = boxed(foot)
        below.setVisible(self.may_save)
        layout = column(title, self.kept_strip, body, below, space=12)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        for field in self.set.fields.values():
            field.setEnabled(self.may_save)
