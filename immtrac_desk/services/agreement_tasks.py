"""Note an IEE-526: the registry did not know a prescriber, so a change is due (DT-13.4)."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.agreement import OfficeTask
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OfficeTaskId, OrganizationId
from immtrac_desk.domain.values import clean
from immtrac_desk.law.agreement_triggers import IEE_526
from immtrac_desk.services.application_file import refuse_day
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteIee526:
    """`on` is the day of the response."""

    organization_id: OrganizationId
    on: date
    note: str = ""


def note_iee526(command: NoteIee526, uow: UnitOfWork, occasion: Occasion) -> Outcome[OfficeTask]:
    """Open the task; it is closed by hand, or by the approval of a later application.

    Raises DeskError `organization.unknown`; InputError `date.future`, `text.*`.
    """
    organization = uow.organizations.get(command.organization_id)
    refuse_day(command.on, None, "on", "date.future", occasion.today)
    task = OfficeTask(
        id=OfficeTaskId(occasion.new_id()),
        organization_id=organization.id,
        what=IEE_526,
        opened_on=command.on,
        opened_at=occasion.now,
        opened_by=occasion.actor.id,
        note=clean(command.note, "note"),
    )
    uow.office_tasks.put(task)
    line = entry(
        occasion,
        "iee526_noted",
        row="DT-13.4",
        organization=organization.id,
        office_task=task.id,
        task=task.what,
    )
    return Outcome(task, (line,), Changes(organizations=frozenset({organization.id})))
