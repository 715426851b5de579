"""The end of an entry card: what was found, affirmed and typed in the registry, in one act."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.ids import DoseId
from immtrac_desk.errors import InputError
from ui.presenters.act_forms import registry_user
from ui.presenters.dose_words import short_line
from ui.presenters.entry import EntryPresenter

if TYPE_CHECKING:
    from immtrac_desk.domain.act import Act

OUTCOMES = ("found", "candidates", "not_found")


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTyping:
    """What is half typed: every line as it stands, and the doses that are ticked."""

    lines: Mapping[str, str] = field(default_factory=dict)
    reported: tuple[str, ...] = ()


class FinishPresenter:
    """Asks only what there is to finish on this card."""

    def __init__(self, card: EntryPresenter) -> None:
        self.of, self.desk, self.tr = card, card.desk, card.tr

    @property
    def asks_affirmed(self) -> bool:
        """True where a consent on the card still waits for its affirmation."""
        return self.of.card.to_affirm

    @property
    def doses(self) -> tuple[Dose, ...]:
        """The doses of the card, in the order of its pages."""
        return tuple(dose for page in self.of.card.dose_pages for dose in page)

    def dose_words(self) -> tuple[tuple[str, str], ...]:
        """Each dose by its number and in words, short enough for one line."""
        known = self.desk.doses.vaccine
        return tuple((dose.id, short_line(dose, known(dose.cvx), self.tr)) for dose in self.doses)

    def user(self) -> str:
        """Who types, as the registry knows them."""
        return self.of.card.registry_user or registry_user(self.desk)

    def finish(self, typing: FinishTyping, on: date | None) -> "tuple[Act, ...]":
        """Note all of it at once. Raises InputError beside a field, or what the desk refuses."""
        from immtrac_desk.desk.entry import FinishEntry

        lines, card = typing.lines, self.of.card
        affirmed = lines.get("affirmed") == "yes"
        if on is None:
            raise InputError("act_form.needed", "on")
        if (affirmed or typing.reported) and not lines.get("registry_user", "").strip():
            raise InputError("act_form.needed", "registry_user")
        acts = self.desk.entry.finish(
            FinishEntry(
                client_id=self.of.client_id,
                document_id=card.document.id if card.document else None,
                searched=lines.get("searched", ""),
                immtrac2_id=lines.get("immtrac2_id", "").strip(),
                affirmed=affirmed,
                on=on,
                registry_user=lines.get("registry_user", "").strip(),
                reported=tuple(DoseId(one) for one in typing.reported),
            )
        )
        self.of.settle()
        return acts
