"""The built-in reports of the registry and of DSHS, and the levers of a TIPS rating."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from immtrac_desk.domain.registry_report import Catalogue
from immtrac_desk.errors import DeskError
from immtrac_desk.law.citations import MARKS, citation


@dataclass(frozen=True, slots=True)
class BuiltInReport:
    """One report by its code; `mark` is how sure its name is (handbook, reporting 10)."""

    id: str
    catalogue: Catalogue
    mark: str


@dataclass(frozen=True, slots=True)
class Lever:
    """One thing that a rating is believed to rest on (inferred), and what it is drawn from."""

    id: str
    citation: str
    mark: str = "inferred"


@cache
def built_in_reports() -> tuple[BuiltInReport, ...]:
    """Return every built-in report, in the order of the catalogue. DeskError `law.mark`."""
    found = tuple(
        BuiltInReport(entry["id"], Catalogue(entry["catalogue"]), entry["mark"])
        for entry in _source()["report"]
    )
    for one in found:
        if one.mark not in MARKS:
            raise DeskError("law.mark", row=one.id, mark=one.mark)
    return found


@cache
def levers() -> tuple[Lever, ...]:
    """Return the levers, in the order of the checklist."""
    return tuple(
        Lever(entry["id"], "; ".join(citation(code).text for code in entry["cites"]))
        for entry in _source()["lever"]
    )


def lever(lever_id: str) -> Lever:
    """Return one lever by its id; DeskError `duty.unknown` if there is none."""
    for one in levers():
        if one.id == lever_id:
            return one
    raise DeskError("duty.unknown")


@cache
def _source() -> dict[str, Any]:
    text = files("immtrac_desk.law").joinpath("report_catalogue.toml").read_text("utf-8")
    return tomllib.loads(text)
