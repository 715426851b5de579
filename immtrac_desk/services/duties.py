"""Confirm that a duty of an organization with access is met (agreements.md section 8)."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.agreement import DutyConfirmed
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.errors import InputError
from immtrac_desk.law.duties import duty
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.roster_shape import tidy_note
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmDuty:
    """`duty` is the id of a duty of the list; `on` the day on which it was found to be met."""

    organization_id: OrganizationId
    duty: str
    on: date
    note: str = ""


def confirm_duty(
    command: ConfirmDuty, uow: UnitOfWork, occasion: Occasion
) -> Outcome[DutyConfirmed]:
    """Return the confirmation as filed; an earlier one stays behind it.

    Raises DeskError `duty.unknown`; InputError `date.future`, and beside the note.
    """
    site = uow.organizations.get(command.organization_id)
    known = duty(command.duty)
    if command.on > occasion.today:
        raise InputError("date.future", "on")
    note = tidy_note(command.note)
    confirmed = DutyConfirmed(
        organization_id=site.id,
        duty=known.id,
        on=command.on,
        at=occasion.now,
        by=occasion.actor.id,
        by_name=occasion.actor.name,
        note=note,
    )
    uow.duties.add(confirmed)
    on = command.on.isoformat()
    facts = {"organization": site.id, "duty": known.id, "on": on, "note": note}
    line = site_line(occasion, "duty_confirmed", facts)
    return Outcome(confirmed, (line,), Changes(organizations=frozenset({site.id})))
