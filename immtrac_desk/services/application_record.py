"""The organization's record beside an application: what somebody typed into it meanwhile."""

from immtrac_desk.domain.agreement import ApplicationStep, StepKind
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import ASKED, Answers, AnswerValue, Organization
from immtrac_desk.domain.question import Question, QuestionKind
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.questions import changed
from immtrac_desk.services.application_answers import known_of
from immtrac_desk.services.application_file import ApplicationFile
from immtrac_desk.store.unit_of_work import UnitOfWork

VERSION = "record_version"
"""The fact of a step that tells which version of the record it found."""


def version_of(organization_id: OrganizationId, uow: UnitOfWork) -> int:
    """Return the number of the record's version as it stands now."""
    return uow.organizations.versions(organization_id)[-1].version


def typed_since(file: ApplicationFile, uow: UnitOfWork) -> frozenset[str]:
    """Return the fields in which the record is newer than the signed answers.

    Those typed over since the signature; and those typed over since it was begun, where the
    application says still what it was begun with. Nothing of applications that were begun and
    signed before their steps told the version.
    """
    now = known_of(file.ground.organization)
    begun, signed = _found_by(_begun(file), file, uow), _found_by(file.signed, file, uow)
    newer = changed(now, known_of(signed)) if signed else frozenset()
    if begun is None:
        return newer & set(ASKED)
    first = known_of(begun)
    untouched = set(ASKED) - changed(file.answers, first)
    return (newer | (changed(now, first) & untouched)) & set(ASKED)


def record_findings(
    file: ApplicationFile, asked: tuple[Question, ...], uow: UnitOfWork
) -> tuple[Finding, ...]:
    """Warn beside each answer that differs from what the record says since it was begun."""
    begun = _found_by(_begun(file), file, uow)
    if begun is None:
        return ()
    now = known_of(file.ground.organization)
    other = changed(now, known_of(begun)) & changed(now, file.answers) & set(ASKED)
    return tuple(_differs(one, now) for one in asked if one.id in other)


def _begun(file: ApplicationFile) -> ApplicationStep | None:
    return next((step for step in file.live if step.kind is StepKind.BEGUN), None)


def _found_by(
    step: ApplicationStep | None, file: ApplicationFile, uow: UnitOfWork
) -> Organization | None:
    """Return the record as a step found it."""
    wanted = step.facts.get(VERSION) if step is not None else None
    if wanted is None:
        return None
    versions = uow.organizations.versions(file.ground.organization.id)
    return next((one.organization for one in versions if one.version == wanted), None)


def _differs(question: Question, now: Answers) -> Finding:
    value: AnswerValue = now.get(question.id, "")
    told = question.kind is QuestionKind.TEXT and isinstance(value, str) and bool(value)
    return Finding(
        code="application.record_differs" if told else "application.record_other",
        field=question.id,
        severity=Severity.WARNING,
        row="DT-12",
        facts={"record": value} if told and isinstance(value, str) else {},
    )
