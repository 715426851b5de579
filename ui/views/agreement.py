"""The Agreement room: one site at a time, its agreement, people, lists and record; or all sites."""

from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.rights import may
from ui.presenters.agreement_words import under_name
from ui.presenters.telling import shortened
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.agreement_empty import EmptyPage
from ui.views.agreement_enter import EnterPage
from ui.views.agreement_page import AgreementPage
from ui.views.agreement_sites import SitesPage
from ui.views.agreement_standing import StandingPage
from ui.views.roster import RosterPage
from ui.views.roster_lists import ListsPage
from ui.views.site_form import SitePage
from ui.widgets.choice import Option
from ui.widgets.layouts import boxed, column, row
from ui.widgets.segments import Segments
from ui.widgets.words import Button, plain
from ui.wording import tr

SECTIONS = ("standing", "people", "lists", "site")
ACTS = {
    "agreement_people": "people",
    "agreement_lists": "lists",
    "agreement_site": "site",
    "sites": "sites",
    "add_person": "people",
}
PAGES: dict[str, type[AgreementPage]] = {
    "empty": EmptyPage,
    "sites": SitesPage,
    "enter": EnterPage,
    "standing": StandingPage,
    "people": RosterPage,
    "lists": ListsPage,
    "site": SitePage,
}
NO_SITE = OrganizationId("")


class AgreementView(Room):
    """`open(organization_id=..., section=...)`; without a site, the only one or the list of all."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.site = NO_SITE
        self.section = ""
        self.pages: dict[str, AgreementPage] = {}
        self._sites: dict[OrganizationId, Organization] = {}
        self.stack = QStackedWidget()
        self.all = Button("agreement_room.all", lambda: self.turn("sites"), kind="link")
        self.duties = Button("agreement_room.duties", lambda: house.go("duties"), kind="link")
        self.name, self.under = plain(role="title"), plain(role="muted")
        for label in (self.name, self.under):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        options = tuple(Option(one, f"agreement_room.section.{one}") for one in SECTIONS)
        self.parts = Segments("agreement_room.sections", options, wraps=True)
        self.parts.picked.connect(self.turn)
        words = boxed(column(self.name, self.under, space=2))
        doors = column(self.all, self.duties, None, space=0)
        for door in (self.all, self.duties):
            doors.setAlignment(door, Qt.AlignmentFlag.AlignRight)
        top = row(words, boxed(doors), space=16, shares=(1,))
        self._head = boxed(column(top, self.parts, space=8))
        self.column.setSpacing(12)
        self.column.addWidget(self._head)
        self.column.addWidget(self.stack, 1)

    # -- the room --------------------------------------------------------------------------

    def open(self, **about: object) -> None:
        """`organization_id`, `section` (or an act of the table), `person_id`."""
        self._read_sites()
        act = str(about.pop("act", "") or "")
        section = str(about.pop("section", "") or ACTS.get(act, ""))
        asked = about.pop("organization_id", None)
        if asked is not None:
            self.site = OrganizationId(str(asked))
        if act == "add_person":
            about["add"] = True
        self._enter(section, about)

    def title(self) -> str:
        return tr.say("agreement_room.title")

    @property
    def page(self) -> AgreementPage:
        """The page that is shown."""
        return self.pages[self.section]

    def turn(self, section: str, **about: object) -> None:
        """Show another part; `organization_id` turns to another site."""
        if self.section:
            self.page.keep()
        asked = about.pop("organization_id", None)
        if asked is not None:
            self.site = OrganizationId(str(asked))
        self._enter(section, about)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if not self.section:
            return {}
        acts: dict[str, Callable[[], object]] = {}
        if self.site in self._sites:
            acts = {act: self._turner(part) for act, part in ACTS.items() if part != "sites"}
            acts["add_person"] = lambda: self.turn("people", add=True)
        if not self._may_manage():
            acts.pop("add_person", None)
        return {**acts, **self.page.handlers()}

    def keep(self) -> None:
        if self.section:
            self.page.keep()

    def refresh(self, changes: Changes) -> None:
        if changes.organizations or changes.settings:
            self._read_sites()
            if self.section:
                self._tell_head()
                self.page.read()

    def retell(self) -> None:
        super().retell()
        if self.section:
            self._tell_head()
            self.page.retell()

    # -- which page ------------------------------------------------------------------------

    def _enter(self, section: str, about: dict[str, object]) -> None:
        section = self._allowed(section)
        if section not in self.pages:
            self.pages[section] = PAGES[section](self.house, self)
            self.stack.addWidget(self.pages[section])
        self.section = section
        self.parts.set_value(section)
        new = about.get("new") or about.get("below")
        site = NO_SITE if new else self.site
        self.page.show_site(site, **about)
        self._tell_head()
        self.stack.setCurrentWidget(self.page)
        self.page.start()
        self.house.acts_changed()

    def _allowed(self, section: str) -> str:
        """The page for what was asked, where it can be shown."""
        if section in ("enter", "sites") or (section == "site" and not self._sites):
            return section
        if not self._sites:
            return "empty"
        if self.site not in self._sites:
            if len(self._sites) > 1:
                return "sites" if section != "site" else section
            self.site = next(iter(self._sites))
        return section if section in SECTIONS else "standing"

    def _turner(self, part: str) -> Callable[[], None]:
        return lambda: self.turn(part)

    def _may_manage(self) -> bool:
        return may(self.house.desk.actor.role, "manage_roster")

    def _read_sites(self) -> None:
        self._sites = {one.id: one for one in self.house.desk.roster.organizations()}

    def _tell_head(self) -> None:
        """Say which site this is about; the list of all and a blank form stand without a head."""
        site = self._sites.get(self.site)
        about_one = self.section in SECTIONS and site is not None and not self._blank()
        self._head.setVisible(about_one)
        self.all.setVisible(len(self._sites) > 1)
        if site is None or not about_one:
            return
        parent = self._sites[site.parent_id].name if site.parent_id in self._sites else ""
        self.name.setText(shortened(site.name, 60) or "…")
        self.name.setToolTip(f"<qt>{escape(site.name)}</qt>")  # a name is never read as markup
        self.under.setText(under_name(site, parent, tr))

    def _blank(self) -> bool:
        return self.section == "site" and self.page.site == NO_SITE
