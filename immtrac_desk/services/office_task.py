"""What the office must still do outside the desk: opened by acts, closed by whoever did it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.agreement import OfficeTask
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OfficeTaskId, OrganizationId, PersonId
from immtrac_desk.errors import RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.roster_shape import tidy_note
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork

DISABLE_ACCOUNT = "disable_account"
TELL_DSHS = "tell_dshs_director"


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseOfficeTask:
    """`note` says how it was done."""

    task_id: OfficeTaskId
    note: str = ""


def close_office_task(
    command: CloseOfficeTask, uow: UnitOfWork, occasion: Occasion
) -> Outcome[OfficeTask]:
    """Return the task, done today. An account that was to be disabled counts as disabled.

    Raises RefusedError `office_task.closed_already`; InputError beside the note.
    """
    task = uow.office_tasks.get(command.task_id)
    if task.closed_on is not None:
        raise RefusedError("office_task.closed_already")
    note = tidy_note(command.note)
    done = _closed(task, note, uow, occasion)
    if task.what == DISABLE_ACCOUNT and task.person_id is not None:
        person = uow.site_people.get(task.person_id)
        uow.site_people.put(replace(person, account_disabled_on=occasion.today))
    facts = {
        "organization": task.organization_id,
        "person": task.person_id,
        "office_task": task.id,
        "task": task.what,
        "note": note,
    }
    line = site_line(occasion, "office_task_closed", facts)
    return Outcome(done, (line,), Changes(organizations=frozenset({task.organization_id})))


def open_task(
    what: str,
    organization_id: OrganizationId,
    person_id: PersonId,
    due_on: date,
    uow: UnitOfWork,
    occasion: Occasion,
) -> OfficeTask:
    """File a task that an act opens; the one that says the same and is open already, if any."""
    for open_one in uow.office_tasks.of_site(organization_id):
        same = (open_one.what, open_one.due_on, open_one.closed_on) == (what, due_on, None)
        if same and (what == TELL_DSHS or open_one.person_id == person_id):
            return open_one
    task = OfficeTask(
        id=OfficeTaskId(occasion.new_id()),
        organization_id=organization_id,
        what=what,
        opened_on=occasion.today,
        opened_at=occasion.now,
        opened_by=occasion.actor.id,
        person_id=person_id,
        due_on=due_on,
    )
    uow.office_tasks.put(task)
    return task


def close_tasks_of(
    person_id: PersonId, what: str, uow: UnitOfWork, occasion: Occasion
) -> tuple[OfficeTask, ...]:
    """Close every open task of a kind about somebody, as an act settles it."""
    about = (task for task in uow.office_tasks.of_person(person_id) if task.what == what)
    return tuple(_closed(task, "", uow, occasion) for task in about if task.closed_on is None)


def close_tasks_due(
    organization_id: OrganizationId,
    what: str,
    days: Iterable[date],
    uow: UnitOfWork,
    occasion: Occasion,
) -> None:
    """Close every open task of a kind at a site that is due on one of `days`."""
    due = frozenset(days)
    for task in uow.office_tasks.of_site(organization_id):
        if task.what == what and task.closed_on is None and task.due_on in due:
            _closed(task, "", uow, occasion)


def _closed(task: OfficeTask, note: str, uow: UnitOfWork, occasion: Occasion) -> OfficeTask:
    done = replace(task, closed_on=occasion.today, closed_by=occasion.actor.id, note=note)
    uow.office_tasks.put(done)
    return done
