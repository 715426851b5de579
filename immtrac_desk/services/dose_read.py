"""Doses as they stand: joined with their client, the duty to report, and what the registry said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.client import ResponsiblePerson
from immtrac_desk.domain.dose import Dose, DoseState, DoseStep, DoseStepKind
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ClientId, DoseId
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.dose_elements import ElementFacts, missing_elements
from immtrac_desk.law.dose_state import (
    DoseFactsRead,
    DoseVerdict,
    Rejection,
    dose_state,
    in_event,
    standing,
)
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.reporting import DoseFacts, DoseKind
from immtrac_desk.law.reporting_faults import ConsentFault, consent_faults
from immtrac_desk.services.answer_read import JudgedItem, answer_ground, rejections
from immtrac_desk.services.dose_ground import ClientGround, SiteGround, read_clients, site_ground
from immtrac_desk.store.unit_of_work import UnitOfWork

_NO_MORE = frozenset({DoseState.VOIDED, DoseState.SET_ASIDE, DoseState.REPORTED, DoseState.NOT_DUE})
"""In these nobody is about to report: a fault that the registry would name is nobody's work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedDose:
    """A dose, where it stands, and the faults of consent that the registry would name."""

    dose: Dose
    ground: ClientGround
    verdict: DoseVerdict
    faults: tuple[ConsentFault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDoses:
    """Every dose of one client, with steps and items of answers, read at one moment."""

    ground: ClientGround
    doses: tuple[Dose, ...]
    steps: Mapping[DoseId, tuple[DoseStep, ...]]
    items: tuple[JudgedItem, ...]
    responsible: tuple[ResponsiblePerson, ...]
    sites: SiteGround

    def judge(self, dose: Dose, on: date, settings: LawSettings) -> JudgedDose:
        """Return where a dose stands; it may be one that was not kept yet."""
        known = (*(one for one in self.doses if one.id != dose.id), dose)
        found = rejections(self.items, known, self.steps).get(dose.id, ())
        steps = self.steps.get(dose.id, ())
        return judge(dose, self.ground, self.sites, steps, found, on, settings)

    def missing(self, dose: Dose, on: date, settings: LawSettings) -> tuple[Finding, ...]:
        """Return what the dose lacks, and what in it will not pass."""
        others = [one for one in self.doses if not is_voided(self.steps.get(one.id, ()))]
        return missing(dose, self.ground, self.sites, self.responsible, others, on, settings)


def read_client_doses(
    client_id: ClientId,
    uow: UnitOfWork,
    on: date,
    settings: LawSettings,
    sites: SiteGround | None = None,
) -> ClientDoses:
    """Return the doses of whoever stands for a client; `sites` where they were read before.

    Raises DeskError `client.unknown`.
    """
    survivor = uow.merges.survivor_of(client_id)
    uow.clients.get(survivor)
    doses = uow.doses.of_client(survivor)
    steps: dict[DoseId, tuple[DoseStep, ...]] = {}
    for step in uow.dose_steps.of_client(survivor):
        steps[step.dose_id] = (*steps.get(step.dose_id, ()), step)
    judged = _items(survivor, uow, on)
    return ClientDoses(
        ground=read_clients((survivor,), uow, on, settings)[survivor],
        doses=doses,
        steps=steps,
        items=judged,
        responsible=tuple(uow.responsible.of_client(survivor)),
        sites=sites or site_ground(uow),
    )


def _items(survivor: ClientId, uow: UnitOfWork, on: date) -> tuple[JudgedItem, ...]:
    """The items of a client as they stand, those that were matched to another left out."""
    items = uow.answer_items.of_client(survivor)
    if not items:
        return ()
    ground = answer_ground(items, uow, on)
    return tuple(one for one in map(ground.judge, items) if one.verdict.client_id == survivor)


def is_voided(steps: Sequence[DoseStep]) -> bool:
    """True for a dose that was entered in error."""
    return any(step.kind is DoseStepKind.VOIDED for step in standing(steps))


def judge(
    dose: Dose,
    ground: ClientGround,
    sites: SiteGround,
    steps: Sequence[DoseStep],
    rejected: Sequence[Rejection],
    on: date,
    settings: LawSettings,
) -> JudgedDose:
    """Return where a dose stands; faults of consent only while it is still to be reported."""
    event = sites.events.get(dose.event_id) if dose.event_id else None
    facts = DoseFactsRead(
        dose=dose,
        born_on=ground.client.born_on,
        died_on=ground.standing.died_on,
        consent=ground.held,
        event=event,
        steps=steps,
        rejections=rejected,
    )
    verdict = dose_state(facts, on, settings)
    silent = verdict.state in _NO_MORE
    faults = () if silent else faults_of(dose, ground, sites, on, settings)
    return JudgedDose(dose=dose, ground=ground, verdict=verdict, faults=faults)


def faults_of(
    dose: Dose, ground: ClientGround, sites: SiteGround, on: date, settings: LawSettings
) -> tuple[ConsentFault, ...]:
    """Return which of the six faults of consent the registry would name.

    None for an adult first responder, or adult of the household, who asks: the request counts, and
    the provider affirms it (DT-19.6). A dose that names an event and lies outside it is a disaster
    dose no longer, and without a standard consent the registry says so (IMR-133).
    """
    event = sites.events.get(dose.event_id) if dose.event_id else None
    born_on = min(ground.client.born_on, dose.given_on)
    adult = not is_minor(born_on, dose.given_on, settings)
    inside = in_event(dose, event)
    if dose.responder_asks and adult and ground.consent is None and dose.event_id is None:
        return ()
    facts = DoseFacts(
        born_on=born_on,
        given_on=dose.given_on,
        kind=DoseKind.DISASTER if dose.event_id else DoseKind.STANDARD,
    )
    return consent_faults(facts, ground.consent, on, settings, in_event=inside)


def missing(
    dose: Dose,
    ground: ClientGround,
    sites: SiteGround,
    responsible: Iterable[ResponsiblePerson],
    others: Iterable[Dose],
    on: date,
    settings: LawSettings,
) -> tuple[Finding, ...]:
    """Return what a dose lacks (handbook, reporting 2), and what in it will not pass."""
    event = sites.events.get(dose.event_id) if dose.event_id else None
    who = dose.prescriber_id
    needless = in_event(dose, event) or dose.responder_asks
    facts = ElementFacts(
        dose=dose,
        client=ground.client,
        responsible=tuple(responsible),
        consent=ground.consent is not None or needless,
        prescriber=sites.people.get(who) if who else None,
        listed=who is not None and sites.listed(who, dose.organization_id, dose.given_on),
        organization=sites.site(dose.organization_id),
        event=event,
        others=tuple(others),
        died_on=ground.standing.died_on,
    )
    return missing_elements(facts, on, settings)
