"""Add somebody to the roster or correct them; note a training, an account, a file of theirs."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date

from immtrac_desk.domain.agreement import AgreementFile
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import AgreementFileId, OrganizationId, PersonId, TrainingId
from immtrac_desk.domain.site_person import SitePerson, Training, TrainingKind
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.law.site_people import assess_training, looks_like_password
from immtrac_desk.paperwork.scans import media_type
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.office_task import close_tasks_of
from immtrac_desk.services.roster_ground import (
    Roster,
    read_roster,
    refuse_assessed,
    sites_of,
    told_of,
)
from immtrac_desk.services.roster_shape import refuse_errors, tidy_person
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork

KINDS = ("agreement", "confidentiality", "confirmation", "training_proof", "scan", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePerson:
    """`email_again` is the e-mail typed a second time: needed where it is new or changed."""

    person: SitePerson
    email_again: str = ""


def save_person(command: SavePerson, uow: UnitOfWork, occasion: Occasion) -> Outcome[SitePerson]:
    """Return the person as kept; what did not change makes no line.

    The account's days are `note_account`'s to say; of leaving, only that it is taken back.
    Raises InputError beside the field: `text.*`, `person.*`, what DT-15 and DT-16 refuse.
    """
    tidied = tidy_person(command.person)
    roster = read_roster(tidied, uow, occasion.practice)
    before = roster.filed
    person = _kept_apart(tidied, before)
    refuse_errors(assess_typed(person, command.email_again, roster, occasion.today))
    if person == before:
        return Outcome(person)
    uow.site_people.put(person)
    act = "person_saved" if before else "person_added"
    back = bool(before and before.left_on and person.left_on is None)
    return told_of(person, act, sites_of(person.id, roster.roles), occasion, came_back=back)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTraining:
    """`proof` is the signed verification as PDF, PNG or JPEG bytes (DT-16.2)."""

    person_id: PersonId
    kind: TrainingKind
    on: date
    signed: bool
    note: str = ""
    proof: bytes | None = field(default=None, repr=False)


def note_training(command: NoteTraining, uow: UnitOfWork, occasion: Occasion) -> Outcome[Training]:
    """Return the training as filed; it is never changed.

    Raises InputError beside the field: `note`, `on` (a day to come), `proof` (`attach.*`,
    `person.no_site` where nothing says at which site to keep it).
    """
    person = uow.site_people.get(command.person_id)
    refuse_errors(assess_training(command.on, occasion.today))
    roster = read_roster(person, uow, occasion.practice)
    training = Training(
        id=TrainingId(occasion.new_id()),
        person_id=person.id,
        kind=command.kind,
        on=command.on,
        signed=command.signed,
        noted_at=occasion.now,
        by=occasion.actor.id,
        note=tidy_note(command.note),
    )
    if command.proof is not None:
        site = _a_site_of(person.id, roster)
        proof = keep_file(site, person.id, "training_proof", command.proof, "proof", uow, occasion)
        training = replace(training, proof_id=proof.id)
    uow.trainings.add(training)
    facts = {"training": training.kind.value, "on": training.on.isoformat()}
    sites = sites_of(person.id, roster.roles)
    told = told_of(person, "training_noted", sites, occasion, **facts, signed=training.signed)
    return Outcome(training, told.entries, told.changes)


def _a_site_of(person_id: PersonId, roster: Roster) -> OrganizationId:
    held = [role for role in roster.roles if role.person_id == person_id]
    if not held:
        raise InputError("person.no_site", "proof")
    return max(held, key=lambda role: (role.until_on or date.max, role.from_on)).organization_id


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
    closed = (
        close_tasks_of(after.id, "disable_account", uow, occasion) if command.disabled_on else ()
    )
    sites = sites_of(after.id, roster.roles) | {task.organization_id for task in closed}
    days = {
        "made_on": command.made_on.isoformat() if command.made_on else "",
        "disabled_on": command.disabled_on.isoformat() if command.disabled_on else "",
    }
    return told_of(after, "account_noted", sites, occasion, **days)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachToPerson:
    """`what` is one of KINDS; `data` the whole file."""

    organization_id: OrganizationId
    person_id: PersonId
    what: str
    data: bytes = field(repr=False)


def attach_to_person(
    command: AttachToPerson, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementFile]:
    """Keep a file beside a person of a site. InputError `attach.what`, `attach.*`."""
    site = uow.organizations.get(command.organization_id).id
    person = uow.site_people.get(command.person_id)
    kept = keep_file(site, person.id, command.what, command.data, "file", uow, occasion)
    facts = {
        "organization": site,
        "person": person.id,
        "agreement_file": kept.id,
        "file_kind": kept.what,
    }
    line = site_line(occasion, "person_file_kept", facts, document_digest=kept.digest)
    return Outcome(kept, (line,), Changes(organizations=frozenset({site})))


def keep_file(
    site: OrganizationId,
    person_id: PersonId,
    what: str,
    data: bytes,
    beside: str,
    uow: UnitOfWork,
    occasion: Occasion,
) -> AgreementFile:
    """File `data` beside a person; what it is, its content says. InputError beside `beside`."""
    if what not in KINDS:
        raise InputError("attach.what", "what")
    try:
        kind = media_type(data)
    except InputError as refused:
        rest = {name: fact for name, fact in refused.facts.items() if name != "field"}
        raise InputError(refused.code, beside, **rest) from None
    kept = AgreementFile(
        id=AgreementFileId(occasion.new_id()),
        organization_id=site,
        application_id=None,
        person_id=person_id,
        what=what,
        media_type=kind,
        size=len(data),
        digest=hashlib.sha256(data).hexdigest(),
        attached_at=occasion.now,
        by=occasion.actor.id,
    )
    uow.agreement_files.add(kept, data)
    return kept


def tidy_note(note: str) -> str:
    """Return the note cleaned. InputError `text.*`, `person.looks_like_password` (DT-16.8)."""
    tidied = clean(note, "note")
    if looks_like_password(tidied):
        raise InputError("person.looks_like_password", "note")
    return tidied
