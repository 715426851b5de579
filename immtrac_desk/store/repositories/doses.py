"""The dose drawers: doses as they are, what they were, and what became of each."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

import sqlalchemy as sa

from immtrac_desk.domain.dose import Dose, DoseStep
from immtrac_desk.domain.ids import ClientId, DoseId, DoseStepId
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.rows import dose_steps, dose_versions, doses

BATCH = 500


class Doses:
    """Doses as they are now; `put` keeps what they were. Found under whoever stands for a client.

    A merge moves nothing (E12): a dose keeps the client that it was entered for.
    """

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, dose: Dose) -> Dose:
        """File a new dose, or a correction of the version that `dose.version` names.

        Returns it as filed, a correction with the next version. Refuses `dose.changed_meanwhile`
        where the version named is no longer the current one.
        """
        row = self._connection.execute(doses.select().where(doses.c.id == dose.id)).first()
        if row is None:
            self._connection.execute(doses.insert().values(translate.values_of(dose)))
            return dose
        before = translate.record_of(Dose, row)
        if before.version != dose.version:
            raise DeskError("dose.changed_meanwhile", stored=before.version, read=dose.version)
        after = replace(dose, version=dose.version + 1)
        self._connection.execute(dose_versions.insert().values(translate.values_of(before)))
        here = doses.c.id == dose.id
        self._connection.execute(doses.update().where(here).values(translate.values_of(after)))
        return after

    def get(self, dose_id: DoseId) -> Dose:
        """The dose as it is now. Refuses `dose.unknown`."""
        found = self._read(doses.c.id == dose_id)
        if not found:
            raise DeskError("dose.unknown")
        return found[0]

    def of_client(self, client_id: ClientId) -> tuple[Dose, ...]:
        """A client's doses and those of everyone merged into it, the first given first."""
        return self._read(doses.c.client_id.in_(Merges(self._connection).group(client_id)))

    def of_clients(self, ids: Iterable[ClientId]) -> dict[ClientId, tuple[Dose, ...]]:
        """As `of_client` for many at once; a client without a dose is left out."""
        standing = {client_id: client_id for client_id in ids}
        survivors = Merges(self._connection).all()
        standing |= {gone: keep for gone, keep in survivors.items() if keep in standing}
        wanted, found = list(standing), list[Dose]()
        for start in range(0, len(wanted), BATCH):
            found += self._read(doses.c.client_id.in_(wanted[start : start + BATCH]))
        by_client: dict[ClientId, list[Dose]] = {}
        for dose in sorted(found, key=_as_given):
            by_client.setdefault(standing[dose.client_id], []).append(dose)
        return {client_id: tuple(own) for client_id, own in by_client.items()}

    def all(self) -> tuple[Dose, ...]:
        """Every dose, the first given first, under the client it was entered for."""
        return self._read(sa.true())

    def versions(self, dose_id: DoseId) -> tuple[Dose, ...]:
        """Every earlier version, oldest first."""
        here = dose_versions.c.id == dose_id
        query = dose_versions.select().where(here).order_by(dose_versions.c.version)
        return tuple(translate.record_of(Dose, row) for row in self._connection.execute(query))

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[Dose, ...]:
        c = doses.c
        query = doses.select().where(where).order_by(c.given_on, c.entered_at, c.id)
        return tuple(translate.record_of(Dose, row) for row in self._connection.execute(query))


def _as_given(dose: Dose) -> tuple[object, ...]:
    return dose.given_on, dose.entered_at, dose.id


class DoseSteps:
    """What became of doses, in the order it was entered; only ever added to."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, step: DoseStep) -> None:
        """Enter a step; it can be reversed by another, never changed."""
        self._connection.execute(dose_steps.insert().values(translate.values_of(step)))

    def get(self, step_id: DoseStepId) -> DoseStep:
        """One step. Refuses `dose_step.unknown`."""
        found = self._read(dose_steps.c.id == step_id)
        if not found:
            raise DeskError("dose_step.unknown")
        return found[0]

    def of_dose(self, dose_id: DoseId) -> tuple[DoseStep, ...]:
        """A dose's steps, as entered, undone ones too."""
        return self._read(dose_steps.c.dose_id == dose_id)

    def of_client(self, client_id: ClientId) -> tuple[DoseStep, ...]:
        """The steps of every dose that `Doses.of_client` finds, as entered."""
        group = Merges(self._connection).group(client_id)
        own = sa.select(doses.c.id).where(doses.c.client_id.in_(group))
        return self._read(dose_steps.c.dose_id.in_(own))

    def all_by_dose(self) -> dict[DoseId, tuple[DoseStep, ...]]:
        """Every dose's steps, as entered. One statement for all."""
        found = sorted(self._read(sa.true()), key=lambda step: step.dose_id)
        by_dose = groupby(found, key=lambda step: step.dose_id)
        return {dose_id: tuple(steps) for dose_id, steps in by_dose}

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[DoseStep, ...]:
        query = dose_steps.select().where(where).order_by(dose_steps.c.n)
        return tuple(translate.record_of(DoseStep, row) for row in self._connection.execute(query))
