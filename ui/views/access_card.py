"""May they see it? One question of four words, answered with its row (DT-17)."""

from immtrac_desk.desk.agreement_pictures import Entity, Purpose
from immtrac_desk.domain.words import Status
from ui.presenters.duties import AGES, STATUSES, DutiesPresenter
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.choice import Choice, Option
from ui.widgets.field_row import fields
from ui.widgets.pick import Pick
from ui.widgets.words import Said


class AccessCard(Card):
    """Who and what for are asked; until both are known nothing is answered."""

    def __init__(self, presenter: DutiesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.entity = Pick("access_card.entity", _options("entity", [e.value for e in Entity]))
        self.purpose = Pick("access_card.purpose", _options("purpose", [p.value for p in Purpose]))
        self.age = Choice("access_card.age", _options("access_age", AGES))
        self.status = Pick("access_card.status", _options("status", [s.value for s in STATUSES]))
        self.status.set_value(Status.CONSENTED_ADULT.value)
        self.age.set_value("unknown")
        self.banner = Banner()
        for field in (self.entity, self.purpose, self.age, self.status):
            field.changed.connect(self.answer)
        self.add(
            Said("access_card.title", role="section"),
            Said("access_card.says", role="muted"),
            fields(self.entity, self.purpose, shares=(1, 1)),
            fields(self.age, self.status, shares=(1, 1)),
            self.banner,
        )
        self.setFocusProxy(self.entity.editor)

    def answer(self) -> None:
        """Say what stands, or nothing while the question is not whole."""
        entity, purpose = self.entity.value(), self.purpose.value()
        if not entity or not purpose:
            self.banner.tell("")
            return
        said = self._presenter.ask(
            str(entity), str(purpose), self.age.value() or "", str(self.status.value())
        )
        self.banner.tell(said.headline, said.body, tone=said.tone, source=said.source)


def _options(group: str, values: list[str] | tuple[str, ...] | list[Status]) -> list[Option]:
    return [Option(str(value), f"{group}.{value}") for value in values]
