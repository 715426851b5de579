"""Note a training that was completed, with its signed proof."""

from dataclasses import dataclass, field, replace
from datetime import date

from immtrac_desk.domain.agreement import AgreementFile
from immtrac_desk.domain.ids import OrganizationId, PersonId, TrainingId
from immtrac_desk.domain.site_person import Training, TrainingKind
from immtrac_desk.errors import InputError
from immtrac_desk.law.site_people import assess_training
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.roster_file import keep_with_person
from immtrac_desk.services.roster_ground import Roster, read_roster, sites_of, told_of
from immtrac_desk.services.roster_shape import refuse_errors, refuse_far, tidy_note
from immtrac_desk.store.unit_of_work import UnitOfWork


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
    refuse_far(on=command.on)
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
    kept = _filed(command, roster, uow, occasion)
    if kept.value is not None:
        training = replace(training, proof_id=kept.value.id)
    uow.trainings.add(training)
    facts = {"training": training.kind.value, "on": training.on.isoformat()}
    sites = sites_of(person.id, roster.roles)
    told = told_of(person, "training_noted", sites, occasion, **facts, signed=training.signed)
    return Outcome(training, (*kept.entries, *told.entries), told.changes)


def _a_site_of(person_id: PersonId, roster: Roster) -> OrganizationId:
    held = [role for role in roster.roles if role.person_id == person_id]
    if not held:
        raise InputError("person.no_site", "proof")
    return max(held, key=lambda role: (role.until_on or date.max, role.from_on)).organization_id


def _filed(
    command: NoteTraining, roster: Roster, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementFile] | Outcome[None]:
    person_id, data = command.person_id, command.proof
    if data is None:
        return Outcome(None)
    site = _a_site_of(person_id, roster)
    try:
        return keep_with_person(site, person_id, "training_proof", data, uow, occasion)
    except InputError as refused:
        facts = {name: fact for name, fact in refused.facts.items() if name != "field"}
        raise InputError(refused.code, "proof", **facts) from None
