"""What access to the registry asks of a site, as facts with their source (not legal advice)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from immtrac_desk.errors import DeskError
from immtrac_desk.law.citations import MARKS, citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One line of the checklist, in English and Spanish.

    `ours` False: a fact that the site should know, and nothing for it to do.
    """

    id: str
    what: str
    what_es: str
    citation: str
    mark: str
    ours: bool = True


@cache
def duties() -> tuple[Duty, ...]:
    """Return every duty, in the order of the checklist. DeskError `law.mark` as in citations."""
    source = files("immtrac_desk.law").joinpath("duties.toml").read_text("utf-8")
    found = tuple(
        Duty(
            id=entry["id"],
            what=entry["what"],
            what_es=entry["what_es"],
            citation="; ".join(citation(code).text for code in entry["cites"]),
            mark=entry["mark"],
            ours=entry.get("ours", True),
        )
        for entry in tomllib.loads(source)["duty"]
    )
    for one in found:
        if one.mark not in MARKS:
            raise DeskError("law.mark", row=one.id, mark=one.mark)
    return found


def duty(duty_id: str) -> Duty:
    """Return one duty by its id; DeskError `duty.unknown` if there is none."""
    for one in duties():
        if one.id == duty_id:
            return one
    raise DeskError("duty.unknown")
