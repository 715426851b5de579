"""The supervisor's override: a reason and what was seen; it stands out in the history."""

from immtrac_desk.errors import InputError
from ui.presenters.consent import ConsentPresenter
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.layouts import boxed, row
from ui.widgets.words import Button, Said, plain
from ui.wording import tr


class OverridePanel(Card):
    """Shown to a supervisor while something stands in the way that may be overridden."""

    def __init__(self, consent: ConsentPresenter) -> None:
        super().__init__()
        self.consent = consent
        self.reason = Field("consent.override.reason", name="override.reason")
        self.seen = Field("consent.override.seen", name="override.seen")
        self.given = plain(role="strong")
        self.set = Button("consent.override.set", self.override)
        self.clear = Button("consent.override.clear", self.take_back, kind="link")
        self.add(Said("consent.override.title", role="section"))
        self.add(Said("consent.override.says", role="muted"), self.reason, self.seen, self.given)
        self.add(boxed(row(None, self.clear, self.set, space=8)))

    @staticmethod
    def wanted(consent: ConsentPresenter) -> bool:
        """Whether something was overridden, or may be."""
        return consent.draft.override is not None or consent.may_override()

    def refresh(self) -> None:
        override = self.consent.draft.override
        self.setVisible(self.wanted(self.consent))
        self.given.setVisible(override is not None)
        self.clear.setVisible(override is not None)
        for part in (self.reason, self.seen, self.set):
            part.setVisible(override is None)
        if override is not None:
            self.given.setText(tr.say("consent.override.is_set", reason=override.reason))

    def override(self) -> None:
        for field in (self.reason, self.seen):
            if not field.text().strip():
                field.refuse(InputError("act_form.needed", field.name))
                field.setFocus()
                return
        self.consent.override(self.reason.text().strip(), self.seen.text().strip())

    def take_back(self) -> None:
        self.consent.override("", "")
