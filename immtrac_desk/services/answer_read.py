"""Items of answers as they stand: joined with their answer, their code and what was done since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from immtrac_desk.domain.answer import Answer, AnswerItem, AnswerStep
from immtrac_desk.domain.dose import Dose, DoseStep
from immtrac_desk.domain.ids import (
    AnswerId,
    AnswerItemId,
    ClientId,
    DoseId,
    OrganizationId,
)
from immtrac_desk.law.answer_state import ItemVerdict, Mending, item_state, whose
from immtrac_desk.law.dose_state import Rejection, about, last_report, standing
from immtrac_desk.law.response_codes import ResponseCode, response_code
from immtrac_desk.services.answer_mendings import Mendings, mendings_of_clients, mendings_of_sites
from immtrac_desk.store.unit_of_work import UnitOfWork

Steps = Mapping[AnswerItemId, tuple[AnswerStep, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedItem:
    """An item with its answer, its code of DT-24 and where it stands.

    The client of `verdict` is the one that stands for whoever it was read as (E12).
    """

    item: AnswerItem
    answer: Answer
    code: ResponseCode
    verdict: ItemVerdict
    site: OrganizationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGround:
    """What judging items asks beside the items: who stands for whom, what was done, the sites."""

    answers: Mapping[AnswerId, Answer]
    steps: Steps
    survivors: Mapping[ClientId, ClientId]
    mendings: Mendings
    of_sites: Mapping[OrganizationId, tuple[Mending, ...]]
    sites: Mapping[ClientId, OrganizationId | None]
    """The site of each client, for an answer that names none."""
    dose_sites: Mapping[DoseId, OrganizationId | None]
    """Where the doses were given whose prescriber was not known."""
    only_site: OrganizationId | None
    codes: Mapping[str, ResponseCode]

    def client_of(self, item: AnswerItem) -> ClientId | None:
        """Return who stands for the client of an item, None where nobody knows whose it is."""
        client_id, _ = whose(item, self.steps.get(item.id, ()))
        return self.survivors.get(client_id, client_id) if client_id else None

    def judge(self, item: AnswerItem) -> JudgedItem:
        """Return where an item stands."""
        answer, code = self.answers[item.answer_id], self.codes[item.code]
        client_id = self.client_of(item)
        site = self._site(item, client_id)
        done = (
            *(self.mendings.get(client_id, ()) if client_id else ()),
            *(self.of_sites.get(site, ()) if site else ()),
        )
        verdict = item_state(item, answer.at, code, self.steps.get(item.id, ()), done)
        told = replace(verdict, client_id=client_id)
        return JudgedItem(item=item, answer=answer, code=code, verdict=told, site=site)

    def _site(self, item: AnswerItem, client_id: ClientId | None) -> OrganizationId | None:
        """The dose's site, the answer's, the client's, else the only one."""
        _, dose_id = whose(item, self.steps.get(item.id, ()))
        given_at = self.dose_sites.get(dose_id) if dose_id else None
        seen_at = self.sites.get(client_id) if client_id else None
        return given_at or self.answers[item.answer_id].organization_id or seen_at or self.only_site


def answer_ground(
    items: Sequence[AnswerItem],
    uow: UnitOfWork,
    on: date,
    answers: Mapping[AnswerId, Answer] | None = None,
    steps: Steps | None = None,
) -> AnswerGround:
    """Read once what these items depend on; `answers` and `steps` where they are at hand."""
    known = answers if answers is not None else {one.id: one for one in uow.answers.all()}
    told = steps if steps is not None else steps_of(items, uow)
    survivors = uow.merges.all()
    read_as = (whose(item, told.get(item.id, ()))[0] for item in items)
    clients = list(dict.fromkeys(survivors.get(one, one) for one in read_as if one))
    first = min((known[item.answer_id].at for item in items), default=None)
    organizations = [one for one in uow.organizations.all() if one.closed_on is None]
    codes = {code: response_code(code, on) for code in {item.code for item in items}}
    opening = [item for item in items if codes[item.code].opens_change]
    given = {whose(item, told.get(item.id, ()))[1] for item in opening} - {None}
    return AnswerGround(
        answers=known,
        steps=told,
        survivors=survivors,
        mendings=mendings_of_clients(clients, first, uow) if first else {},
        of_sites=mendings_of_sites(uow),
        sites={one.id: one.site_id for one in uow.clients.many(clients).values()},
        dose_sites={one: uow.doses.get(one).organization_id for one in given if one},
        only_site=organizations[0].id if len(organizations) == 1 else None,
        codes=codes,
    )


_FEW = 40


def steps_of(items: Sequence[AnswerItem], uow: UnitOfWork) -> Steps:
    """Return the steps of these items: asked one by one for a few, else all at once."""
    if len(items) < _FEW:
        return {item.id: uow.answer_steps.of_item(item.id) for item in items}
    return uow.answer_steps.all_by_item()


def rejections(
    judged: Iterable[JudgedItem],
    doses: Sequence[Dose],
    steps: Mapping[DoseId, Sequence[DoseStep]],
) -> dict[DoseId, tuple[Rejection, ...]]:
    """Return for each dose of one client the items that reject it."""
    found: dict[DoseId, tuple[Rejection, ...]] = {}
    for one in judged:
        reported = reported_before(one.verdict.said_at, doses, steps)
        for dose_id in about(one.item, one.verdict, one.code, reported):
            found[dose_id] = (*found.get(dose_id, ()), Rejection(one.verdict))
    return found


def reported_before(
    moment: datetime, doses: Sequence[Dose], steps: Mapping[DoseId, Sequence[DoseStep]]
) -> dict[DoseId, datetime]:
    """Return when each of the doses was last reported before a moment; unreported left out."""
    found: dict[DoseId, datetime] = {}
    for dose in doses:
        before = [step for step in standing(steps.get(dose.id, ())) if step.at <= moment]
        report = last_report(before)
        if report is not None:
            found[dose.id] = report.at
    return found
