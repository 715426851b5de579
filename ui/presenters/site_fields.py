"""Which fields the record of a site asks (handbook, agreements 3), and a person named in it."""

from dataclasses import dataclass
from enum import Enum


class AskedAs(Enum):
    """How a field of a record is answered on the screen."""

    TEXT = "text"
    YES_NO = "yes_no"
    CHOICE = "choice"
    """One of a few words of our own: `site_option.<field>.<word>`."""
    LISTED = "listed"
    """One word of a list the clinic keeps, of the counties, or another site."""
    COUNTIES = "counties"
    DAY = "day"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class SiteAsked:
    """One field; its label is `site_field.<name>`. `weight` is its share of the row."""

    name: str
    kind: AskedAs = AskedAs.TEXT
    weight: int = 2
    options: tuple[str, ...] = ()
    only_if: str = ""
    """Shown only while this yes-or-no field is answered with yes."""


@dataclass(frozen=True, slots=True)
class SiteSection:
    """A titled group of rows; the title is `site_section.<id>`."""

    id: str
    rows: tuple[tuple[SiteAsked, ...], ...]


_YES_NO = AskedAs.YES_NO

SITE = (
    SiteSection(
        "identity",
        (
            (SiteAsked("name", weight=4), SiteAsked("org_type", AskedAs.LISTED, weight=3)),
            (SiteAsked("parent_id", AskedAs.LISTED), SiteAsked("ownership")),
            (SiteAsked("org_code"), SiteAsked("tx_iis_id"), SiteAsked("npi"), SiteAsked("tin")),
            (SiteAsked("intent", AskedAs.CHOICE, options=("adult", "pediatrics", "both")),),
        ),
    ),
    SiteSection(
        "place",
        (
            (SiteAsked("street", weight=4), SiteAsked("unit", weight=1), SiteAsked("zip_code")),
            (
                SiteAsked("city"),
                SiteAsked("county", AskedAs.LISTED),
                SiteAsked("state", weight=1),
            ),
            (SiteAsked("phone"), SiteAsked("extension", weight=1), SiteAsked("fax")),
            (SiteAsked("email", weight=3), SiteAsked("hours", weight=3)),
            (SiteAsked("other_address", weight=4),),
        ),
    ),
    SiteSection(
        "programs",
        (
            (
                SiteAsked("tvfc", _YES_NO),
                SiteAsked("tvfc_pin", only_if="tvfc"),
                SiteAsked("tvfc_pin_again", only_if="tvfc"),
            ),
            (
                SiteAsked("tvfc_enrolled_on", AskedAs.DAY, only_if="tvfc"),
                SiteAsked("tvfc_due_on", AskedAs.DAY, only_if="tvfc"),
                SiteAsked("tvfc_window", only_if="tvfc"),
            ),
            (SiteAsked("deputizing", _YES_NO, only_if="tvfc"),),
            (SiteAsked("public", _YES_NO), SiteAsked("state_wide_recall", _YES_NO)),
            (
                SiteAsked("return_without_immunizations", _YES_NO),
                SiteAsked("county_organization", _YES_NO),
            ),
            (SiteAsked("assigned_counties", AskedAs.COUNTIES, only_if="county_organization"),),
        ),
    ),
    SiteSection(
        "exchange",
        (
            (SiteAsked("exchange", _YES_NO),),
            (
                SiteAsked("exchange_method", only_if="exchange"),
                SiteAsked("ehr_vendor", only_if="exchange"),
            ),
        ),
    ),
)
"""Every field of a site's record, in reading order."""

ENTERED = (
    SiteSection(
        "identity",
        (
            (SiteAsked("name", weight=4), SiteAsked("org_type", AskedAs.LISTED, weight=3)),
            (SiteAsked("org_code"), SiteAsked("tx_iis_id"), SiteAsked("npi"), SiteAsked("tin")),
            (SiteAsked("street", weight=4), SiteAsked("unit", weight=1), SiteAsked("zip_code")),
            (SiteAsked("city"), SiteAsked("county", AskedAs.LISTED), SiteAsked("phone")),
            (
                SiteAsked("other_address", weight=4),
                SiteAsked("parent_id", AskedAs.LISTED, weight=3),
            ),
            (
                SiteAsked("tvfc", _YES_NO),
                SiteAsked("tvfc_enrolled_on", AskedAs.DAY, only_if="tvfc"),
            ),
        ),
    ),
)
"""What is asked of a site where an agreement it has already is entered: all of which a change
would be due (DT-13.4), so that completing the record later makes none due."""

PERSON = (
    SiteSection(
        "name",
        (
            (
                SiteAsked("first_name", weight=3),
                SiteAsked("middle_initial", weight=1),
                SiteAsked("last_name", weight=4),
            ),
            (SiteAsked("title"), SiteAsked("licence_no"), SiteAsked("npi")),
        ),
    ),
    SiteSection(
        "contact",
        (
            # Each as wide as the page: whoever types an address twice must see both whole.
            (SiteAsked("email"),),
            (SiteAsked("email_again"),),
            (SiteAsked("phone"), SiteAsked("extension", weight=1)),
        ),
    ),
    SiteSection(
        "account",
        ((SiteAsked("registry_user"), SiteAsked("hired_on", AskedAs.DAY)),),
    ),
)
"""What is asked of somebody named in an agreement; roles, training and accounts are acts."""


def asked(sections: tuple[SiteSection, ...]) -> tuple[SiteAsked, ...]:
    """Every field of some sections, in reading order."""
    return tuple(one for section in sections for row in section.rows for one in row)
