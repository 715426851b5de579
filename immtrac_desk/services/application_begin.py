"""Begin a registration, a renewal or a change, with every answer carried over."""

import json
from dataclasses import dataclass

from immtrac_desk.domain.agreement import (
    AgreementApplication,
    ApplicationKind,
    ApplicationStep,
    StepKind,
)
from immtrac_desk.domain.ids import ApplicationId, OrganizationId
from immtrac_desk.errors import RefusedError
from immtrac_desk.law.application_state import ENDED
from immtrac_desk.services.agreement_ground import SiteGround, named_on, read_site
from immtrac_desk.services.agreement_questions import questions_in_force
from immtrac_desk.services.application_answers import first_answers
from immtrac_desk.services.application_file import (
    ApplicationFile,
    enter_step,
    file_of,
    stand,
    told,
)
from immtrac_desk.services.application_record import version_of
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginApplication:
    """A registration for a site without an agreement; a renewal or a change for one with."""

    organization_id: OrganizationId
    kind: ApplicationKind


def begin_application(
    command: BeginApplication, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementApplication]:
    """Keep a fresh application and return it.

    Raises DeskError `organization.unknown`; RefusedError `application.site_closed`,
    `application.registered_already`, `application.nothing_to_renew`, or
    `application.begun_already` where one of this kind is open at this site.
    """
    ground = read_site(command.organization_id, uow)
    _refuse(command.kind, ground, uow, occasion)
    questions = questions_in_force(uow)
    application = AgreementApplication(
        id=ApplicationId(occasion.new_id()),
        organization_id=ground.organization.id,
        kind=command.kind,
        begun_on=occasion.today,
        question_set=questions.id,
        answers=first_answers(ground, questions),
        people=named_on(ground, occasion.today),
        base_id=ground.agreement.id if ground.agreement else None,
        saved_at=occasion.now,
    )
    uow.applications.put(application)
    file = file_of(application, uow, occasion)
    step = _begun(file, uow, occasion)
    done = told(file, step, occasion)
    return Outcome(application, done.entries, done.changes)


def _begun(file: ApplicationFile, uow: UnitOfWork, occasion: Occasion) -> ApplicationStep:
    """The first step, with the record and the settings that it found."""
    law = occasion.law
    return enter_step(
        file,
        StepKind.BEGUN,
        occasion.today,
        uow,
        occasion,
        record_version=version_of(file.ground.organization.id, uow),
        optional_fields=json.dumps(law.optional_fields),
        contact_roles=json.dumps(law.contact_roles),
    )


def _refuse(kind: ApplicationKind, ground: SiteGround, uow: UnitOfWork, occasion: Occasion) -> None:
    if ground.organization.closed_on is not None:
        raise RefusedError("application.site_closed")
    registers = kind is ApplicationKind.REGISTRATION
    if registers and ground.agreement is not None:
        raise RefusedError("application.registered_already")
    if not registers and ground.agreement is None:
        raise RefusedError("application.nothing_to_renew")
    for other in uow.applications.of_site(ground.organization.id):
        if other.kind is kind and stand(file_of(other, uow, occasion), occasion).state not in ENDED:
            raise RefusedError("application.begun_already", application=other.id)
