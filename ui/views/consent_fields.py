"""The fields of one form, in cards, with what stands in the way said beneath them."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.consent import ConsentPresenter
from ui.presenters.consent_words import finding_words, turning_words
from ui.presenters.paper import Paper
from ui.presenters.sheet_fields import sections
from ui.views.field_set import FieldSet
from ui.views.ink_panel import InkPanel
from ui.views.narrowing import scrolled
from ui.views.override_panel import OverridePanel
from ui.views.who_signs import WhoSigns
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.choice import Option
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.section import Section as Titled
from ui.widgets.text_area import TextArea
from ui.widgets.words import Button, Said, retell_all
from ui.wording import tr

AT_ONCE = 1
"""Sections that are put in at once: more are not in sight, and styling them takes its time."""
PINNED = 2
"""Strips that stay in sight whatever the form scrolls; the others stand beneath it."""


class ConsentFields(QWidget):
    """Built anew for each form; `refresh` follows the draft."""

    def __init__(
        self,
        consent: ConsentPresenter,
        paper: Paper,
        refer: Callable[[], object],
        note_search: Callable[[], object],
    ) -> None:
        super().__init__()
        self._note_search = note_search
        self.consent, self.paper = consent, paper
        self.set = FieldSet(consent, consent.desk.people.parse_date)
        self._options()
        self.who = WhoSigns(consent, self.set, refer)
        self.parts = [
            Titled(f"section.{one.id}", *self.set.rows(one))
            for one in sections(consent.draft.form, consent.minor)
        ]
        self.accept = Button("consent.accept_place", consent.accept_place, kind="link")
        self._told: object = None
        self._cramped = False
        self.strips = QVBoxLayout()
        self.strips.setSpacing(8)
        self.more_strips = QVBoxLayout()
        self.more_strips.setSpacing(8)
        self._card = self._sections()
        self._later: list[QWidget] = [*self.parts[AT_ONCE:]]
        self._more = boxed(self.more_strips)
        self.inner = column(*self._replacement(), self._card, self._more, None, space=12)
        self.inner.setContentsMargins(0, 0, 8, 8)
        self.area = scrolled(self.inner)
        layout = column(self.area, boxed(self.strips), space=8)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def start(self) -> bool:
        """Put the focus on the first thing that is wrong or missing; False where nothing is."""
        if self.consent.printed is not None and not self.consent.signed:
            self.ink.start()
            return True
        wrong = {f.field for f in self.consent.assessment.errors}
        wanted = wrong | set(self.consent.problems) | set(self.consent.missing())
        head = {"signer.name": self.who.name, "signer.who": self.who.who}
        for name, field in (head | self.set.fields).items():
            if name in wanted:
                if not self.isAncestorOf(field):
                    self.complete()
                field.setFocus()
                return True
        return False

    def complete(self) -> None:
        """Put in the sections that are out of sight at first, if that was not done yet."""
        later, self._later = self._later, []
        self._card.add(*later)
        for part in later:
            part.show()  # now, not with the next turn: it may be about to get the focus

    def refresh(self) -> None:
        self.set.refresh()
        self.who.refresh()
        self._place()
        if OverridePanel.wanted(self.consent) or "override" in self.__dict__:
            self.override.refresh()
        if InkPanel.wanted(self.consent) or "ink" in self.__dict__:
            self.ink.refresh()
        self._show_strips()

    def cramp(self, cramped: bool) -> None:
        """Where room is scarce, what stands in the way scrolls with the fields."""
        if cramped is not self._cramped:
            self._cramped = cramped
            self._show_strips()

    def retell(self) -> None:
        self.complete()
        retell_all(self)
        self.refresh()

    # Made when first wanted: most forms are signed on the screen, and nothing stands in the way.

    @cached_property
    def override(self) -> OverridePanel:
        panel = OverridePanel(self.consent)
        self.inner.insertWidget(self.inner.indexOf(self._card) + 1, panel)
        return panel

    @cached_property
    def ink(self) -> InkPanel:
        panel = InkPanel(self.paper, lambda: None)
        self.inner.insertWidget(self.inner.indexOf(self._more), panel)
        return panel

    def _sections(self) -> Card:
        """Who signs, and the first section; the others wait for `complete`."""
        card = Card(self.who, *self.parts[:AT_ONCE], space=18)
        where = next(p for p in self.parts if "client.address.county" in _names(p))
        where.column.addWidget(boxed(row(self.accept, None)))
        return card

    def _options(self) -> None:
        desk = self.consent.desk
        counties = desk.people.counties()
        self.set.options["client.address.county"] = tuple(Option(c, c) for c in counties)
        self.set.take_lists(self.consent.desk.book.setting)
        events = desk.book.events()
        self.set.options["event_id"] = tuple(Option(e.id, e.name) for e in events)

    def _place(self) -> None:
        """City and county from the ZIP are marked until somebody looked."""
        proposed = self.consent.draft.client.address.place_from_zip
        note = (lambda: tr.say("consent.from_zip")) if proposed else None
        for name in ("client.address.city", "client.address.county"):
            self.set.fields[name].note(note)
        self.accept.setVisible(proposed)

    def _replacement(self) -> tuple[QWidget, ...]:
        """A second consent is only ever a replacement, with its reason (DT-6.3)."""
        if self.consent.draft.replaces is None:
            return ()
        reason = TextArea("field.replacement_reason", name="replacement_reason", lines=2)
        reason.set_text(self.consent.draft.replacement_reason)
        reason.changed.connect(lambda: self.consent.put("replacement_reason", reason.text()))
        title = Said("consent.replace.title", role="section")
        return (Card(title, Said("consent.replace.says", role="muted"), reason),)

    def _show_strips(self) -> None:
        shown = self.set.names() | {"signer.who", "choice", "scope"}
        findings = self.consent.loose(shown)
        turning = turning_words(self.consent, tr)
        told = (findings, turning, tr.language, self._cramped)
        if told == self._told:
            return
        self._told = told
        empty(self.strips)
        empty(self.more_strips)
        pinned = 0 if self._cramped else PINNED
        lines = [(f.field, *finding_words(f, self.consent.desk, tr)) for f in findings]
        if turning:
            errors = sum(tone == "bad" for _, _, tone, _ in lines)
            lines.insert(errors, ("", turning, "warn", ""))
        for index, (field, sentence, tone, law) in enumerate(lines):
            banner = Banner(tone)
            (self.strips if index < pinned else self.more_strips).addWidget(banner)
            banner.tell("", sentence, source=law)
            if field == "search":
                banner.add_action("consent.note_search", self._note_search)


def _names(part: QWidget) -> set[str]:
    return {getattr(child, "name", "") for child in part.findChildren(QWidget)}
