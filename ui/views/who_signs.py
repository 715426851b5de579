"""Who signs: somebody on file in one press, or a name and as what; the law answers beside it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.words import MaySign
from ui.presenters.consent import ConsentPresenter
from ui.presenters.consent_words import needs_words, signer_words
from ui.presenters.sheet_fields import Asked, Kind, Section
from ui.presenters.signers import KnownSigner, capacities, on_file
from ui.presenters.telling import shortened
from ui.views.field_row import FieldRow
from ui.views.field_set import FieldSet
from ui.widgets.banner import Banner
from ui.widgets.choice import Option
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column
from ui.widgets.pick import Pick
from ui.widgets.section import Section as Titled
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

PAPER = Section(
    "paper",
    (
        (Asked("paper.seen", Kind.TOGGLE), Asked("paper.what")),
        (Asked("paper.county"), Asked("paper.cause_no")),
    ),
)


class WhoSigns(Titled):
    """The first card of the screen."""

    def __init__(
        self, consent: ConsentPresenter, fields: FieldSet, refer: Callable[[], object]
    ) -> None:
        super().__init__("section.who")
        self.consent, self.fields = consent, fields
        self.known = QWidget()
        self._chips = Flow(self.known, gap=8)
        self.name = fields.text(Asked("signer.name"))
        self.who = Pick("field.signer.who", name="signer.who")
        self.who.changed.connect(lambda: consent.choose_capacity(str(self.who.value())))
        self.relation = fields.text(Asked("signer.relation"))
        fields.fields |= {"signer.name": self.name, "signer.relation": self.relation}
        self.verdict = Banner("warn")
        self._words = ("", "", "")
        self.refer = self.verdict.add_action("consent.refer", refer)
        self.needs = Said("consent.paper.title", role="strong")
        self.needed = plain(role="muted")
        self.paper = boxed(column(self.needs, self.needed, *fields.rows(PAPER), space=8))
        self._lay()
        self._offer_known()

    def refresh(self) -> None:
        """Show who signs as the draft has it, and what the law says of them."""
        minor = self.consent.minor
        lines = tuple(Option(c.id, f"signs_as.{c.id}") for c in capacities(minor))
        if lines != self.who._options:
            self.who.offer(lines)
        self.who.set_value(self.consent.capacity)
        told = bool(signer_words(self.consent, tr)[0])
        self.who.show_findings(() if told else self.consent.findings("signer.who"))
        words = signer_words(self.consent, tr)
        if words != self._words:
            self._words = words
            self.verdict.tell(words[0], tone=words[1] or "warn", source=words[2])
        verdict = self.consent.assessment.signer
        self.refer.setVisible(verdict is not None and verdict.may is MaySign.REFER)
        needs = needs_words(self.consent, tr)
        self.needed.setText(needs)
        self.paper.setVisible(bool(needs))
        self._check_name()

    def retell(self) -> None:
        self.heading.retell()

    def _check_name(self) -> None:
        """E25: a name that is not on file is asked about, not refused."""
        known = on_file(self.consent.draft.signer_name, self.consent.responsible)
        quiet = known or not self.consent.minor
        assert isinstance(self.name, Field)
        self.name.note(None if quiet else lambda: tr.say("consent.not_on_file"))

    def _lay(self) -> None:
        self.add(self.known)
        line = FieldRow()
        for field, share in ((self.name, 4), (self.who, 5), (self.relation, 3)):
            line.line.addWidget(field, share)
        self.add(line)
        self.add(self.verdict, self.paper)

    def _offer_known(self) -> None:
        known = [k for k in self.consent.known_signers() if k.name]
        self.known.setVisible(bool(known))
        for one in known[:4]:
            chip = _Chip(one, partial(self.consent.choose_known, one))
            chip.setMinimumWidth(1)
            self._chips.addWidget(chip)


class _Chip(Button):
    """Somebody on file: the name, and as what in the language in force."""

    def __init__(self, one: KnownSigner, press: Callable[[], object]) -> None:
        self._one = one
        super().__init__("", press, kind="toggle")

    def retell(self) -> None:
        words = self._one.name
        if self._one.capacity:
            words = f"{words} · {tr.say(f'signs_as.{self._one.capacity}')}"
        self.show_text(shortened(words, 48))
        self.setAccessibleName(words)
