"""Citations: every statute, rule and house rule, named once in citations.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from immtrac_desk.errors import DeskError

MARKS = (
    "confirmed",
    "confirmed (old)",
    "confirmed (help)",
    "confirmed (practice)",
    "inferred",
    "unconfirmed",
    "house",
)


@dataclass(frozen=True, slots=True)
class Citation:
    """`code` as the tables name it, `text` as it is shown, `about` what it says in a few words."""

    code: str
    text: str
    mark: str
    about: str


def citation(code: str) -> Citation:
    """Return the citation named `code`; DeskError `law.unknown_citation` if there is none."""
    try:
        return citations()[code]
    except KeyError:
        raise DeskError("law.unknown_citation", citation=code) from None


@cache
def citations() -> dict[str, Citation]:
    """Return every citation by code; DeskError `law.mark` for a mark that is not in MARKS."""
    source = files("immtrac_desk.law").joinpath("citations.toml").read_text("utf-8")
    found = {
        code: Citation(code, entry["text"], entry["mark"], entry["about"])
        for code, entry in tomllib.loads(source).items()
    }
    for entry in found.values():
        if entry.mark not in MARKS:
            raise DeskError("law.mark", citation=entry.code, mark=entry.mark)
    return found
