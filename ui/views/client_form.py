"""The client form: add or correct one client, with who looks alike standing live beside it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.desk.pictures import LookAlike
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.rights import may
from immtrac_desk.errors import DeskError
from ui.presenters.client_fields import sites_to_choose
from ui.presenters.client_form import SITE, ClientFormPresenter
from ui.presenters.client_typing import ClientTyping, put_back, typing_of
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.sheet_fields import CLIENT, MOTHER, RACE, Asked, Kind, Section
from ui.shell.house import House
from ui.views.contacts import Contacts
from ui.views.field_set import FieldSet
from ui.views.identity import Identity
from ui.views.kept_strip import KeptStrip
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.views.sparing_hint import SparingHint
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.checks import Checks
from ui.widgets.choice import Option
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.pieces import Pieces
from ui.widgets.section import Section as Titled
from ui.widgets.words import Button, Said, plain, retell_all
from ui.wording import tr

MORE = Section(
    "more",
    (
        (
            Asked("client.chart_no"),
            Asked("client.immtrac2_id"),
            Asked("client.language", Kind.CHOICE, options=("en", "es")),
        ),
        (Asked("client.name_as_written"),),
        (Asked("client.contact_opt_out", Kind.TOGGLE),),
        (Asked("client.guardianship_recorded", Kind.TOGGLE),),
    ),
)
WITH_SITE = replace(MORE, rows=((Asked(SITE, Kind.LIST),), *MORE.rows))
Saved = Callable[[Client, bool], object]


class ClientForm(QWidget):
    """`saved(client, begin)`: `begin` is true where a consent is to follow at once."""

    def __init__(
        self,
        house: House,
        presenter: ClientFormPresenter,
        saved: Saved,
        cancelled: Callable[[], object],
    ) -> None:
        super().__init__()
        self.house, self.presenter = house, presenter
        self._saved, self._cancelled = saved, cancelled
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        self._events: Checks | None = None
        self._sought: str | None = None
        """The field that gets the focus once it is there; "" for the first that is empty."""
        self._whole = False
        presenter.changed = self._changed
        self._set = FieldSet(presenter, house.desk.people.parse_date)
        self._pieces = Pieces(self)
        counties = house.desk.people.counties()
        self._set.options["client.address.county"] = tuple(Option(c, c) for c in counties)
        self._set.take_lists(house.desk.book.setting)
        self._offer_sites()
        self.alike = QVBoxLayout()
        self.alike.setSpacing(8)
        self.contacts = Contacts(presenter, lambda: as_read(self))
        self.save_button = Button("client_form.save", self.save, kind="primary")
        self.begin_button = Button("client_form.save_begin", self.begin)
        self.setLayout(self._lay())
        self.refresh()
        about = "" if presenter.is_new else presenter.client.id
        self.kept_strip.begin(FormKeeper(house.desk, "client_form", about, ClientTyping))

    @property
    def set(self) -> FieldSet:
        """All of its fields, also those that were still to come."""
        self._pieces.finish()
        return self._set

    def start(self, named: str = "") -> None:
        """Put the focus on the field that is named, else on the first that is not filled."""
        self._sought = named
        self._seek()

    def _seek(self) -> None:
        """Put the focus where it is to be, as soon as that is there."""
        if self._sought is None:
            return
        field = self._set.fields.get(self._sought)
        if field is None and (not self._sought or self._whole):
            field = self._set.first_empty()
        if field is not None:
            self._sought = None
            field.setFocus()

    def save(self) -> None:
        self._do_save(begin=False)

    def begin(self) -> None:
        """Save, and go on to the consent."""
        self._do_save(begin=True)

    def keep(self) -> None:
        """Lose nothing that is typed here; called before locking, leaving and closing."""
        self.kept_strip.keep()

    def refresh(self) -> None:
        self._set.refresh()
        self.contacts.refresh()
        self._show_alike()
        place = self._set.fields["client.address.county"]
        checked = not self.presenter.client.address.place_from_zip
        place.note(None if checked else lambda: tr.say("consent.from_zip"))
        self.save_button.setEnabled(self.presenter.can_save)
        self.begin_button.setEnabled(self.presenter.can_save)

    def retell(self) -> None:
        retell_all(self)
        self.refresh()
        self.kept_strip.say_again()

    # -- what one was typing here before ---------------------------------------------------

    def _typing(self) -> ClientTyping:
        return typing_of(self.presenter, self._set.unread())

    def _put_back(self, typed: ClientTyping) -> None:
        put_back(typed, self.presenter)
        fields = self.set
        if self._events is not None:
            self._events.set_values(self.presenter.client.disaster_events)
        self.contacts.show_all()
        fields.put_unread(typed.unread)
        self.start()

    def _cancel(self) -> None:
        self.kept_strip.leave(saved=False)
        self._cancelled()

    def _changed(self) -> None:
        self.refresh()
        self.kept_strip.typed()

    def _lay(self) -> QVBoxLayout:
        new = self.presenter.is_new
        title = Said("client_form.title_new" if new else "client_form.title_edit", role="title")
        contacts = Titled("section.contacts", self.contacts)
        self._card = card = Card(self._section(CLIENT), contacts, space=20)
        more = WITH_SITE if SITE in self._set.options else MORE
        pieces = [partial(self._add_section, one) for one in (MOTHER, RACE, more)]
        self._pieces.begin([*pieces, self._add_last])
        side = boxed(column(boxed(self.alike), None))
        side.setMinimumWidth(260)
        body = row(scrolled(column(card, None)), side, space=24, shares=(5, 2))
        cancel = Button("client_form.cancel", self._cancel, kind="quiet")
        foot = row(cancel, None, self.begin_button, SparingHint("Ctrl+N"), space=12)
        foot.addWidget(self.save_button)
        foot.addWidget(SparingHint("Ctrl+Return"))
        layout = column(title, self.kept_strip, body, foot, space=16)
        layout.setStretch(2, 1)
        return layout

    def _offer_sites(self) -> None:
        desk = self.house.desk
        known = desk.roster.organizations()
        sites = sites_to_choose(self.presenter.client, known, desk.today())
        if sites:
            nowhere = Option("", "client_form.no_site")
            self._set.options[SITE] = (nowhere, *(Option(s.id, s.name) for s in sites))

    def _add_section(self, section: Section) -> None:
        part = self._section(section)
        if section.id == MORE.id:
            self._add_events(part)
        self._set.refresh(section.names)
        self._card.add(part)
        part.show()
        self._seek()

    def _add_last(self) -> None:
        """What is seldom wanted; then all of it is there, and Tab goes through it in order."""
        if not self.presenter.is_new:
            self.identity = Identity(self._save_identity)
            self._card.add(self.identity)
            self.identity.show()
        as_read(self)
        self._whole = True
        self._seek()

    def _add_events(self, more: Titled) -> None:
        options = tuple(Option(e.id, e.name) for e in self.house.desk.book.events() if e.name)
        if not options:
            return
        events = Checks("field.client.disaster_events", options, name="client.disaster_events")
        events.set_values(self.presenter.client.disaster_events)
        events.changed.connect(lambda: self.presenter.put_events(events.values()))
        self._events = events
        more.add(events)

    def _save_identity(self, reason: str) -> None:
        client = self.presenter.save_identity(reason)
        self.kept_strip.leave(saved=True)
        self.house.tell(partial(tr.say, "client_room.done"), tone="good")
        self._saved(client, False)

    def _section(self, section: Section) -> Titled:
        return Titled(f"section.{section.id}", *self._set.rows(section))

    def _do_save(self, *, begin: bool) -> None:
        if not self.presenter.can_save:
            self.refresh()
            return
        try:
            client = self.presenter.save()
        except DeskError as error:
            self.house.refuse(error)
            return
        self.kept_strip.leave(saved=True)
        self.house.tell(partial(tr.say, "client_room.saved"), tone="good")
        self._saved(client, begin)

    # -- who looks alike -------------------------------------------------------------------

    def _show_alike(self) -> None:
        empty(self.alike)
        for one in self.presenter.alike:
            self.alike.addWidget(self._alike(one))

    def _alike(self, one: LookAlike) -> QWidget:
        banner = Banner("warn")
        born = tr.short_date(one.match.born_on)
        line = tr.say("client_form.alike_line", name=one.match.name.shown, born=born)
        body = tr.say("client_form.ask_order") if one.ask_birth_order else line
        head = line if one.ask_birth_order else tr.say("client_form.alike")
        parts: list[QWidget] = [banner]
        if one.ask_birth_order:
            parts.append(self._orders())
        open_it = Button(
            "client_form.alike_open", lambda: self.house.go("client", client_id=one.match.id)
        )
        buttons = row(open_it, None, space=8)
        mergeable = not one.ask_birth_order and not self.presenter.is_new
        if mergeable and may(self.house.desk.actor.role, "merge"):
            buttons.insertWidget(1, Button("client_form.alike_merge", lambda: self._merge(one)))
        box = boxed(column(*parts, boxed(buttons), space=8))
        banner.tell(head, body)
        return box

    def _orders(self) -> QWidget:
        """Twins: which was born first, second, third; or not a twin at all."""
        line = row(plain(tr.say("field.client.birth_order"), role="label"), space=4)
        for order in (1, 2, 3):
            button = Button("", partial(self.presenter.put_birth_order, order), kind="toggle")
            button.show_text(str(order))
            button.setAccessibleName(f"{tr.say('field.client.birth_order')} {order}")
            button.setCheckable(True)
            button.setChecked(self.presenter.client.birth_order == order)
            line.addWidget(button)
        none = Button(
            "client_form.no_order", lambda: self.presenter.put_birth_order(None), kind="toggle"
        )
        line.addWidget(none)
        line.addStretch(1)
        return boxed(line)

    def _merge(self, one: LookAlike) -> None:
        self.house.go(
            "client", client_id=self.presenter.client.id, form="merge", other_id=one.match.id
        )
