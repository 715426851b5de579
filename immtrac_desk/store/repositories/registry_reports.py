"""The report drawers: catalogue entries as the clinic keeps them, TIPS figures as printed."""

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.registry_report import CatalogueEntry, TipsReading
from immtrac_desk.store.repositories.plain import Drawer
from immtrac_desk.store.rows import catalogue_entries, tips_readings


class CatalogueEntries(Drawer[CatalogueEntry]):
    """Entries that the clinic changed or made, by id; a built-in one untouched lies nowhere."""

    kind, table, unknown = CatalogueEntry, catalogue_entries, "catalogue_entry.unknown"


class TipsReadings(Drawer[TipsReading]):
    """Figures of TIPS by id; voided, never taken out."""

    kind, table, unknown = TipsReading, tips_readings, "tips.unknown"

    def of_site(self, organization_id: OrganizationId) -> tuple[TipsReading, ...]:
        """A site's figures, voided ones too, by month, measure and when they were noted."""
        found = self._read(tips_readings.c.organization_id == organization_id)
        return tuple(sorted(found, key=lambda r: (r.month, r.measure, r.noted_at, r.id)))
