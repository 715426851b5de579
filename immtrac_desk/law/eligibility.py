"""DT-23: which eligibility codes fit the age on the day of the dose."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.law.age import age
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import Row, row

ROWS = ("DT-23.1", "DT-23.2", "DT-23.3")
DEPUTIZED = "underinsured_deputized"
"""Only at a federally qualified or rural health center, or with a deputizing agreement."""

_DEFAULTS = LawSettings()


@dataclass(frozen=True, slots=True)
class EligibilityGroup:
    """One row of DT-23: the codes that it allows."""

    row: str
    codes: tuple[str, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a code does not fit, and `rejected_as`: how the registry would answer."""

    rejected_as: str
    row: str


def groups(
    born_on: date, given_on: date, settings: LawSettings = _DEFAULTS
) -> tuple[EligibilityGroup, ...]:
    """Return the rows whose codes fit on `given_on`; none for a day before birth."""
    years = age(born_on, given_on, settings)
    found = (row(name, given_on) for name in ROWS)
    return tuple(
        EligibilityGroup(one.id, one.words("codes"), one.citation)
        for one in found
        if years >= 0 and _fits(one, years)
    )


def misfit(
    code: str,
    born_on: date,
    given_on: date,
    *,
    deputized: bool,
    settings: LawSettings = _DEFAULTS,
) -> Misfit | None:
    """Return why `code` does not fit the age or the site, None if it does.

    IEE-539 is a child's code on an adult, IEE-540 an adult's on a child, IEE-541 the deputized code
    at a site that may not use it (`deputized` False), IEE-104 a code that no row knows.
    """
    home = next(
        (one for one in (row(n, given_on) for n in ROWS) if code in one.words("codes")), None
    )
    if home is None:
        return Misfit("IEE-104", "")
    years = age(born_on, given_on, settings)
    if not _fits(home, years):
        too_young = years < int(home.then.get("least", 0))
        return Misfit("IEE-540" if too_young else "IEE-539", home.id)
    if code == DEPUTIZED and not deputized:
        return Misfit("IEE-541", home.id)
    return None


def _fits(found: Row, years: int) -> bool:
    least, below = int(found.then.get("least", 0)), int(found.then.get("below", years + 1))
    return least <= years < below
