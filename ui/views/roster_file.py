"""One person of a site: what is known, roles, training, account, and the acts for each."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.domain.rights import may
from ui.presenters import roster_words as words
from ui.presenters.roster_acts import SiteAbout
from ui.presenters.roster_left import left_says
from ui.presenters.why import law_words
from ui.shell.house import House
from ui.views.agreement_cards import WhyLine
from ui.views.agreement_page import holds_focus
from ui.views.fact_list import FactList
from ui.views.form_in_place import FormInPlace
from ui.views.narrowing import scrolled
from ui.views.over_cards import OverCards
from ui.views.reading_order import as_read
from ui.views.roster_act import SiteActForm
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.desk.agreement_pictures import PersonFile, RoleLine


class PersonPane(QWidget):
    """`changed` is called after an act; `correct` opens the form of whoever is shown."""

    def __init__(
        self, house: House, changed: Callable[[], object], correct: Callable[[], object]
    ) -> None:
        super().__init__()
        self.house, self._changed, self._correct = house, changed, correct
        self.file: PersonFile | None = None
        self.site = OrganizationId("")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.over = OverCards(house)
        self._told = boxed(self._cards)
        self._area = scrolled(column(self.over, self._told, None, space=12))
        self.setLayout(column(self._area))

    @property
    def form(self) -> FormInPlace | None:
        """The small form that is open."""
        return self.over.form

    @property
    def may_manage(self) -> bool:
        return may(self.house.desk.actor.role, "manage_roster")

    def show_person(self, person: PersonId, site: OrganizationId) -> None:
        """Read and show somebody; a small form that is open stays."""
        held = holds_focus(self._told)
        if self.file is None or self.file.person.id != person:
            self._area.verticalScrollBar().setValue(0)
        self.site = site
        self.file = self.house.desk.roster.person_file(person)
        empty(self._cards)
        for card in (self._head(), self._roles(), self._training(), self._files()):
            self._cards.addWidget(card)
        as_read(self)
        if held:
            self.start()

    def start(self) -> None:
        """Put the focus on the first act."""
        first = self._told.findChild(Button)
        if first is not None:
            first.setFocus()

    def clear(self) -> None:
        """Show nobody."""
        self.over.fold()
        empty(self._cards)
        self.file = None

    def give_role(self) -> None:
        """Open the small form that gives a role."""
        self._open("give_role")

    # -- acts ------------------------------------------------------------------------------

    def _open(self, act_id: str, line: "RoleLine | None" = None) -> None:
        assert self.file is not None
        person = self.file.person
        about = SiteAbout(site=self.site, person=person.id)
        facts: dict[str, object] = {"who": person.shown}
        more: tuple[str, ...] = ()
        if line is not None:
            about = replace(about, site=line.organization.id, role=line.held.id)
            facts["what"] = self._called(line)
        if act_id == "left":
            facts["roles"], more = left_says(self.file, self._called, tr)
        form = SiteActForm(self.house, act_id, about, self._done, self._folded, more, **facts)
        self.over.open(form, self._area)

    def _came_back(self) -> None:
        assert self.file is not None
        person = replace(self.file.person, left_on=None)
        self.house.desk.roster.save_person(person, person.email)
        self._changed()

    def _done(self) -> None:
        self.over.fold()
        self.house.tell(tr.say("agreement_room.done"), tone="good")
        self._changed()
        self.start()
        self.house.acts_changed()

    def _folded(self) -> None:
        self.over.fold()
        self.start()
        self.house.acts_changed()

    def _links(self, *acts: tuple[str, Callable[[], object]], kind: str = "plain") -> QWidget:
        box = QWidget()
        flow = Flow(box, gap=8, row_gap=8)
        for code, press in acts if self.may_manage else ():
            flow.addWidget(Button(code, press, kind=kind))
        if not self.may_manage:
            box.hide()
        return box

    # -- cards -----------------------------------------------------------------------------

    def _head(self) -> QWidget:
        file = self.file
        assert file is not None
        person = file.person
        name = plain(" · ".join(p for p in (person.shown, person.title) if p), role="section")
        facts = FactList()
        facts.tell(words.person_facts(person, tr))
        back = ("roster.came_back", self._came_back)
        left = ("roster.left", partial(self._open, "left"))
        acts = self._links(
            ("roster.correct", self._correct), back if person.left_on is not None else left
        )
        return Card(name, acts, facts)

    def _roles(self) -> QWidget:
        assert self.file is not None
        card = Card(Said("roster.roles", role="section"), space=8)
        for line in self.file.roles:
            card.add(self._role(line))
        if not self.file.roles:
            card.add(Said("roster.roles_none", role="muted"))
        if self.file.person.left_on is None:
            card.add(self._links(("roster.give_role", self.give_role)))
        return card

    def _called(self, line: "RoleLine") -> str:
        """The role as a site of that kind calls it."""
        label = self.house.desk.roster.signer_label(line.organization)
        return words.role_words(line.held.role, tr, label)

    def _role(self, line: "RoleLine") -> QWidget:
        role, site = self._called(line), line.organization
        if site.id != self.site:
            role = tr.say("roster.at_site", role=role, site=site.name)
        said = column(plain(role), plain(words.held_words(line.held, tr), role="caption"), space=0)
        parts: list[QWidget] = [boxed(said)]
        acts = ["take_back"] if line.held.until_on is not None else ["end_role", "take_back"]
        for act in acts if self.may_manage else ():
            button = Button(f"roster.{act}", partial(self._open, act, line), kind="link")
            button.setAccessibleName(f"{button.text()}: {role}")
            parts.append(button)
        return boxed(row(*parts, shares=(1,)))

    def _training(self) -> QWidget:
        file = self.file
        assert file is not None
        desk, verdict = self.house.desk, file.training
        tone = words.TRAINING_TONES[verdict.state]
        pill = StatusPill(words.training_words(verdict, tr), tone)
        card = Card(Said("roster.trainings", role="section"), row(pill, None), space=8)
        law = law_words(desk, verdict.row, tr)
        card.add(WhyLine(tr.say("training_kind.hb300"), "", law))
        for training in file.trainings:
            card.add(
                plain(
                    words.training_line(training, file.kept_until[training.id], tr), role="caption"
                )
            )
        if not file.trainings:
            card.add(Said("roster.trainings_none", role="muted"))
        card.add(self._links(("roster.note_training", partial(self._open, "training"))))
        account = StatusPill(
            words.account_words(file.account, tr), words.ACCOUNT_TONES[file.account]
        )
        card.add(row(Said("roster.account_title", role="strong"), account, None))
        made = ("roster.account_made", partial(self._open, "account_made"))
        disabled = ("roster.account_disabled", partial(self._open, "account_disabled"))
        offered = {"active": (disabled,), "disable": (disabled,), "unnoted": (made, disabled)}
        card.add(self._links(*offered.get(file.account, (made,))))
        return card

    def _files(self) -> QWidget:
        assert self.file is not None
        card = Card(Said("roster.files", role="section"), space=8)
        for file in self.file.files:
            on = tr.short_date(file.attached_at.astimezone(self.house.now().tzinfo))
            what = tr.say(f"roster_file.{file.what}")
            card.add(plain(tr.say("roster.file", what=what, on=on)))
        if not self.file.files:
            card.add(Said("roster.files_none", role="muted"))
        card.add(self._links(("roster.statement", partial(self._open, "statement"))))
        return card
