"""The fields of one form, in cards, with what stands in the way said beneath them."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.consent import ConsentPresenter
from ui.presenters.consent_words import finding_words, turning_words
from ui.presenters.paper import Paper
from ui.presenters.sheet_fields import Section, sections
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

AT_ONCE = 3
"""Rows of fields that are built in one turn: each takes its time, and keys are heard between."""
PLACE = ("client.address.city", "client.address.county")
"""What a ZIP fills in; somebody looks at it."""
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
        self.asked = sections(consent.draft.form, consent.minor)
        self.parts = [Titled(f"section.{one.id}") for one in self.asked]
        self._later = deque(_pieces(self.parts, self.asked))
        self._told: object = None
        self._cramped = False
        self.strips = QVBoxLayout()
        self.strips.setSpacing(8)
        self.more_strips = QVBoxLayout()
        self.more_strips.setSpacing(8)
        self._card = Card(self.who, space=18)
        self._put_next()
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
        if wanted.isdisjoint(head | self.set.fields):
            if all(wanted.isdisjoint(piece.names) for _, piece in self._later):
                return False
            self.complete()
        for name, field in (head | self.set.fields).items():
            if name in wanted:
                field.setFocus()
                return True
        return False

    def complete(self) -> None:
        """Put in every row that is not there yet."""
        while self._later:
            self.grow()

    def to_come(self) -> list[Callable[[], None]]:
        """What is still to be put in, a piece for each turn of the loop."""
        return [self.grow] * len(self._later)

    def grow(self) -> None:
        """Put in the next rows, filled in, if any are to come."""
        if self._later:
            self.set.refresh(self._put_next())
            self._place()

    def _put_next(self) -> frozenset[str]:
        part, piece = self._later.popleft()
        rows = self.set.rows(piece)
        if PLACE[1] in piece.names:
            self.accept = Button("consent.accept_place", self.consent.accept_place, kind="link")
            rows.append(boxed(row(self.accept, None)))
        part.add(*rows)
        if not self._card.isAncestorOf(part):
            self._card.add(part)
        for shown in (part, *rows):
            shown.show()  # now, not with the next turn: it may be about to get the focus
        return piece.names

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

    def _options(self) -> None:
        desk = self.consent.desk
        counties = desk.people.counties()
        self.set.options["client.address.county"] = tuple(Option(c, c) for c in counties)
        self.set.take_lists(self.consent.desk.book.setting)
        events = desk.book.events()
        self.set.options["event_id"] = tuple(Option(e.id, e.name) for e in events)

    def _place(self) -> None:
        """City and county from the ZIP are marked until somebody looked."""
        if PLACE[1] not in self.set.fields:
            return
        proposed = self.consent.draft.client.address.place_from_zip
        note = (lambda: tr.say("consent.from_zip")) if proposed else None
        for name in PLACE:
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
        shown = shown.union(*(one.names for one in self.asked))
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


def _pieces(parts: Sequence[Titled], asked: Sequence[Section]) -> Iterator[tuple[Titled, Section]]:
    """Each section with its rows, in pieces of so many rows as are built in one turn."""
    for part, section in zip(parts, asked, strict=True):
        for at in range(0, len(section.rows), AT_ONCE):
            yield part, replace(section, rows=section.rows[at : at + AT_ONCE])
