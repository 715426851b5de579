"""The end of an entry card: what was found, affirmed and typed in the registry, in one act."""

from typing import TYPE_CHECKING

from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.ids import DoseId
from ui.presenters.act_forms import registry_user
from ui.presenters.dose_words import short_line
from ui.presenters.entry import EntryPresenter
from ui.presenters.form_values import Values, day_of, need, several_of, text_of

if TYPE_CHECKING:
    from immtrac_desk.domain.act import Act

OUTCOMES = ("found", "candidates", "not_found")


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

    def finish(self, values: Values) -> "tuple[Act, ...]":
        """Note all of it at once. Raises InputError beside a field, or what the desk refuses."""
        from immtrac_desk.desk.entry import FinishEntry

        card, affirmed = self.of.card, values.get("affirmed") == "yes"
        reported = tuple(map(DoseId, several_of(values, "reported")))
        need(values, ("on", "registry_user") if affirmed or reported else ("on",))
        acts = self.desk.entry.finish(
            FinishEntry(
                client_id=self.of.client_id,
                document_id=card.document.id if card.document else None,
                searched=text_of(values, "searched"),
                immtrac2_id=text_of(values, "immtrac2_id"),
                affirmed=affirmed,
                on=day_of(values),
                registry_user=text_of(values, "registry_user"),
                reported=reported,
            )
        )
        self.of.settle()
        return acts
