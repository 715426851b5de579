"""The doses that somebody still has to report, of all clients at once or of a few."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.client import ResponsiblePerson
from immtrac_desk.domain.dose import OPEN_DOSES, Dose, DoseStep, DoseStepKind
from immtrac_desk.domain.ids import ClientId, DoseId
from immtrac_desk.law.dose_elements import MISSING
from immtrac_desk.law.dose_state import Rejection, last_report, standing
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.services.answer_read import JudgedItem, rejections
from immtrac_desk.services.dose_ground import ClientGround, SiteGround, read_clients, site_ground
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
    reading = _Reading(
        on=on,
        settings=settings,
        steps=uow.dose_steps.all_by_dose() if doses else {},
        rejected={},
    )
    asked = {}
    for client, own in doses.items():
        reading.rejected.update(rejections(items_of(client), own, reading.steps))
        if any(not reading.done(one) for one in own):
            asked[client] = own
    grounds = read_clients(asked, uow, on, settings)
    sites = site_ground(uow) if asked else None
    people = uow.responsible.of_clients(asked)
    found = {
        one: reading.of(ground, sites, asked[one], people.get(one, ()))
        for one, ground in grounds.items()
        if sites
    }
    return {client: own for client, own in found.items() if own}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What was read for all clients at once."""

    on: date
    settings: LawSettings
    steps: Steps
    rejected: Rejected

    def done(self, dose: Dose) -> bool:
        """True where no consent needs to be asked to know that nothing is to be done."""
        told = standing(self.steps.get(dose.id, ()))
        if dose.historical and not told:
            return True
        kinds = {step.kind for step in told}
        if DoseStepKind.VOIDED in kinds or (told and told[-1].kind is DoseStepKind.SET_ASIDE):
            return True
        report = last_report(told)
        corrected = report is not None and dose.version > 1 and dose.entered_at > report.at
        return report is not None and not corrected and not self.rejected.get(dose.id)

    def of(
        self,
        ground: ClientGround,
        sites: SiteGround,
        own: Sequence[Dose],
        people: Sequence[ResponsiblePerson],
    ) -> tuple[OpenDose, ...]:
        """Return the open ones among a client's doses, each with what it lacks."""
        told = [self._judge(one, ground, sites) for one in own if not self.done(one)]
        still_open = [one for one in told if one.verdict.state in OPEN_DOSES]
        others = [one for one in own if not is_voided(self.steps.get(one.id, ()))]
        return tuple(OpenDose(one, self._lacking(one, people, others, sites)) for one in still_open)

    def _judge(self, dose: Dose, ground: ClientGround, sites: SiteGround) -> JudgedDose:
        steps, rejected = self.steps.get(dose.id, ()), self.rejected.get(dose.id, ())
        return judge(dose, ground, sites, steps, rejected, self.on, self.settings)

    def _lacking(
        self,
        one: JudgedDose,
        people: Sequence[ResponsiblePerson],
        others: Sequence[Dose],
        sites: SiteGround,
    ) -> int:
        found = missing(one.dose, one.ground, sites, people, others, self.on, self.settings)
        return sum(finding.code == MISSING for finding in found)


def _doses(clients: Iterable[ClientId] | None, uow: UnitOfWork) -> dict[ClientId, tuple[Dose, ...]]:
    if clients is not None:
        return uow.doses.of_clients(clients)
    merged = uow.merges.all()
    found: dict[ClientId, list[Dose]] = {}
    for dose in uow.doses.all():
        found.setdefault(merged.get(dose.client_id, dose.client_id), []).append(dose)
    return {client: tuple(own) for client, own in found.items()}
