"""The catalogues: reports that come to the clinic, in its own words where it has written them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from immtrac_desk.domain.registry_report import Catalogue
from immtrac_desk.domain.rights import may
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.report_pictures import CatalogueLine
    from immtrac_desk.domain.registry_report import CatalogueEntry

TEXTS = ("name", "what_for", "sent_by", "frequency", "what_we_do")
"""What is said of a report, in the order of the form."""
FACTS = ("what_for", "what_we_do", "sent_by", "frequency", "received")
"""What a card says under the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryTyped:
    """The form of an entry as typed."""

    texts: tuple[str, ...]
    confirmed: bool
    last_received_on: date | None


class CataloguePresenter:
    """One catalogue; reads the desk at each `lines`."""

    def __init__(self, desk: "Desk", tr: Wording, kind: Catalogue) -> None:
        self._desk, self._tr, self.kind = desk, tr, kind
        self.may_edit = may(desk.actor.role, "edit_catalogue")

    def lines(self) -> "tuple[CatalogueLine, ...]":
        """Every report that is not retired: those of the list first, then the clinic's own."""
        return self._desk.reports.catalogue(self.kind, self._tr.language)

    def new(self) -> "CatalogueEntry":
        """A report of the clinic's own, not yet kept."""
        return self._desk.reports.new_entry(self.kind)

    def save(self, entry: "CatalogueEntry", typed: EntryTyped, shown: tuple[str, ...]) -> None:
        """Keep an entry. What was left as it is shown stays the desk's own words, in both
        languages. InputError beside the field that cannot stand."""
        texts: dict[str, Any] = {
            name: getattr(entry, name) if text == before else text
            for name, text, before in zip(TEXTS, typed.texts, shown, strict=True)
        }
        self._desk.reports.save_entry(
            replace(
                entry,
                **texts,
                confirmed=typed.confirmed,
                last_received_on=typed.last_received_on,
            )
        )

    def received_today(self, entry_id: str) -> None:
        """The report came today."""
        self._desk.reports.received(entry_id, self._desk.today())

    def retire(self, entry_id: str, *, retired: bool = True) -> None:
        """Take a report off the list, or put it back."""
        self._desk.reports.retire(entry_id, retired=retired)

    # -- words -----------------------------------------------------------------------------

    def pill(self, line: "CatalogueLine") -> tuple[str, str]:
        """How sure the name is, and the tone; a report that came here is confirmed."""
        if line.entry.confirmed:
            return self._tr.say("catalogue_page.confirmed"), "good"
        if not line.built_in:
            return self._tr.say("catalogue_page.own"), "quiet"
        return self._tr.say("catalogue_page.unconfirmed"), "warn"

    def facts(self, line: "CatalogueLine") -> dict[str, tuple[str, str]]:
        """What the report is for, who sends it how often, what we do with it, when it came:
        label and text, in the order in which one reads them."""
        told = {name: str(getattr(line, name, "")) for name in FACTS}
        told["received"] = self.received_words(line)
        return {name: (self._tr.say(f"catalogue_page.{name}"), text) for name, text in told.items()}

    def received_words(self, line: "CatalogueLine") -> str:
        on = line.entry.last_received_on
        if on is None:
            return self._tr.say("catalogue_page.never")
        return self._tr.say("catalogue_page.last", on=self._tr.long_date(on))


def shown_texts(line: "CatalogueLine") -> tuple[str, ...]:
    """The texts of an entry as they are shown, in the order of `TEXTS`."""
    return tuple(str(getattr(line, name)) for name in TEXTS)
