"""Note the day an ImmTrac2 account was made or disabled; never its password (DT-16.8)."""

from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.ids import PersonId
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.errors import InputError
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.office_task import DISABLE_ACCOUNT, close_tasks_of
from immtrac_desk.services.roster_ground import read_roster, refuse_assessed, sites_of, told_of
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAccount:
    """The day an ImmTrac2 account was made, or disabled."""

    person_id: PersonId
    made_on: date | None = None
    disabled_on: date | None = None


def note_account(command: NoteAccount, uow: UnitOfWork, occasion: Occasion) -> Outcome[SitePerson]:
    """Return the person; a disabled account closes the task of disabling it (DT-16.7).

    An account made anew is no longer disabled. Raises InputError beside the field:
    `date.missing`, `date.future`, `account.disabled_before_made`, `person.email_twice`.
    """
    before = uow.site_people.get(command.person_id)
    if command.made_on is None and command.disabled_on is None:
        raise InputError("date.missing", "made_on")
    for name in ("made_on", "disabled_on"):
        if (getattr(command, name) or date.min) > occasion.today:
            raise InputError("date.future", name)
    made = command.made_on or before.account_made_on
    if made and command.disabled_on and command.disabled_on < made:
        raise InputError("account.disabled_before_made", "disabled_on")
    after = replace(before, account_made_on=made, account_disabled_on=command.disabled_on)
    roster = read_roster(before, uow, occasion.practice)
    today = occasion.today
    refuse_assessed(roster.assess(after, today), roster.assess(before, today))
    uow.site_people.put(after)
    closed = close_tasks_of(after.id, DISABLE_ACCOUNT, uow, occasion) if command.disabled_on else ()
    sites = sites_of(after.id, roster.roles) | {task.organization_id for task in closed}
    days = {
        "made_on": command.made_on.isoformat() if command.made_on else "",
        "disabled_on": command.disabled_on.isoformat() if command.disabled_on else "",
    }
    return told_of(after, "account_noted", sites, occasion, **days)
