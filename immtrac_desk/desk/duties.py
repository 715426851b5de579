"""The counter's room for access and duties: who may see what, breach clocks, what was confirmed."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.roster_pictures import DutyLine
from immtrac_desk.domain.agreement import DutyConfirmed
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.errors import InputError
from immtrac_desk.law.access import AccessVerdict, Entity, Purpose, may_see
from immtrac_desk.law.breach import BreachClock, BreachFacts, clocks
from immtrac_desk.law.duties import Duty, duties, duty
from immtrac_desk.services.duties import ConfirmDuty, confirm_duty
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(slots=True)
class DutiesRoom:
    """Everything one may ask about access, and the duties that come with it."""

    corridor: Corridor

    def may_see(
        self, entity: Entity, purpose: Purpose, adult: bool | None, status: str
    ) -> AccessVerdict:
        """Return whether somebody may see a record (DT-17); `adult` None: age not known."""
        law, today = self.corridor.law(), self.corridor.today()
        return may_see(entity, purpose, adult, status, law, today)

    def breach(self, facts: BreachFacts) -> tuple[BreachClock, ...]:
        """Return whom to tell of a breach by when (DT-18); an aid, not advice.

        InputError for numbers or days that cannot be, `date.future` for a day still to come.
        """
        today = self.corridor.today()
        for field, day in (
            ("discovered_on", facts.discovered_on),
            ("determined_on", facts.determined_on),
        ):
            if day is not None and day > today:
                raise InputError("date.future", field)
        return clocks(facts, today, self.corridor.law())

    def duty(self, duty_id: str) -> Duty:
        """Return one duty in words. DeskError `duty.unknown`."""
        return duty(duty_id)

    def lines(self, organization_id: OrganizationId) -> tuple[DutyLine, ...]:
        """Return every duty with who confirmed it last at this site."""

        def read(uow: UnitOfWork) -> tuple[DutyLine, ...]:
            latest = uow.duties.latest(uow.organizations.get(organization_id).id)
            return tuple(DutyLine(duty=d, confirmed=latest.get(d.id)) for d in duties())

        return self.corridor.read(read)

    def confirm(
        self, organization_id: OrganizationId, duty_id: str, on: date, note: str = ""
    ) -> DutyConfirmed:
        """Confirm a duty as met on a day. DeskError `duty.unknown`; InputError by field."""
        command = ConfirmDuty(organization_id=organization_id, duty=duty_id, on=on, note=note)
        return self.corridor.perform("confirm_duty", confirm_duty, command)
