"""Add somebody to the roster, or correct what is known of them."""

from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.office_task import DISABLE_ACCOUNT, close_tasks_of
from immtrac_desk.services.roster_ground import Roster, read_roster, sites_of, told_of
from immtrac_desk.services.roster_shape import refuse_errors, refuse_far, tidy_person
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePerson:
    """`email_again` is the e-mail typed a second time: needed where it is new or changed."""

    person: SitePerson
    email_again: str = ""


def save_person(command: SavePerson, uow: UnitOfWork, occasion: Occasion) -> Outcome[SitePerson]:
    """Return the person as kept; what did not change makes no line.

    The account's days are `note_account`'s to say; of leaving, only that it is taken back, and
    with it the task of disabling the account.
    Raises InputError beside the field: `text.*`, `person.*`, what DT-15 and DT-16 refuse.
    """
    tidied = tidy_person(command.person)
    roster = read_roster(tidied, uow, occasion.practice)
    before = roster.filed
    person = _kept_apart(tidied, before)
    refuse_far(hired_on=person.hired_on)
    refuse_errors(assess_typed(person, command.email_again, roster, occasion.today))
    if person == before:
        return Outcome(person)
    uow.site_people.put(person)
    act = "person_saved" if before else "person_added"
    back = bool(before and before.left_on and person.left_on is None)
    undone = close_tasks_of(person.id, DISABLE_ACCOUNT, uow, occasion) if back else ()
    sites = sites_of(person.id, roster.roles) | {task.organization_id for task in undone}
    return told_of(person, act, sites, occasion, came_back=back)


def assess_typed(
    person: SitePerson,
    email_again: str,
    roster: Roster,
    on: date,
) -> tuple[Finding, ...]:
    """Return what must be said of a person as typed, the second e-mail among it."""
    found = roster.assess(person, on)
    is_new = person.email != (roster.filed.email if roster.filed else "")
    if not is_new or person.email.casefold() == email_again.strip().casefold():
        return found
    return (*found, Finding(code="person.email_differs", field="email_again", row="DT-16.5"))


def _kept_apart(person: SitePerson, before: SitePerson | None) -> SitePerson:
    left = before.left_on if before and person.left_on is not None else None
    made = before.account_made_on if before else None
    disabled = before.account_disabled_on if before else None
    return replace(person, left_on=left, account_made_on=made, account_disabled_on=disabled)
