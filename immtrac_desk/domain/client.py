"""The client: the person whose record it is, and those responsible for a minor."""

from dataclasses import dataclass, field
from datetime import date

from immtrac_desk.domain.ids import ClientId, EventId, OrganizationId, ResponsibleId
from immtrac_desk.domain.values import Answer, Explicit, said


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name as it is printed; a single name has `Explicit.NONE` for the other part (E30)."""

    last: Answer = ""
    first: Answer = ""
    middle: Answer = ""

    @property
    def shown(self) -> str:
        """`Last, First Middle`, leaving out what is not there."""
        given = " ".join(p for p in (said(self.first), said(self.middle)) if p)
        return ", ".join(p for p in (said(self.last), given) if p)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the client lives; every part may be an explicit none (E31)."""

    street: Answer = ""
    unit: Answer = ""
    city: Answer = ""
    state: Answer = "TX"
    zip_code: Answer = ""
    county: Answer = ""
    place_from_zip: bool = False
    """City and county were proposed from the ZIP and nobody has accepted them yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """One client, with every field that a form of the desk asks. Corrections make a new version."""

    id: ClientId
    name: PersonName
    born_on: date
    gender: Answer = ""
    """`female`, `male`, or explicit (choice list unconfirmed, OQ-4)."""
    address: Address = field(default_factory=Address)
    phone: Answer = ""
    email: Answer = ""
    mother_first_name: Answer = ""
    mother_maiden_name: Answer = ""
    race: tuple[str, ...] | Explicit = ()
    """Words of `lists.race`: american_indian asian black pacific_islander white other."""
    ethnicity: Answer = ""
    """`hispanic`, `not_hispanic` or explicit."""
    former_names: tuple[PersonName, ...] = ()
    name_as_written: str = ""
    birth_order: int | None = None
    """For twins and triplets (E11)."""
    chart_no: str = ""
    """The clinic's own number, which the registry's screen calls client ID."""
    immtrac2_id: str = ""
    contact_opt_out: bool = False
    language: str = "en"
    guardianship_recorded: bool = False
    """An adult for whom a guardianship is on record (DT-3.7)."""
    disaster_events: tuple[EventId, ...] = ()
    """Events with a dose: ticked by hand, or by entering the dose (DT-11.4)."""
    site_id: OrganizationId | None = None
    """The site where the client is seen; None where the clinic has one, or nobody has said."""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsiblePerson:
    """A contact of a minor; one is primary. What they may sign is asked of DT-2, never stored."""

    id: ResponsibleId
    client_id: ClientId
    name: PersonName
    relation: str = ""
    phone: Answer = ""
    email: Answer = ""
    primary: bool = False
    until: date | None = None
    """Set when the person died or lost rights (E21); consents already signed stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientMatch:
    """One line of a search result; enough to recognise a person, no more."""

    id: ClientId
    name: PersonName
    born_on: date
    chart_no: str = ""
    found_by: str = "name"
    """`name`, `former_name`, `birth_date`, `number`, `record_id` or `near` (a misspelling)."""
