"""Which fields each form asks for and how they stand on the screen."""

from dataclasses import dataclass
from enum import Enum

from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import FormKind


class Kind(Enum):
    """What a field is answered with."""

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    CHECKS = "checks"
    LIST = "list"
    LONG_TEXT = "long_text"
    TOGGLE = "toggle"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Asked:
    """One field on the screen. `weight` is its share of the row; `options` are word codes."""

    name: str
    kind: Kind = Kind.TEXT
    weight: int = 1
    explicit: tuple[Explicit, ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of rows; the title is `consent.section.<id>`."""

    id: str
    rows: tuple[tuple[Asked, ...], ...]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(asked.name for row in self.rows for asked in row)


GENDERS = ("female", "male")
RACES = ("white", "black", "asian", "american_indian", "pacific_islander", "other")
ETHNICITIES = ("hispanic", "not_hispanic")
RESPONDERS = ("N", "F", "A")
MINOR_RESPONDERS = ("N", "M")
SCOPES = ("standard", "disaster", "both")

_UNKNOWN_NONE = (Explicit.UNKNOWN, Explicit.NONE)
_NONE = (Explicit.NONE,)

_NAME_ROW = (
    Asked("client.last_name", weight=3, explicit=_NONE),
    Asked("client.first_name", weight=3, explicit=_NONE),
    Asked("client.middle_name", weight=2),
)
_BORN_ROW = (
    Asked("client.born_on", Kind.DATE, weight=3),
    Asked("client.gender", Kind.CHOICE, weight=5, explicit=(Explicit.REFUSED,), options=GENDERS),
)
_STREET_ROW = (
    Asked("client.address.street", weight=5, explicit=_NONE),
    Asked("client.address.unit", weight=2),
    Asked("client.address.zip_code", weight=3, explicit=_NONE),
)
_PLACE_ROW = (
    Asked("client.address.city", weight=3),
    Asked("client.address.county", Kind.LIST, weight=4, explicit=_NONE),
    Asked("client.address.state", weight=2),
)
_REACH_ROW = (
    Asked("client.phone", weight=4, explicit=_NONE),
    Asked("client.email", weight=5),
)

CLIENT = Section("client", (_NAME_ROW, _BORN_ROW, _STREET_ROW, _PLACE_ROW, _REACH_ROW))
MOTHER = Section(
    "mother",
    (
        (
            Asked("client.mother_first_name", explicit=_UNKNOWN_NONE),
            Asked("client.mother_maiden_name", explicit=_UNKNOWN_NONE),
        ),
    ),
)
RACE = Section(
    "race",
    (
        (Asked("client.race", Kind.CHECKS, explicit=(Explicit.REFUSED,), options=RACES),),
        (
            Asked(
                "client.ethnicity",
                Kind.CHOICE,
                explicit=(Explicit.REFUSED,),
                options=ETHNICITIES,
            ),
        ),
    ),
)
RESPONDER = Section("responder", ((Asked("responder", Kind.CHOICE, options=RESPONDERS),),))
MINOR_RESPONDER = Section(
    "responder", ((Asked("responder", Kind.CHOICE, options=MINOR_RESPONDERS),),)
)
EVENT = Section("event", ((Asked("event_id", Kind.LIST),),))
SCOPE = Section("scope", ((Asked("scope", Kind.CHOICE, options=SCOPES),),))
RELEASE = Section(
    "release",
    (
        (Asked("release.requester"), Asked("release.relation")),
        (Asked("release.address", weight=3), Asked("release.fax", weight=2)),
    ),
)
SIGNING = Section(
    "signing",
    (
        (Asked("cannot_write", Kind.TOGGLE), Asked("witness_name")),
        (Asked("interpreter_name"), Asked("received_by")),
    ),
)

_SECTIONS: dict[FormKind, tuple[Section, ...]] = {
    FormKind.MINOR: (CLIENT, MOTHER, RACE, MINOR_RESPONDER, SIGNING),
    FormKind.ADULT: (CLIENT, RESPONDER, RACE, MOTHER, SIGNING),
    FormKind.DISASTER: (CLIENT, EVENT, SIGNING),
    FormKind.WITHDRAWAL: (SCOPE, CLIENT, SIGNING),
    FormKind.RELEASE: (RELEASE, CLIENT, SIGNING),
}


def sections(form: FormKind, minor: bool) -> tuple[Section, ...]:
    """The sections of `form` after 'who signs'; a minor's disaster form also asks the mother."""
    if form is FormKind.DISASTER and minor:
        return (CLIENT, MOTHER, EVENT, SIGNING)
    return _SECTIONS[form]
