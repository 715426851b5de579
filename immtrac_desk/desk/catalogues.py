"""The reports room's shelf of catalogues: what the clinic is sent, and what it does with it."""

from dataclasses import replace
from datetime import date

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.report_pictures import CatalogueLine
from immtrac_desk.domain.registry_report import Catalogue, CatalogueEntry
from immtrac_desk.law.report_catalogue import built_in_reports
from immtrac_desk.paperwork.report_words import report_words
from immtrac_desk.services.catalogue_keep import (
    TEXTS,
    Received,
    built_in,
    entry_of,
    keep_entry,
    receive_report,
)
from immtrac_desk.store.unit_of_work import UnitOfWork


class CatalogueShelf:
    """Entries of the two catalogues: those of Responsible Entities, and the registry's own."""

    __slots__ = ()
    corridor: Corridor

    def catalogue(
        self, kind: Catalogue, language: str = "en", *, retired: bool = False
    ) -> tuple[CatalogueLine, ...]:
        """Return one catalogue, the built-in ones first; `retired`: those put away too."""

        def read(uow: UnitOfWork) -> tuple[CatalogueEntry, ...]:
            kept = {one.id: one for one in uow.catalogue.all()}
            # A list, for whatever is still kept after it is the clinic's own.
            known = [kept.pop(one.id, built_in(one.id)) for one in built_in_reports()]
            own = sorted(kept.values(), key=lambda one: (one.name.casefold(), one.id))
            return tuple(one for one in (*known, *own) if one is not None)

        found = self.corridor.read(read)
        return tuple(
            _line(one, language)
            for one in found
            if one.catalogue is kind and (retired or not one.retired)
        )

    def new_entry(self, kind: Catalogue) -> CatalogueEntry:
        """Return an empty entry of the clinic's own with a fresh id; nothing is saved."""
        return CatalogueEntry(id=self.corridor.make_id(), catalogue=kind)

    def save_entry(self, entry: CatalogueEntry) -> CatalogueEntry:
        """File an entry. InputError `catalogue.name`, or beside a text or the day."""
        return self.corridor.perform("edit_catalogue", keep_entry, entry)

    def received(self, entry_id: str, on: date) -> CatalogueEntry:
        """Note the day a report came. InputError `date.future` beside `on`."""
        command = Received(entry_id=entry_id, on=on)
        return self.corridor.perform("edit_catalogue", receive_report, command)

    def retire(self, entry_id: str, *, retired: bool = True) -> CatalogueEntry:
        """Put an entry away, or take it out again; it is never erased."""
        found = self.corridor.read(lambda uow: entry_of(entry_id, uow))
        return self.corridor.perform("edit_catalogue", keep_entry, replace(found, retired=retired))


def _line(entry: CatalogueEntry, language: str) -> CatalogueLine:
    words = report_words(language)
    report = next((one for one in built_in_reports() if one.id == entry.id), None)
    texts = {name: getattr(entry, name) for name in TEXTS}
    if report is not None:
        ours = {name: words.say(f"catalogue_words.{entry.id}.{name}") for name in TEXTS}
        texts = {name: text or ours[name] for name, text in texts.items()}
    sure = "confirmed" if entry.confirmed else "unconfirmed"
    return CatalogueLine(
        entry=entry,
        mark=report.mark if report is not None and not entry.name else sure,
        built_in=report is not None,
        **texts,
    )
