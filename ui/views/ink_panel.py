"""Wet ink: the sheet was printed; when it comes back signed, the clerk says what it says."""

from collections.abc import Callable

from immtrac_desk.domain.words import CHOICES
from immtrac_desk.domain.words import Choice as Chosen
from immtrac_desk.errors import InputError
from ui.presenters import telling
from ui.presenters.consent import ConsentPresenter
from ui.presenters.paper import Paper
from ui.views.file_pick import FilePick
from ui.widgets.card import Card
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.layouts import boxed, row
from ui.widgets.words import Button, Said, plain
from ui.wording import tr


class InkPanel(Card):
    """Day signed, who of the staff saw it, what is ticked, perhaps a scan."""

    def __init__(self, paper: Paper, signed: Callable[[], object]) -> None:
        super().__init__()
        self.paper, self._signed = paper, signed
        consent = paper.consent
        self.says = plain(role="muted")
        self.on = DateField(
            "consent.ink.signed_on", consent.desk.people.parse_date, name="signed_on"
        )
        self.seen_by = Field("consent.ink.seen_by", name="seen_by")
        choices = CHOICES[consent.draft.form]
        options = tuple(Option(c.value, f"option.choice.{c.value}") for c in choices)
        self.choice = Choice("consent.ink.choice", options, name="choice")
        self.scan = FilePick("consent.ink.scan")
        self.done = Button("consent.ink.done", self.sign)
        self.add(Said("consent.ink.title", role="section"), self.says)
        self.add(boxed(row(self.on, self.seen_by, shares=(2, 3))), self.choice, self.scan)
        self.add(boxed(row(None, self.done)))
        self.on.set_day(consent.desk.today())
        self.seen_by.set_value(consent.desk.actor.name)

    @staticmethod
    def wanted(consent: ConsentPresenter) -> bool:
        """Whether there is a printed sheet that may come back."""
        return consent.printed is not None

    def start(self) -> None:
        self.choice.setFocus()

    def refresh(self) -> None:
        """Shown once something was printed; a stale print says so."""
        printed = self.paper.consent.printed
        self.setVisible(printed is not None)
        if printed is None:
            return
        at = telling.moment_words(printed.printed_at, self.paper.desk.now(), tr)
        stale = self.paper.stale
        self.says.setText(
            tr.say("consent.ink.stale") if stale else tr.say("consent.ink.says", at=at)
        )
        self.done.setEnabled(not stale)

    def sign(self) -> None:
        """Take down what the paper says; the first thing that is missing says so itself."""
        day, choice, seen_by = self.on.day(), self.choice.value(), self.seen_by.text().strip()
        needed = {"signed_on": day, "choice": choice, "seen_by": seen_by}
        fields = {"signed_on": self.on, "choice": self.choice, "seen_by": self.seen_by}
        for name, value in needed.items():
            if not value:
                fields[name].refuse(InputError("act_form.needed", name))
                fields[name].setFocus()
                return
        assert day is not None
        self.paper.sign_in_ink(day, seen_by, Chosen(choice), self.scan.data())
        self._signed()
