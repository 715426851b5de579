"""The doses that somebody still has to report, of all clients at once or of a few."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.dose import OPEN_DOSES, Dose, DoseStep, DoseStepKind
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ClientId, DoseId
from immtrac_desk.law.dose_elements import MISSING
from immtrac_desk.law.dose_state import Rejection, last_report, standing
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.services.answer_read import JudgedItem, rejections
from immtrac_desk.services.dose_ground import SiteGround, read_clients, site_ground
from immtrac_desk.services.dose_read import JudgedDose, is_voided, judge, missing
from immtrac_desk.store.unit_of_work import UnitOfWork

ItemsOf = Callable[[ClientId], Sequence[JudgedItem]]
"""The items of answers about a client."""
Steps = dict[DoseId, tuple[DoseStep, ...]]
Rejected = dict[DoseId, tuple[Rejection, ...]]


@dataclass(frozen=True, slots=True)
class OpenDose:
    """A dose on the list, and what it lacks."""

    judged: JudgedDose
    missing: int


def open_doses(
    clients: Iterable[ClientId] | None,
    items_of: ItemsOf,
    uow: UnitOfWork,
    on: date,
    settings: LawSettings,
) -> dict[ClientId, tuple[OpenDose, ...]]:
    """Return the open doses by client; None asks for everybody's.

    Whether a consent is held is asked only of clients with a dose that is not done with.
    """
    doses = _doses(clients, uow)
    steps = uow.dose_steps.all_by_dose() if doses else {}
    rejected = {one: rejections(items_of(one), own, steps) for one, own in doses.items()}
    asked = {
        client: tuple(one for one in own if not _done(one, steps, rejected[client]))
        for client, own in doses.items()
    }
    wanted = {client: own for client, own in asked.items() if own}
    grounds = read_clients(wanted, uow, on, settings)
    sites = site_ground(uow) if wanted else None
    found: dict[ClientId, tuple[OpenDose, ...]] = {}
    for client, own in wanted.items():
        if client not in grounds or sites is None:
            continue
        told = (
            judge(
                d,
                grounds[client],
                sites,
                steps.get(d.id, ()),
                rejected[client].get(d.id, ()),
                on,
                settings,
            )
            for d in own
        )
        still_open = [one for one in told if one.verdict.state in OPEN_DOSES]
        others = [one for one in doses[client] if not is_voided(steps.get(one.id, ()))]
        found[client] = tuple(_lacking(one, others, sites, uow, on, settings) for one in still_open)
    return {client: own for client, own in found.items() if own}


def _doses(clients: Iterable[ClientId] | None, uow: UnitOfWork) -> dict[ClientId, tuple[Dose, ...]]:
    if clients is not None:
        return uow.doses.of_clients(clients)
    merged = uow.merges.all()
    found: dict[ClientId, list[Dose]] = {}
    for dose in uow.doses.all():
        found.setdefault(merged.get(dose.client_id, dose.client_id), []).append(dose)
    return {client: tuple(own) for client, own in found.items()}


def _done(dose: Dose, steps: Steps, rejected: Rejected) -> bool:
    """True where no consent needs to be asked to know that nothing is to be done."""
    told = standing(steps.get(dose.id, ()))
    if dose.historical and not told:
        return True
    kinds = {step.kind for step in told}
    if DoseStepKind.VOIDED in kinds or (told and told[-1].kind is DoseStepKind.SET_ASIDE):
        return True
    report = last_report(told)
    corrected = report is not None and dose.version > 1 and dose.entered_at > report.at
    return report is not None and not corrected and not rejected.get(dose.id)


def _lacking(
    one: JudgedDose,
    others: Sequence[Dose],
    sites: SiteGround,
    uow: UnitOfWork,
    on: date,
    settings: LawSettings,
) -> OpenDose:
    people = uow.responsible.of_client(one.ground.client.id)
    found: Iterable[Finding] = missing(one.dose, one.ground, sites, people, others, on, settings)
    return OpenDose(one, sum(finding.code == MISSING for finding in found))
