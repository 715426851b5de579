"""What the registry and DSHS report to the clinic: a catalogue, and TIPS as printed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from immtrac_desk.domain.ids import OrganizationId, StaffId, TipsReadingId


class Catalogue(Enum):
    """Which of the two catalogues an entry stands in."""

    RESPONSIBLE_ENTITY = "re"
    REGISTRY = "registry"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One kind of report. An empty text of a built-in entry stands for the desk's own words.

    `id` is the built-in's code, or a fresh one. `confirmed` False: nobody has seen its name on a
    report of this clinic yet (handbook, reporting 10).
    """

    id: str
    catalogue: Catalogue
    name: str = ""
    what_for: str = ""
    sent_by: str = ""
    frequency: str = ""
    what_we_do: str = ""
    confirmed: bool = False
    last_received_on: date | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TipsReading:
    """One figure of a Texas Immunization Provider Summary as it is printed; never calculated."""

    id: TipsReadingId
    organization_id: OrganizationId
    month: date
    """The first day of the month that the summary is for."""
    measure: str
    value: str
    rating: str = ""
    noted_at: datetime
    by: StaffId
    voided: bool = False
