"""An IEE-526 in an answer: a change of the agreement is due, once for each site (DT-24.6)."""

from collections.abc import Iterable

from immtrac_desk.domain.answer import Answer, AnswerItem
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.law.agreement_triggers import IEE_526
from immtrac_desk.law.response_codes import response_code
from immtrac_desk.services.agreement_tasks import NoteIee526, note_iee526
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.store.unit_of_work import UnitOfWork


def open_renewals(
    items: Iterable[AnswerItem], answer: Answer, uow: UnitOfWork, occasion: Occasion
) -> Outcome[tuple[OrganizationId, ...]]:
    """Open the task at every site whose prescriber was not known; return the sites touched.

    A site whose task is open already keeps that one. Nothing opens where nobody can say which site
    it is: the item stays open until it is matched to a client or dose of one.
    """
    told = tuple(items)
    opening = {c for c in {one.code for one in told} if _opens(c, occasion)}
    found = (site_of(one, answer, uow) for one in told if one.code in opening)
    sites = [one for one in dict.fromkeys(found) if one and not task_is_open(one, uow)]
    lines: list[AuditEntry] = []
    for site in sites:
        note = NoteIee526(organization_id=site, on=occasion.today)
        lines += note_iee526(note, uow, occasion).entries
    return Outcome(tuple(sites), tuple(lines))


def _opens(code: str, occasion: Occasion) -> bool:
    return response_code(code, occasion.today).opens_change


def site_of(item: AnswerItem, answer: Answer, uow: UnitOfWork) -> OrganizationId | None:
    """Return the site of an item: the dose's, the answer's, the client's, else the only one."""
    if item.dose_id is not None and (at := uow.doses.get(item.dose_id).organization_id):
        return at
    if answer.organization_id is not None:
        return answer.organization_id
    if item.client_id is not None and (seen_at := uow.clients.get(item.client_id).site_id):
        return seen_at
    still_open = [one.id for one in uow.organizations.all() if one.closed_on is None]
    return still_open[0] if len(still_open) == 1 else None


def task_is_open(site: OrganizationId, uow: UnitOfWork) -> bool:
    """True while a change for an unknown prescriber is due at the site."""
    tasks = uow.office_tasks.of_site(site)
    return any(task.what == IEE_526 and task.closed_on is None for task in tasks)
