"""The catalogues of reports: an entry in the clinic's own words, and when one was received last."""

from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.registry_report import CatalogueEntry
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import DeskError, InputError
from immtrac_desk.law.report_catalogue import built_in_reports
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork

TEXTS = ("name", "what_for", "sent_by", "frequency", "what_we_do")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A report of the catalogue came on the day `on`."""

    entry_id: str
    on: date


def keep_entry(
    command: CatalogueEntry, uow: UnitOfWork, occasion: Occasion
) -> Outcome[CatalogueEntry]:
    """File an entry of the catalogue as it stands.

    An empty text of a built-in one stands for the desk's own words; one of the clinic's own needs
    a name. Raises InputError `catalogue.name` beside `name`, `date.future` beside the day.
    """
    kept = replace(
        command,
        name=clean(command.name, "name"),
        what_for=clean(command.what_for, "what_for"),
        sent_by=clean(command.sent_by, "sent_by"),
        frequency=clean(command.frequency, "frequency"),
        what_we_do=clean(command.what_we_do, "what_we_do"),
    )
    if not kept.name and built_in(kept.id) is None:
        raise InputError("catalogue.name", "name")
    if kept.last_received_on is not None and kept.last_received_on > occasion.today:
        raise InputError("date.future", "last_received_on")
    uow.catalogue.put(kept)
    act = "catalogue_retired" if kept.retired else "catalogue_saved"
    line = site_line(occasion, act, _called(kept))
    return Outcome(kept, (line,), Changes(reports=True))


def receive_report(
    command: Received, uow: UnitOfWork, occasion: Occasion
) -> Outcome[CatalogueEntry]:
    """Note the day on which a report was received last.

    Raises InputError `date.future` beside `on`; DeskError `catalogue_entry.unknown`.
    """
    if command.on > occasion.today:
        raise InputError("date.future", "on")
    kept = replace(entry_of(command.entry_id, uow), last_received_on=command.on)
    uow.catalogue.put(kept)
    on = command.on.isoformat()
    line = site_line(occasion, "report_received", {"on": on, **_called(kept)})
    return Outcome(kept, (line,), Changes(reports=True))


def entry_of(entry_id: str, uow: UnitOfWork) -> CatalogueEntry:
    """Return an entry as it is kept, or as it is built in. DeskError `catalogue_entry.unknown`."""
    known = built_in(entry_id)
    if known is None:
        return uow.catalogue.get(entry_id)
    try:
        return uow.catalogue.get(entry_id)
    except DeskError:
        return known


def built_in(entry_id: str) -> CatalogueEntry | None:
    """Return a built-in entry that nobody has written over yet, None for the clinic's own."""
    found = (one for one in built_in_reports() if one.id == entry_id)
    report = next(found, None)
    if report is None:
        return None
    sure = report.mark.startswith("confirmed")
    return CatalogueEntry(id=report.id, catalogue=report.catalogue, confirmed=sure)


def _called(kept: CatalogueEntry) -> dict[str, str]:
    """A report by the clinic's own name for it, else by the code of a built-in one."""
    return {"report_name": kept.name} if kept.name else {"catalogue_entry": kept.id}
