"""The record of an organization: every field the registry asks, checked beside it, saved once."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.rights import may
from immtrac_desk.errors import DeskError
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.site_fields import SITE
from ui.presenters.site_form import SiteFormPresenter, SiteTyping
from ui.shell.house import House
from ui.views.act_editors import put_line
from ui.views.agreement_page import AgreementPage, Turns
from ui.views.kept_strip import KeptStrip
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.views.site_set import SiteSet
from ui.views.sparing_hint import SparingHint
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pieces import Pieces
from ui.widgets.words import Button, Said, retell_all
from ui.wording import tr

AT_ONCE = 2
"""Sections that are laid before the page is seen; the others a moment later."""


class SitePage(AgreementPage):
    """Shows the record of one site; without a site, a blank one to be registered."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__(house, room)
        self.form = SiteForm(house, self._saved, self._cancelled)
        self.setLayout(column(self.form))

    def show_site(self, site: OrganizationId, **about: object) -> None:
        super().show_site(site)
        roster = self.house.desk.roster
        below = OrganizationId(str(about.get("below", "") or ""))
        record = roster.organization(site) if site else roster.new_organization()
        if below:
            record = replace(record, parent_id=below)
        self.form.begin(SiteFormPresenter(self.house.desk, record, new=not site))

    def start(self) -> None:
        self.form.start()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if not self.form.may_save:
            return {}
        return {"record": self.form.save, "keep": self.form.save}

    def keep(self) -> None:
        self.form.kept_strip.keep()

    def retell(self) -> None:
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


class SiteForm(QWidget):
    """Built once; `begin` puts a record into it. `saved(id, register)`: `register` is true where
    an application is to follow at once."""

    def __init__(
        self,
        house: House,
        saved: Callable[[OrganizationId, bool], object],
        cancelled: Callable[[], object],
    ) -> None:
        super().__init__()
        self.house = house
        self._saved, self._cancelled = saved, cancelled
        self.presenter = SiteFormPresenter(
            house.desk, house.desk.roster.new_organization(), new=True
        )
        self.may_save = may(house.desk.actor.role, "manage_agreement")
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        parse = house.desk.people.parse_date
        self.set = SiteSet(self.presenter, parse, lambda name: self.presenter.options(name, tr))
        self.changed_on = DateField("site_form.changed_on", parse, name="changed_on")
        self.changed_on.changed.connect(self._day_typed)
        self.title = Said("site_form.title_new", role="title")
        self.save_button = Button("site_form.save", self.save, kind="primary")
        self.register_button = Button("site_form.save_register", self.register)
        self._later = [*self.set.sections(SITE)]
        self._pieces = Pieces(self)
        self._lay()

    def begin(self, presenter: SiteFormPresenter) -> None:
        """Show the record of this presenter."""
        self.presenter = self.set.presenter = presenter
        presenter.changed = self.kept_strip.typed
        self.changed_on.set_day(presenter.changed_on)
        for widget, shown in (
            (self.title, presenter.new),
            (self.register_button, presenter.new),
            (self.changed_on, not presenter.new),
        ):
            widget.setVisible(shown)
        self.set.retell()
        self.set.refresh()
        about = "" if presenter.new else presenter.record.id
        self.kept_strip.begin(FormKeeper(self.house.desk, "site_form", about, SiteTyping))
        self._pieces.begin([self._lay_next] * len(self._later))

    def start(self) -> None:
        """Put the focus on the first field."""
        self.set.focus("name")

    def save(self) -> None:
        self._do_save(register=False)

    def register(self) -> None:
        """Save, and begin the registration."""
        self._do_save(register=True)

    def retell(self) -> None:
        self._pieces.finish()
        retell_all(self)
        self.set.retell()
        self.set.refresh()
        self.kept_strip.say_again()

    def lay_rest(self) -> None:
        """Lay the sections further down now, those that are not there yet."""
        self._pieces.finish()

    def _lay_next(self) -> None:
        if self._later:
            section = self._later.pop(0)
            self._card.add(section)
            section.show()
            if not self._later:
                as_read(self)

    def _do_save(self, *, register: bool) -> None:
        self.lay_rest()
        try:
            self.set.need_days()
            self.presenter.changed_on = self.changed_on.need_day() or self.house.today()
            site = self.presenter.save()
        except DeskError as error:
            at = self.presenter.refuse(error)
            self.set.refresh()
            self.house.refuse(error)
            if at == "changed_on":
                self.changed_on.refuse(error)
                self.changed_on.setFocus()
            self.set.focus(at)
            return
        self.kept_strip.leave(saved=True)
        self._saved(site.id, register)

    def _cancel(self) -> None:
        self.kept_strip.leave(saved=False)
        self._cancelled()

    def _day_typed(self) -> None:
        self.presenter.changed_on = self.changed_on.day() or self.house.today()
        self.kept_strip.typed()

    def _typing(self) -> SiteTyping:
        half = {"changed_on": self.changed_on.text()} if self.changed_on.unread() else {}
        return self.presenter.typing({**self.set.unread(), **half})

    def _put_back(self, typed: SiteTyping) -> None:
        self.lay_rest()
        self.presenter.put_back(typed)
        self.changed_on.set_day(self.presenter.changed_on)
        if "changed_on" in typed.unread:
            put_line(self.changed_on, typed.unread["changed_on"])
        self.set.refresh()
        self.set.put_unread(typed.unread)

    def _lay(self) -> None:
        first, self._later = self._later[:AT_ONCE], self._later[AT_ONCE:]
        self._card = Card(*first, space=20)
        cancel = Button("site_form.cancel", self._cancel, kind="quiet")
        foot = row(cancel, None, self.register_button, self.save_button, space=12)
        foot.addWidget(SparingHint("Ctrl+Return"))
        below = boxed(foot)
        if not self.may_save:
            below.hide()
        body = scrolled(column(self._card, row(self.changed_on, None), None))
        layout = column(self.title, self.kept_strip, body, below, space=12)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        for field in self.set.fields.values():
            field.setEnabled(self.may_save)
