"""TIPS: a figure kept as it is printed, and taken out again."""

from dataclasses import replace

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import TipsReadingId
from immtrac_desk.domain.registry_report import TipsReading
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork


def keep_tips(command: TipsReading, uow: UnitOfWork, occasion: Occasion) -> Outcome[TipsReading]:
    """File a figure as it was printed; nothing is calculated from it.

    A figure for a month and measure that has one already takes its place, and the earlier one
    stays, voided. Raises InputError `tips.measure`, `tips.value`, `tips.month` beside the field;
    DeskError `organization.unknown`.
    """
    site = uow.organizations.get(command.organization_id)
    month = command.month.replace(day=1)
    if month > occasion.today:
        raise InputError("tips.month", "month")
    kept = replace(
        command,
        month=month,
        measure=_needed(command.measure, "measure"),
        value=_needed(command.value, "value"),
        rating=clean(command.rating, "rating"),
        noted_at=occasion.now,
        by=occasion.actor.id,
    )
    for earlier in uow.tips.of_site(site.id):
        if not earlier.voided and earlier.id != kept.id and _same(earlier, kept):
            uow.tips.put(replace(earlier, voided=True))
    uow.tips.put(kept)
    return _told("tips_noted", kept, occasion)


def void_tips(command: TipsReadingId, uow: UnitOfWork, occasion: Occasion) -> Outcome[TipsReading]:
    """Mark a figure as entered in error. DeskError `tips.unknown`, RefusedError `tips.voided`."""
    found = uow.tips.get(command)
    if found.voided:
        raise RefusedError("tips.voided")
    kept = replace(found, voided=True)
    uow.tips.put(kept)
    return _told("tips_voided", kept, occasion)


def _needed(text: str, field: str) -> str:
    tidy = clean(text, field)
    if not tidy:
        raise InputError(f"tips.{field}", field)
    return tidy


def _same(one: TipsReading, other: TipsReading) -> bool:
    return one.month == other.month and one.measure.casefold() == other.measure.casefold()


def _told(act: str, kept: TipsReading, occasion: Occasion) -> Outcome[TipsReading]:
    facts = {"organization": kept.organization_id, "month": kept.month.isoformat()}
    return Outcome(kept, (site_line(occasion, act, facts),), Changes(reports=True))
