"""The counter's room for doses: what was given, what awaits reporting, what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from immtrac_desk import vaccines
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.dose_view import (
    alike,
    as_of,
    fresh_dose,
    given_at,
    picture_of,
    pressing,
)
from immtrac_desk.desk.kept_sites import KeptSites
from immtrac_desk.desk.registry_board import RegistryBoard
from immtrac_desk.desk.registry_pictures import DoseLine, DosePicture
from immtrac_desk.domain.dose import Dose, DoseStep, DoseStepKind, ReportMethod
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import ClientId, DoseId, DoseStepId, OrganizationId
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.law.dose_state import active
from immtrac_desk.law.eligibility import EligibilityGroup, groups
from immtrac_desk.services.dose_read import ClientDoses, read_client_doses
from immtrac_desk.services.dose_report import ReportDoses, report_doses
from immtrac_desk.services.dose_save import SaveDose, save_dose
from immtrac_desk.services.dose_steps import (
    TakeOut,
    UndoDoseStep,
    right_to_undo_step,
    take_out,
    undo_dose_step,
)
from immtrac_desk.store.unit_of_work import UnitOfWork
from immtrac_desk.vaccines import Coded, Manufacturer, Vaccine


@dataclass(slots=True)
class DosesRoom:
    """Everything one may ask or do about doses."""

    corridor: Corridor
    board: RegistryBoard
    sites: KeptSites

    # -- one dose --------------------------------------------------------------------------

    def new_dose(self, client_id: ClientId, *, like: DoseId | None = None) -> Dose:
        """Return a fresh dose of today; nothing is saved.

        `like` another one: everything of it but its vaccine and lot is taken over, as for the next
        vaccine of the same visit. Raises DeskError `client.unknown`, `dose.unknown`.
        """
        return self.corridor.read(partial(self._fresh, client_id, like))

    def assess(self, dose: Dose) -> DosePicture:
        """Return how a dose stands as it is typed; writes nothing. DeskError `client.unknown`."""
        return self.corridor.read(
            lambda uow: picture_of(dose, self._read(dose.client_id, uow), uow, self.corridor)
        )

    def save(self, dose: Dose) -> Dose:
        """Enter or correct a dose; return it as kept. InputError beside the field."""
        return self.corridor.perform("save_dose", save_dose, SaveDose(dose=dose))

    def of_client(self, client_id: ClientId) -> tuple[DosePicture, ...]:
        """Return a client's doses, the one given last first; voided ones too."""

        def look(uow: UnitOfWork) -> tuple[DosePicture, ...]:
            file = self._read(client_id, uow)
            return tuple(picture_of(one, file, uow, self.corridor) for one in reversed(file.doses))

        return self.corridor.read(look)

    def dose(self, dose_id: DoseId) -> DosePicture:
        """Return one dose as it is kept. DeskError `dose.unknown`."""
        return self.assess(self.corridor.read(lambda uow: uow.doses.get(dose_id)))

    # -- the list and what becomes of it ---------------------------------------------------

    def to_report(
        self, on: date | None = None, org_id: OrganizationId | None = None
    ) -> tuple[DoseLine, ...]:
        """Return the open doses, the most pressing first; how loud each is as of `on` (today).

        With a site, only what was given there, and what names no site.
        """
        found = self.board.open_doses()
        if org_id is not None:
            found = tuple(one for one in found if given_at(one.dose, org_id))
        if on in (None, self.corridor.today()):
            return found
        return tuple(sorted((as_of(one, on) for one in found), key=pressing))

    def report(
        self, ids: Sequence[DoseId], on: date, method: ReportMethod, registry_user: str
    ) -> tuple[DoseStep, ...]:
        """Note that doses were reported: one act, all of them or none. InputError by field."""
        command = ReportDoses(ids=tuple(ids), on=on, method=method, registry_user=registry_user)
        return self.corridor.perform("report_dose", report_doses, command)

    def set_aside(self, dose_id: DoseId, reason: str) -> DoseStep:
        """Say that a dose is not to be reported, and why. InputError `reason.missing`."""
        command = TakeOut(dose_id=dose_id, kind=DoseStepKind.SET_ASIDE, reason=reason)
        return self.corridor.perform("report_dose", take_out, command)

    def void(self, dose_id: DoseId, reason: str) -> DoseStep:
        """Say that a dose was entered in error and never given. InputError `reason.missing`."""
        command = TakeOut(dose_id=dose_id, kind=DoseStepKind.VOIDED, reason=reason)
        return self.corridor.perform("save_dose", take_out, command)

    def undo_step(self, step_id: DoseStepId, reason: str) -> DoseStep:
        """Take a step back: one's own of the day, or any as a supervisor."""
        command = UndoDoseStep(step_id=step_id, reason=reason)
        return self.corridor.perform(self._right_to_undo(step_id), undo_dose_step, command)

    # -- what the fields offer -------------------------------------------------------------

    def prescribers(self, on: date, org_id: OrganizationId | None = None) -> tuple[SitePerson, ...]:
        """Return who prescribes on a day by the agreement's list, at one site or at any: nobody
        of whom the form would then say `dose.prescriber_not_listed`."""

        def look(uow: UnitOfWork) -> tuple[SitePerson, ...]:
            sites = self.sites.ground(uow)
            ids = {one.person_id for one in sites.prescribers}
            listed = (one for one in ids if sites.listed(one, org_id, on))
            people = (sites.people[one] for one in listed if one in sites.people)
            return tuple(sorted(people, key=lambda one: one.shown.casefold()))

        return self.corridor.read(look)

    def events(self, on: date) -> tuple[DisasterEvent, ...]:
        """Return the disasters in whose days `on` lies, by name."""
        found = self.corridor.read(lambda uow: uow.events.all())
        return tuple(sorted((one for one in found if active(one, on)), key=lambda one: one.name))

    def eligibility_codes(self, born_on: date, given_on: date) -> tuple[EligibilityGroup, ...]:
        """Return the groups of DT-23 whose codes fit the age on the day of the dose."""
        return groups(born_on, given_on, self.corridor.law())

    def vaccines(self, text: str, limit: int = 20) -> tuple[Vaccine, ...]:
        """Return vaccines by code, name or trade name, best first; none for an empty text."""
        return vaccines.find(text, limit)

    def all_vaccines(self) -> tuple[Vaccine, ...]:
        """Return every vaccine of our table in the order of its codes: a list to choose from."""
        return vaccines.vaccines()

    def vaccine(self, cvx: str) -> Vaccine | None:
        """Return the vaccine of a CVX code, None for one that our table lacks."""
        return vaccines.vaccine(cvx)

    def manufacturers(self) -> tuple[Manufacturer, ...]:
        """Return the manufacturers by name."""
        return vaccines.manufacturers()

    def routes(self) -> tuple[Coded, ...]:
        """Return the routes, the usual ones first."""
        return vaccines.routes()

    def body_sites(self) -> tuple[Coded, ...]:
        """Return the body sites, the usual ones first."""
        return vaccines.body_sites()

    # -- within ----------------------------------------------------------------------------

    def _read(self, client_id: ClientId, uow: UnitOfWork) -> ClientDoses:
        today, law = self.corridor.today(), self.corridor.law()
        return read_client_doses(client_id, uow, today, law, self.sites.ground(uow))

    def _fresh(self, client_id: ClientId, like: DoseId | None, uow: UnitOfWork) -> Dose:
        fresh = fresh_dose(self._read(client_id, uow), self.corridor)
        return fresh if like is None else alike(fresh, uow.doses.get(like))

    def _right_to_undo(self, step_id: DoseStepId) -> str:
        def look(uow: UnitOfWork) -> str:
            return right_to_undo_step(uow.dose_steps.get(step_id), self.corridor.occasion(uow))

        return self.corridor.read(look)
