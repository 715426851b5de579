"""The organizations drawer: sites as they are now, and every version with the day it began."""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import Organization, OrganizationVersion
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.rows import organization_versions as kept
from immtrac_desk.store.rows import organizations as table

FieldDays = dict[str, date]
"""The day each field last changed."""


class Organizations:
    """Sites by id; closed, never taken out."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, organization: Organization, changed_on: date) -> None:
        """File a new site, or what is true of it from `changed_on` on; a version stays of each."""
        values = translate.values_of(organization)
        here = table.c.id == organization.id
        if not self._connection.execute(table.update().where(here).values(values)).rowcount:
            self._connection.execute(table.insert().values(values))
        mine = kept.c.id == organization.id
        last = self._connection.scalar(sa.select(sa.func.max(kept.c.version)).where(mine)) or 0
        version = {"version": last + 1, "changed_on": changed_on}
        self._connection.execute(kept.insert().values(values | version))

    def get(self, organization_id: OrganizationId) -> Organization:
        """The site as it is now. Refuses `organization.unknown`."""
        row = self._connection.execute(table.select().where(table.c.id == organization_id)).first()
        if row is None:
            raise DeskError("organization.unknown")
        return translate.record_of(Organization, row)

    def all(self) -> tuple[Organization, ...]:
        """Every site, closed ones too, in the order of ids."""
        rows = self._connection.execute(table.select().order_by(table.c.id))
        return tuple(translate.record_of(Organization, row) for row in rows)

    def count(self) -> int:
        """How many sites there are, closed ones too."""
        return self._connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0

    def versions(self, organization_id: OrganizationId) -> tuple[OrganizationVersion, ...]:
        """Every version of a site, the first first, today's last."""
        return self._versions(kept.c.id == organization_id)

    def changed_on(self, organization_id: OrganizationId, field: str) -> date | None:
        """The day a field of a site last changed; None where it never held anything."""
        return _last_changes(self.versions(organization_id)).get(field)

    def changes(self) -> dict[OrganizationId, FieldDays]:
        """For every site, the day each of its fields last changed. One statement for all."""
        by_site: dict[OrganizationId, list[OrganizationVersion]] = {}
        for version in self._versions(sa.true()):
            by_site.setdefault(version.organization.id, []).append(version)
        return {site: _last_changes(versions) for site, versions in by_site.items()}

    def _versions(self, where: sa.ColumnElement[bool]) -> tuple[OrganizationVersion, ...]:
        query = kept.select().where(where).order_by(kept.c.id, kept.c.version)
        return tuple(_version(row) for row in self._connection.execute(query))


def _version(row: sa.Row[tuple[object, ...]]) -> OrganizationVersion:
    return OrganizationVersion(
        organization=translate.record_of(Organization, row),
        version=row.version,
        changed_on=row.changed_on,
    )


def _last_changes(versions: Iterable[OrganizationVersion]) -> FieldDays:
    """A field counts as changed in the first version too, if it held anything there."""
    days: FieldDays = {}
    before: translate.Values = {}
    for version in versions:
        now = translate.values_of(version.organization)
        for field, value in now.items():
            if value != before.get(field) and (before or value not in (None, "", (), False)):
                days[field] = version.changed_on
        before = now
    return days
