"""Every site at once, read in a fixed number of statements however many sites there are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from immtrac_desk.domain.agreement import AgreementApplication, ApplicationStep
from immtrac_desk.domain.ids import OrganizationId, PersonId, QuestionSetId
from immtrac_desk.domain.question import QuestionSet
from immtrac_desk.domain.site_person import Training
from immtrac_desk.law.application_state import live_steps
from immtrac_desk.law.questions import built_in
from immtrac_desk.services.agreement_ground import SiteGround, by_person, named_on
from immtrac_desk.services.application_file import ANSWERED, ApplicationFile
from immtrac_desk.store.unit_of_work import UnitOfWork


class _AtASite(Protocol):
    @property
    def organization_id(self) -> OrganizationId: ...


T = TypeVar("T", bound=_AtASite)


@dataclass(frozen=True, slots=True, kw_only=True)
class AllSites:
    """The ground of every site, and the applications nobody has answered."""

    grounds: Mapping[OrganizationId, SiteGround]
    changes: Mapping[OrganizationId, Mapping[str, date]]
    """For every site, the day each field of its record last changed."""
    waiting: tuple[ApplicationFile, ...]
    """In preparation or sent; neither approved, refused nor given up."""
    trainings: Mapping[PersonId, tuple[Training, ...]]


def read_all_sites(uow: UnitOfWork, today: date) -> AllSites:
    """Return every site. One statement for each drawer."""
    trainings = by_person(uow.trainings.all())
    grounds = _grounds(uow, trainings)
    return AllSites(
        grounds=grounds,
        changes=uow.organizations.changes(),
        waiting=tuple(_waiting(uow, grounds, today)),
        trainings=trainings,
    )


def _grounds(
    uow: UnitOfWork, trainings: Mapping[PersonId, tuple[Training, ...]]
) -> dict[OrganizationId, SiteGround]:
    everybody = {person.id: person for person in uow.site_people.all()}
    roles, tasks = _by_site(uow.roles.all()), _by_site(uow.office_tasks.unfinished())
    in_force = uow.agreements.latest_all()
    found = {}
    for site in uow.organizations.all():
        held = roles.get(site.id, ())
        found[site.id] = SiteGround(
            organization=site,
            people={one.person_id: everybody[one.person_id] for one in held},
            roles=held,
            trainings=trainings,
            tasks=tasks.get(site.id, ()),
            agreement=in_force.get(site.id),
        )
    return found


def _waiting(
    uow: UnitOfWork, grounds: Mapping[OrganizationId, SiteGround], today: date
) -> Iterator[ApplicationFile]:
    sets = uow.question_sets.all()
    steps = uow.application_steps.all_by_application()
    for application in uow.applications.all():
        own = steps.get(application.id, ())
        if not any(step.kind in ANSWERED for step in live_steps(own)):
            yield _file(application, own, grounds[application.organization_id], sets, today)


def _file(
    application: AgreementApplication,
    steps: tuple[ApplicationStep, ...],
    ground: SiteGround,
    sets: Mapping[QuestionSetId, QuestionSet],
    today: date,
) -> ApplicationFile:
    """What it was begun from is not asked here: it changes no state."""
    file = ApplicationFile(
        application=application,
        ground=ground,
        questions=sets.get(application.question_set) or built_in(),
        steps=steps,
        base=None,
    )
    if file.signed is not None:
        return file
    return replace(file, application=replace(application, people=named_on(ground, today)))


def _by_site(found: Iterable[T]) -> dict[OrganizationId, tuple[T, ...]]:
    sites: dict[OrganizationId, list[T]] = {}
    for one in found:
        sites.setdefault(one.organization_id, []).append(one)
    return {site: tuple(several) for site, several in sites.items()}
