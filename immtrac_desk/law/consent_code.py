"""DT-20: the Texas consent code and its date, for the entry card."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from immtrac_desk.errors import InputError
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import first_row

_DEFAULTS = LawSettings()


class ConsentShown(StrEnum):
    """The consent that the client holds, as the registry's code tells them apart."""

    MINOR = "minor"
    ADULT = "adult"
    DISASTER = "disaster"
    RESPONDER = "responder"
    RESPONDER_FAMILY = "responder-family"


@dataclass(frozen=True, slots=True)
class ConsentCode:
    """`code` None: the consent gives none at this age, and a wrong one would be CLR-101."""

    code: str | None
    row: str
    citation: str


def consent_code(
    consent: ConsentShown, born_on: date, on: date, settings: LawSettings = _DEFAULTS
) -> ConsentCode:
    """Return the code to choose on `on`; InputError beside `on` for a day before birth."""
    if on < born_on:
        raise InputError("date.before_birth", "on")
    of_age = not is_minor(born_on, on, settings)
    found = first_row("DT-20", {"consent": consent.value, "of_age": of_age}, on)
    fits = found.then.get("adult", of_age) is of_age
    return ConsentCode(found.text("code") if fits else None, found.id, found.citation)


def consent_date(obtained_on: date, changed_on: date | None) -> str:
    """Return the Texas consent date as YYYYMMDD: obtained or changed, whichever is later."""
    told = obtained_on if changed_on is None else max(obtained_on, changed_on)
    return f"{told:%Y%m%d}" if told.year >= 1000 else told.isoformat().replace("-", "")
