"""The application drawers: applications in preparation, their steps, and sets of questions."""

from itertools import groupby

import sqlalchemy as sa

from immtrac_desk.domain.agreement import AgreementApplication, ApplicationStep
from immtrac_desk.domain.ids import ApplicationId, OrganizationId, QuestionSetId, StepId
from immtrac_desk.domain.question import QuestionSet
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories.plain import Drawer
from immtrac_desk.store.rows import application_steps, applications, question_sets


class Applications(Drawer[AgreementApplication]):
    """Applications by id, kept in place at every pause; given up, never taken out."""

    kind, table, unknown = AgreementApplication, applications, "application.unknown"

    def of_site(self, organization_id: OrganizationId) -> tuple[AgreementApplication, ...]:
        """A site's applications, ended ones too, the earliest first."""
        return self._read(applications.c.organization_id == organization_id)

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[AgreementApplication, ...]:
        c = applications.c
        query = applications.select().where(where).order_by(c.begun_on, c.id)
        rows = self._connection.execute(query)
        return tuple(translate.record_of(AgreementApplication, row) for row in rows)


class ApplicationSteps:
    """What happened to applications, in the order it was entered; only ever added to."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, step: ApplicationStep) -> None:
        """Enter a step; it can be reversed by another, never changed."""
        self._connection.execute(application_steps.insert().values(translate.values_of(step)))

    def get(self, step_id: StepId) -> ApplicationStep:
        """One step. Refuses `application_step.unknown`."""
        found = self._read(application_steps.c.id == step_id)
        if not found:
            raise DeskError("application_step.unknown")
        return found[0]

    def of_application(self, application_id: ApplicationId) -> tuple[ApplicationStep, ...]:
        """An application's steps, as entered, undone ones too."""
        return self._read(application_steps.c.application_id == application_id)

    def all_by_application(self) -> dict[ApplicationId, tuple[ApplicationStep, ...]]:
        """Every application's steps, as entered. One statement for all."""
        found = sorted(self._read(sa.true()), key=lambda step: step.application_id)
        by_application = groupby(found, key=lambda step: step.application_id)
        return {application_id: tuple(steps) for application_id, steps in by_application}

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[ApplicationStep, ...]:
        query = application_steps.select().where(where).order_by(application_steps.c.n)
        rows = self._connection.execute(query)
        return tuple(translate.record_of(ApplicationStep, row) for row in rows)


class QuestionSets:
    """The clinic's own versions of the questions; only ever added to."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, questions: QuestionSet) -> None:
        """File a new version of the questions."""
        self._connection.execute(question_sets.insert().values(translate.values_of(questions)))

    def get(self, set_id: QuestionSetId) -> QuestionSet:
        """One version. Refuses `question_set.unknown`, also for the built-in set."""
        found = self._connection.execute(
            question_sets.select().where(question_sets.c.id == set_id)
        ).first()
        if found is None:
            raise DeskError("question_set.unknown")
        return translate.record_of(QuestionSet, found)

    def latest(self) -> QuestionSet | None:
        """The version filed last, None where the clinic has none of its own."""
        newest = question_sets.select().order_by(question_sets.c.n.desc()).limit(1)
        found = self._connection.execute(newest).first()
        return translate.record_of(QuestionSet, found) if found else None

    def all(self) -> dict[QuestionSetId, QuestionSet]:
        """Every version by its id, the first first."""
        rows = self._connection.execute(question_sets.select().order_by(question_sets.c.n))
        return {row.id: translate.record_of(QuestionSet, row) for row in rows}
