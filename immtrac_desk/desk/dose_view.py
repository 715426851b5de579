"""How doses are shown: a fresh one, one with everything about it, and lines of the list."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from immtrac_desk import vaccines
from immtrac_desk.desk.answer_lines import item_lines
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.registry_pictures import DoseLine, DosePicture, StepLine
from immtrac_desk.domain.dose import Dose, DoseState, DoseStep
from immtrac_desk.domain.ids import DoseId, OrganizationId
from immtrac_desk.domain.words import Responder
from immtrac_desk.law.eligibility import groups
from immtrac_desk.law.reporting import DueState
from immtrac_desk.services.answer_read import JudgedItem
from immtrac_desk.services.dose_list import OpenDose
from immtrac_desk.services.dose_read import ClientDoses
from immtrac_desk.services.dose_steps import can_undo_step
from immtrac_desk.store.unit_of_work import UnitOfWork

_CAME_BACK = frozenset({DoseState.REJECTED, DoseState.TO_RESEND})
_LOUD = {DueState.OVERDUE: 0, DueState.AMBER: 1, DueState.PLAIN: 2}
_ADULT_ASKS = frozenset({Responder.RESPONDER, Responder.ADULT_FAMILY})
_OF_THE_VISIT = (
    *("given_on", "route", "eligibility", "prescriber_id", "organization_id"),
    *("responder_asks", "historical"),
)


def fresh_dose(file: ClientDoses, corridor: Corridor) -> Dose:
    """Return a dose of today, at the client's site; a responder who asked once asks again."""
    client, site = file.ground.client, file.sites.site(file.ground.client.site_id)
    return Dose(
        id=DoseId(corridor.make_id()),
        client_id=client.id,
        given_on=corridor.today(),
        organization_id=site.id if site else None,
        responder_asks=file.ground.standing.fr in _ADULT_ASKS,
        entered_at=corridor.clock(),
        entered_by=corridor.actor.id,
    )


def alike(fresh: Dose, other: Dose) -> Dose:
    """Return `fresh` with what the doses of one visit share; the vaccine is its own."""
    return replace(fresh, **{name: getattr(other, name) for name in _OF_THE_VISIT})


def picture_of(dose: Dose, file: ClientDoses, uow: UnitOfWork, corridor: Corridor) -> DosePicture:
    """Return a dose with everything about it; it may be one that was not kept yet."""
    today, law = corridor.today(), corridor.law()
    judged = file.judge(dose, today, law)
    return DosePicture(
        dose=dose,
        vaccine=vaccines.vaccine(dose.cvx),
        verdict=judged.verdict,
        faults=judged.faults,
        missing=file.missing(dose, today, law),
        groups=groups(file.ground.client.born_on, dose.given_on, law),
        prescriber=file.sites.people.get(dose.prescriber_id) if dose.prescriber_id else None,
        event=file.sites.events.get(dose.event_id) if dose.event_id else None,
        items=item_lines([one for one in file.items if _about(one, dose)], uow),
        steps=_step_lines(file.steps.get(dose.id, ()), uow, corridor),
    )


def dose_line(one: OpenDose, on: date) -> DoseLine:
    """Return a line of the list, as loud as it is on a day."""
    judged = one.judged
    client, verdict = judged.ground.client, judged.verdict
    return DoseLine(
        dose=judged.dose,
        client_id=client.id,
        client_name=client.name.shown,
        born_on=client.born_on,
        vaccine=vaccines.vaccine(judged.dose.cvx),
        verdict=replace(verdict, due_state=verdict.duty.state(on)),
        faults=judged.faults,
        missing=one.missing,
        no_client=not client.immtrac2_id,
    )


def as_of(line: DoseLine, on: date) -> DoseLine:
    """Return a line as loud as it is on another day."""
    verdict = line.verdict
    return replace(line, verdict=replace(verdict, due_state=verdict.duty.state(on)))


def pressing(line: DoseLine) -> tuple[int, date, date, str, int, str]:
    """Return what sorts the list: what is overdue first, then what is due next.

    Of one client's doses of a day, one that was rejected stands before one that only waits.
    """
    due = line.verdict.duty.due_on or date.max
    loud, calm = _LOUD[line.verdict.due_state], line.verdict.state not in _CAME_BACK
    return loud, due, line.dose.given_on, line.client_name, calm, line.dose.id


def given_at(dose: Dose, org_id: OrganizationId | None) -> bool:
    """True for a dose of the site, for one that names none, and where no site is asked for."""
    return org_id is None or dose.organization_id in (None, org_id)


def _about(one: JudgedItem, dose: Dose) -> bool:
    """A fault of consent is about every dose of its client, any other about its own."""
    return one.verdict.dose_id == dose.id or (one.verdict.dose_id is None and one.code.by_client)


def _step_lines(
    steps: Sequence[DoseStep], uow: UnitOfWork, corridor: Corridor
) -> tuple[StepLine, ...]:
    """The newest first."""
    if not steps:
        return ()
    occasion = corridor.occasion(uow)
    names = {member.id: member.name for member in uow.staff.all()}
    undone = {step.reverses for step in steps}
    return tuple(
        StepLine(
            step=step,
            by_name=names.get(step.by, ""),
            undone=step.id in undone,
            can_undo=can_undo_step(step, steps, occasion),
        )
        for step in reversed(steps)
    )
