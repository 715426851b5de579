"""Enter a dose, or correct one: a correction is a new version and the one before is kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.law.dose_state import in_event
from immtrac_desk.law.reporting import DoseFacts, refuse_impossible
from immtrac_desk.services.dose_read import is_voided
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.on_client import read_file
from immtrac_desk.store.unit_of_work import UnitOfWork
from immtrac_desk.vaccines import plain_cvx

_CODE = 20
"""Letters of a code; none of the national ones has as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDose:
    """`entered_at`, `entered_by` of the dose are filled by the act."""

    dose: Dose


def save_dose(command: SaveDose, uow: UnitOfWork, occasion: Occasion) -> Outcome[Dose]:
    """Return the dose as kept; a correction that changes nothing makes no version and no line.

    A dose inside a disaster ticks the event at its client (DT-11.4); that tick is not taken back
    by a correction, since it may have been set by hand. Raises InputError beside the field:
    `dose.no_vaccine`, `dose.before_birth`, `dose.after_death`, `dose.in_future`, `text.*`;
    RefusedError `dose.voided`, `dose.other_client`; DeskError `client.unknown` and its kin.
    """
    dose = tidy_dose(command.dose)
    file = read_file(uow.clients.get(uow.merges.survivor_of(dose.client_id)), uow, occasion)
    refuse_dose(dose, file.client, file.standing.died_on, occasion.today)
    _refuse_strangers(dose, uow)
    before = _on_file(dose, uow)
    entered = replace(dose, entered_at=occasion.now, entered_by=occasion.actor.id)
    if before is not None:
        _refuse_correction(entered, before, uow)
        if replace(dose, entered_at=before.entered_at, entered_by=before.entered_by) == before:
            return Outcome(before)
    kept = uow.doses.put(entered)
    act = "dose_corrected" if before else "dose_entered"
    line = entry(occasion, act, client_id=file.client.id, dose=kept.id, version=kept.version)
    lines = (line, *_tick(kept, file.client, uow, occasion))
    return Outcome(kept, lines, Changes(clients=frozenset({file.client.id})))


def tidy_dose(dose: Dose) -> Dose:
    """Return the dose with its text tidied; codes without spaces, in capitals. InputError."""
    return replace(
        dose,
        cvx=plain_cvx(clean(dose.cvx, "cvx", _CODE)),
        trade_name=clean(dose.trade_name, "trade_name", 100),
        manufacturer=clean(dose.manufacturer, "manufacturer", _CODE).upper(),
        lot=clean(dose.lot, "lot", 40),
        route=clean(dose.route, "route", _CODE).upper(),
        body_site=clean(dose.body_site, "body_site", _CODE).upper(),
        eligibility=clean(dose.eligibility, "eligibility", 60),
    )


def refuse_dose(dose: Dose, client: Client, died_on: date | None, today: date) -> None:
    """Raise InputError beside the field for a day on which none was given, or without a vaccine."""
    facts = DoseFacts(born_on=client.born_on, given_on=dose.given_on, died_on=died_on)
    refuse_impossible(facts, today)
    if not dose.cvx:
        raise InputError("dose.no_vaccine", "cvx")


def _refuse_strangers(dose: Dose, uow: UnitOfWork) -> None:
    """Whoever is named must be there: a person, a site, a disaster."""
    if dose.prescriber_id is not None:
        uow.site_people.get(dose.prescriber_id)
    if dose.organization_id is not None:
        uow.organizations.get(dose.organization_id)
    if dose.event_id is not None:
        uow.events.get(dose.event_id)


def _on_file(dose: Dose, uow: UnitOfWork) -> Dose | None:
    try:
        return uow.doses.get(dose.id)
    except DeskError as error:
        if error.code != "dose.unknown":
            raise
        return None


def _refuse_correction(dose: Dose, before: Dose, uow: UnitOfWork) -> None:
    if is_voided(uow.dose_steps.of_dose(before.id)):
        raise RefusedError("dose.voided")
    survivors = {uow.merges.survivor_of(one.client_id) for one in (dose, before)}
    if len(survivors) > 1:
        raise RefusedError("dose.other_client")


def _tick(dose: Dose, client: Client, uow: UnitOfWork, occasion: Occasion) -> Iterable[AuditEntry]:
    if dose.event_id is None or dose.event_id in client.disaster_events:
        return ()
    if not in_event(dose, uow.events.get(dose.event_id)):
        return ()
    ticked = replace(client, disaster_events=(*client.disaster_events, dose.event_id))
    after = uow.clients.put(ticked)
    line = entry(occasion, "client_corrected", client_id=after.id, version=after.version)
    return (line,)
