"""The file of one application as its acts see it: steps, questions, findings, state (DT-12)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from immtrac_desk.domain.act import FactValue
from immtrac_desk.domain.agreement import (
    AgreementApplication,
    ApplicationState,
    ApplicationStep,
    SiteAgreement,
    StepKind,
)
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ApplicationId, PaperId, PersonId, StepId
from immtrac_desk.domain.organization import AnswerValue
from immtrac_desk.domain.question import QuestionSet
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Severity
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.agreement_signer import assess_signer
from immtrac_desk.law.application_state import (
    ApplicationVerdict,
    application_state,
    live_steps,
)
from immtrac_desk.law.identifiers import check_answers
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.questions import missing, open_questions
from immtrac_desk.services.agreement_ground import SiteGround, named_on, read_site
from immtrac_desk.services.agreement_questions import questions_of
from immtrac_desk.services.application_answers import (
    number_findings,
    password_findings,
    shape_findings,
    tidied,
)
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork

ASKING = ("optional_fields", "contact_roles")
"""Settings that belong to the questions: what may stay empty (OQ-39), whom it asks for (OQ-40)."""
ANSWERED = frozenset({StepKind.APPROVED, StepKind.REFUSED, StepKind.ABANDONED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationFile:
    """An application, what happened to it, and the site under it."""

    application: AgreementApplication
    ground: SiteGround
    questions: QuestionSet
    steps: tuple[ApplicationStep, ...]
    """As entered, undone ones too."""
    base: SiteAgreement | None
    """The agreement it was begun from."""

    @property
    def live(self) -> tuple[ApplicationStep, ...]:
        """The steps that count."""
        return live_steps(self.steps)

    @property
    def answers(self) -> dict[str, AnswerValue]:
        """The answers as a paper shows them."""
        return tidied(self.application.answers, self.questions)

    def asking(self, law: LawSettings) -> LawSettings:
        """Return the settings with what they asked when this was begun: that never changes."""
        begun = next((step.facts for step in self.live if step.kind is StepKind.BEGUN), {})
        told = ((name, begun[name]) for name in ASKING if name in begun)
        kept: dict[str, Any] = {name: tuple(json.loads(str(words))) for name, words in told}
        return replace(law, **kept)

    @property
    def signed(self) -> ApplicationStep | None:
        """The signature that stands; None where there is none or an edit dropped it (DT-12)."""
        return standing_signature(self.live)


def standing_signature(live: Sequence[ApplicationStep]) -> ApplicationStep | None:
    """Return the last signature among the steps that count, unless it was dropped after."""
    for step in reversed(live):
        if step.kind is StepKind.SIGNATURE_DROPPED:
            return None
        if step.kind is StepKind.SIGNED:
            return step
    return None


def open_application(
    application_id: ApplicationId, uow: UnitOfWork, occasion: Occasion
) -> ApplicationFile:
    """Return the file of an application. Raises DeskError `application.unknown`."""
    return file_of(uow.applications.get(application_id), uow, occasion)


def file_of(
    application: AgreementApplication, uow: UnitOfWork, occasion: Occasion
) -> ApplicationFile:
    """Return the file of an application in hand, kept or not.

    While nobody signed it, its people are those of today's roster.
    """
    base = application.base_id
    file = ApplicationFile(
        application=application,
        ground=read_site(application.organization_id, uow),
        questions=questions_of(application.question_set, uow),
        steps=uow.application_steps.of_application(application.id),
        base=uow.agreements.get(base) if base else None,
    )
    if file.signed is not None or any(step.kind in ANSWERED for step in file.live):
        return file
    people = named_on(file.ground, occasion.today)
    return replace(file, application=replace(application, people=people))


def findings_of(file: ApplicationFile, occasion: Occasion) -> tuple[Finding, ...]:
    """Return what is missing and what is wrong with the answers and people (DT-14, DT-15)."""
    application = file.application
    answers, kind = file.answers, application.kind
    law = file.asking(occasion.law)
    asked = open_questions(file.questions, answers, law)
    lacking = missing(file.questions, kind, answers, application.people, law)
    checked = check_answers(file.questions, kind, answers, occasion.practice, law)
    secret = password_findings(application.answers, asked)
    shaped = shape_findings(application.answers, asked)
    return (*lacking, *shaped, *secret, *checked, *number_findings(application.people, asked))


def signer_findings(
    file: ApplicationFile, signer_id: PersonId, signed_on: date, occasion: Occasion
) -> tuple[Finding, ...]:
    """Return what DT-14 says of somebody who signs, or signed, on that day."""
    person = file.ground.people.get(signer_id)
    if person is None:
        return (Finding(code="signer.no_role_that_day", field="signer", row="DT-14"),)
    prescribers = file.ground.holding(SiteRole.PRESCRIBER, signed_on)
    return assess_signer(
        str(file.answers.get("org_type", "")),
        person,
        file.ground.roles,
        signed_on,
        tuple(one.id for one in prescribers),
        occasion.law,
    )


def judged(
    file: ApplicationFile, findings: Sequence[Finding], on: date, occasion: Occasion
) -> ApplicationVerdict:
    """Return where the application stands on `on` (DT-12)."""
    signed = file.signed
    return application_state(
        file.application,
        file.steps,
        missing=any(is_error(finding) for finding in findings),
        valid_signature=signed is not None and _valid(file, signed, occasion),
        on=on,
        settings=occasion.law,
    )


def is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def stand(file: ApplicationFile, occasion: Occasion) -> ApplicationVerdict:
    """Return where the application stands today."""
    return judged(file, findings_of(file, occasion), occasion.today, occasion)


def need_state(
    file: ApplicationFile, allowed: frozenset[ApplicationState], code: str, occasion: Occasion
) -> ApplicationVerdict:
    """Return where it stands; raise RefusedError `code` unless that is one of `allowed`."""
    verdict = stand(file, occasion)
    if verdict.state not in allowed:
        raise RefusedError(code, state=verdict.state.value, row=verdict.row)
    return verdict


def refuse_day(on: date, not_before: date | None, field: str, code: str, today: date) -> None:
    """Raise InputError beside `field` for a day to come, or one before `not_before`."""
    if on > today:
        raise InputError("date.future", field)
    if not_before is not None and on < not_before:
        raise InputError(code, field)


def enter_step(
    file: ApplicationFile,
    kind: StepKind,
    on: date,
    uow: UnitOfWork,
    occasion: Occasion,
    /,
    *,
    paper_id: PaperId | None = None,
    signer_id: PersonId | None = None,
    **facts: FactValue,
) -> ApplicationStep:
    """Append one step and return it."""
    step = ApplicationStep(
        id=StepId(occasion.new_id()),
        application_id=file.application.id,
        kind=kind,
        on=on,
        at=occasion.now,
        by=occasion.actor.id,
        paper_id=paper_id,
        signer_id=signer_id,
        facts={name: value for name, value in facts.items() if value not in ("", None)},
    )
    uow.application_steps.add(step)
    return step


def told(
    file: ApplicationFile,
    step: ApplicationStep,
    occasion: Occasion,
    /,
    *,
    digest: str = "",
    row: str = "",
    **facts: FactValue,
) -> Outcome[ApplicationStep]:
    """Return the outcome of one step: the step, its line in the book, what changed."""
    said: dict[str, Any] = {name: value for name, value in facts.items() if value not in ("", None)}
    line = entry(
        occasion,
        step.kind.value,
        document_digest=digest,
        row=row,
        organization=file.ground.organization.id,
        application=file.application.id,
        application_kind=file.application.kind.value,
        **said,
    )
    return Outcome(step, (line,), changes_of(file))


def changes_of(file: ApplicationFile) -> Changes:
    return Changes(organizations=frozenset({file.ground.organization.id}), drafts=True)


def _valid(file: ApplicationFile, signed: ApplicationStep, occasion: Occasion) -> bool:
    if signed.signer_id is None:
        return False
    found = signer_findings(file, signed.signer_id, signed.on, occasion)
    return not any(is_error(finding) for finding in found)
