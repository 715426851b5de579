"""Confirm that a duty of an organization with access is met, or a lever of TIPS found done."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.agreement import DutyConfirmed
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.errors import InputError
from immtrac_desk.law.duties import duty
from immtrac_desk.law.report_catalogue import lever
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.roster_shape import tidy_note
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmDuty:
    """`duty` is the id of a duty or a lever; `on` the day on which it was found to be met."""

    organization_id: OrganizationId
    duty: str
    on: date
    note: str = ""


def confirm_duty(
    command: ConfirmDuty, uow: UnitOfWork, occasion: Occasion
) -> Outcome[DutyConfirmed]:
    """Return the confirmation as filed; an earlier one stays behind it.

    Raises DeskError `duty.unknown`, `organization.unknown`; InputError `date.future` beside `on`,
    and beside the note.
    """
    kept = _kept(command, duty(command.duty).id, uow, occasion)
    facts = {"duty": kept.duty, "note": kept.note, **_facts(kept)}
    line = site_line(occasion, "duty_confirmed", facts)
    return Outcome(kept, (line,), Changes(organizations=frozenset({kept.organization_id})))


def confirm_lever(
    command: ConfirmDuty, uow: UnitOfWork, occasion: Occasion
) -> Outcome[DutyConfirmed]:
    """Confirm a lever of TIPS as found done. Raises as `confirm_duty`."""
    kept = _kept(command, lever(command.duty).id, uow, occasion)
    line = site_line(occasion, "lever_confirmed", {"lever": kept.duty, **_facts(kept)})
    return Outcome(kept, (line,), Changes(reports=True))


def _kept(command: ConfirmDuty, known: str, uow: UnitOfWork, occasion: Occasion) -> DutyConfirmed:
    site = uow.organizations.get(command.organization_id)
    if command.on > occasion.today:
        raise InputError("date.future", "on")
    confirmed = DutyConfirmed(
        organization_id=site.id,
        duty=known,
        on=command.on,
        at=occasion.now,
        by=occasion.actor.id,
        by_name=occasion.actor.name,
        note=tidy_note(command.note),
    )
    uow.duties.add(confirmed)
    return confirmed


def _facts(kept: DutyConfirmed) -> dict[str, str]:
    return {"organization": kept.organization_id, "on": kept.on.isoformat()}
