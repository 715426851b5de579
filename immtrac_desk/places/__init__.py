"""Places: the 254 counties, and city and county proposed from a ZIP by a packaged source."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TEXAS = "TX"


@dataclass(frozen=True, slots=True)
class Place:
    """A proposal, not a fact: the source knows one county per ZIP and sometimes none."""

    city: str
    state: str
    county: str


@cache
def counties() -> tuple[str, ...]:
    """Return the 254 counties of Texas in the order of the alphabet."""
    text = (files("immtrac_desk.places") / "counties.txt").read_text(encoding="utf-8")
    return tuple(text.split("\n")[:-1])


def place_of(zip_code: str) -> Place | None:
    """Return what the packaged source says of a ZIP (five digits, or nine), or None.

    The county is "" outside Texas and where the source has none.
    """
    five = zip_code.strip()[:5]
    if len(five) != 5 or not five.isascii() or not five.isdecimal():
        return None
    import zipcodes

    found = zipcodes.matching(five)
    if not found:
        return None
    state = str(found[0]["state"])
    county = str(found[0]["county"]).removesuffix(" County") if state == TEXAS else ""
    return Place(str(found[0]["city"]), state, _spelled(county))


def _spelled(county: str) -> str:
    """Return the county as the list of 254 spells it, or "" if it is not one of them."""
    key = county.replace(" ", "").casefold()
    return {c.replace(" ", "").casefold(): c for c in counties()}.get(key, "")
