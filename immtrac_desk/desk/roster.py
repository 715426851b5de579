"""The counter's room for sites and their people: who is what at the registry, and since when."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.roster_pictures import PersonFile, RoleLine, RosterLine
from immtrac_desk.desk.roster_view import (
    by_name,
    in_order,
    person_file,
    read_roles,
    read_roster_of,
    role_lines,
    roster_lines,
)
from immtrac_desk.domain.agreement import AgreementFile, OfficeTask
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import OfficeTaskId, OrganizationId, PersonId, RoleId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import (
    RoleHeld,
    SitePerson,
    SiteRole,
    Training,
    TrainingKind,
)
from immtrac_desk.errors import InputError
from immtrac_desk.law.agreement_signer import signer_label
from immtrac_desk.services.office_task import CloseOfficeTask, close_office_task
from immtrac_desk.services.roster_account import NoteAccount, note_account
from immtrac_desk.services.roster_file import AttachToPerson, attach_to_person
from immtrac_desk.services.roster_ground import read_roster
from immtrac_desk.services.roster_left import LeftClinic, left_clinic
from immtrac_desk.services.roster_person import SavePerson, assess_typed, save_person
from immtrac_desk.services.roster_roles import (
    EndRole,
    GiveRole,
    TakeBackRole,
    end_role,
    give_role,
    take_back_role,
)
from immtrac_desk.services.roster_shape import tidy_organization, tidy_person
from immtrac_desk.services.roster_site import (
    CloseOrganization,
    SaveOrganization,
    assess_organization,
    assess_pin,
    close_organization,
    save_organization,
)
from immtrac_desk.services.roster_training import NoteTraining, note_training
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(slots=True)
class RosterRoom:
    """Everything one may ask or do about sites, their people and what people still must do."""

    corridor: Corridor

    def organizations(self) -> tuple[Organization, ...]:
        """Return every site by name, each parent followed by its sub-sites; closed ones too."""
        return self.corridor.read(lambda uow: in_order(uow.organizations.all()))

    def how_many(self) -> int:
        """Return how many sites there are, closed ones too."""
        return self.corridor.read(lambda uow: uow.organizations.count())

    def organization(self, organization_id: OrganizationId) -> Organization:
        """Return one site. DeskError `organization.unknown`."""
        return self.corridor.read(lambda uow: uow.organizations.get(organization_id))

    def signer_label(self, organization: Organization) -> str:
        """Return the code of what the signer is called at this kind of site (DT-14)."""
        return signer_label(organization.org_type, self.corridor.today())

    def new_organization(self, parent_id: OrganizationId | None = None) -> Organization:
        """Return an empty site with an id of its own, not yet kept."""
        return Organization(id=OrganizationId(self.corridor.make_id()), parent_id=parent_id)

    def save_organization(
        self,
        organization: Organization,
        changed_on: date | None = None,
        pin_again: str | None = None,
    ) -> Organization:
        """Keep a site, true from `changed_on` on (today without it). InputError by field.

        `pin_again`: where one types, a new PIN is typed twice (DT-15.4).
        """
        command = SaveOrganization(
            organization=organization, changed_on=changed_on, pin_again=pin_again
        )
        return self.corridor.perform("manage_agreement", save_organization, command)

    def check_organization(
        self, organization: Organization, pin_again: str | None = None
    ) -> tuple[Finding, ...]:
        """Return what is to be said of every field (DT-15); writes nothing."""
        try:
            site = tidy_organization(organization)
        except InputError as refused:
            return (_finding(refused),)

        def read(uow: UnitOfWork) -> tuple[Finding, ...]:
            known = {other.id: other for other in uow.organizations.all()}
            before = known.pop(site.id, None)
            found = assess_organization(site, tuple(known.values()), self.corridor.practice)
            return (*found, *assess_pin(site, before, pin_again))

        return self.corridor.read(read)

    def close_organization(self, organization_id: OrganizationId, on: date) -> Organization:
        """Note that a site is closed since `on` (DT-13.1)."""
        command = CloseOrganization(organization_id=organization_id, on=on)
        return self.corridor.perform("manage_agreement", close_organization, command)

    def reopen_organization(self, organization_id: OrganizationId) -> Organization:
        """Note that a site is open again."""
        command = CloseOrganization(organization_id=organization_id, on=None)
        return self.corridor.perform("manage_agreement", close_organization, command)

    def people(self) -> tuple[SitePerson, ...]:
        """Return everybody by name, whoever has no role and whoever left among them."""
        found = self.corridor.read(lambda uow: uow.site_people.all())
        return tuple(sorted(found, key=by_name))

    def lines(
        self, organization_id: OrganizationId, on: date | None = None, former: bool = False
    ) -> tuple[RosterLine, ...]:
        """Return who holds a role at a site on a day; `former`: whoever ever held one."""
        day = on or self.corridor.today()
        read = self.corridor.read(lambda uow: read_roster_of(organization_id, uow))
        return roster_lines(read, organization_id, day, former, self.corridor.law())

    def new_person(self) -> SitePerson:
        """Return an empty person with an id of their own, not yet kept."""
        return SitePerson(id=PersonId(self.corridor.make_id()))

    def check_person(
        self, person: SitePerson, organization_id: OrganizationId, email_again: str = ""
    ) -> tuple[Finding, ...]:
        """Return what is to be said of every field (DT-15, DT-16); writes nothing."""
        try:
            tidied = tidy_person(person)
        except InputError as refused:
            return (_finding(refused),)

        def read(uow: UnitOfWork) -> tuple[Finding, ...]:
            roster = read_roster(tidied, uow, self.corridor.practice)
            return assess_typed(tidied, email_again, roster, self.corridor.today())

        return self.corridor.read(read)

    def save_person(self, person: SitePerson, email_again: str = "") -> SitePerson:
        """Keep a person; a new e-mail is typed twice. InputError by field."""
        command = SavePerson(person=person, email_again=email_again)
        return self.corridor.perform("manage_roster", save_person, command)

    def give_role(
        self, person_id: PersonId, organization_id: OrganizationId, role: SiteRole, from_on: date
    ) -> RoleHeld:
        """Give a role from a day on. InputError `role.*`, `person.*`."""
        command = GiveRole(
            person_id=person_id, organization_id=organization_id, role=role, from_on=from_on
        )
        return self.corridor.perform("manage_roster", give_role, command)

    def end_role(self, role_id: RoleId, until_on: date) -> RoleHeld:
        """Note the last day of a role, or correct it. InputError `role.*`."""
        command = EndRole(role_id=role_id, until_on=until_on)
        return self.corridor.perform("manage_roster", end_role, command)

    def take_back_role(self, role_id: RoleId, reason: str) -> RoleHeld:
        """Take back a role that was noted by mistake; the book keeps both."""
        command = TakeBackRole(role_id=role_id, reason=reason)
        return self.corridor.perform("manage_roster", take_back_role, command)

    def left_clinic(self, person_id: PersonId, on: date) -> tuple[OfficeTask, ...]:
        """End every role on the last day and return the tasks this opens (DT-16.7)."""
        command = LeftClinic(person_id=person_id, on=on)
        return self.corridor.perform("manage_roster", left_clinic, command)

    def note_training(
        self,
        person_id: PersonId,
        kind: TrainingKind,
        on: date,
        signed: bool,
        note: str = "",
        proof: bytes | None = None,
    ) -> Training:
        """File a training, with its signed proof if there is one. InputError by field."""
        command = NoteTraining(
            person_id=person_id, kind=kind, on=on, signed=signed, note=note, proof=proof
        )
        return self.corridor.perform("manage_roster", note_training, command)

    def note_account(
        self, person_id: PersonId, made_on: date | None = None, disabled_on: date | None = None
    ) -> SitePerson:
        """Note the day an account was made or disabled; disabled closes its task."""
        command = NoteAccount(person_id=person_id, made_on=made_on, disabled_on=disabled_on)
        return self.corridor.perform("manage_roster", note_account, command)

    def person_file(self, person_id: PersonId) -> PersonFile:
        """Return everything kept about somebody. DeskError `person.unknown`."""
        today, law = self.corridor.today(), self.corridor.law()
        return self.corridor.read(lambda uow: person_file(person_id, uow, today, law))

    def held_on(
        self, day: date, organization_id: OrganizationId | None = None
    ) -> tuple[RoleLine, ...]:
        """Return who held which role on a day, at one site or at all."""
        found = self.corridor.read(lambda uow: read_roles(organization_id, uow))
        return role_lines(found, lambda held: held.holds(day))

    def role_history(self, organization_id: OrganizationId) -> tuple[RoleLine, ...]:
        """Return every role ever held at a site, by role and name."""
        found = self.corridor.read(lambda uow: read_roles(organization_id, uow))
        return role_lines(found, lambda held: True)

    def tasks(self, organization_id: OrganizationId | None = None) -> tuple[OfficeTask, ...]:
        """Return the open tasks, of one site or of all, the earliest due first."""
        found = self.corridor.read(lambda uow: uow.office_tasks.unfinished())
        return tuple(t for t in found if organization_id in (None, t.organization_id))

    def close_task(self, task_id: OfficeTaskId, note: str = "") -> OfficeTask:
        """Note that a task is done. RefusedError `office_task.closed_already`."""
        command = CloseOfficeTask(task_id=task_id, note=note)
        return self.corridor.perform("manage_roster", close_office_task, command)

    def attach_to_person(
        self, organization_id: OrganizationId, person_id: PersonId, what: str, data: bytes
    ) -> AgreementFile:
        """Keep a file beside a person. InputError `attach.*`."""
        command = AttachToPerson(
            organization_id=organization_id, person_id=person_id, what=what, data=data
        )
        return self.corridor.perform("manage_roster", attach_to_person, command)


def _finding(refused: InputError) -> Finding:
    facts = {k: v for k, v in refused.facts.items() if k != "field" and isinstance(v, (str, int))}
    return Finding(code=refused.code, field=refused.field, facts=facts)
