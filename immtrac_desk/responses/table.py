"""An answer as a table of text: its head names the columns, each line below is one case."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from immtrac_desk.responses.codes import codes
from immtrac_desk.responses.found import Severity

_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("chart", "chart number", "chart no", "mrn", "expediente"), "client"),
    **dict.fromkeys(("client", "client id", "client number", "cliente"), "client"),
    **dict.fromkeys(("patient", "patient id", "patient number", "immtrac2 id"), "client"),
    **dict.fromkeys(("code", "error code", "response code", "error", "codes"), "code"),
    **dict.fromkeys(("vaccine", "cvx", "vaccine code", "vaccine group"), "vaccine"),
    **dict.fromkeys(("date", "date given", "vaccination date", "date administered"), "given"),
    **dict.fromkeys(("severity", "level"), "severity"),
}
LONGEST_HEAD = 2000
_SEVERITIES = {
    **dict.fromkeys(("e", "error", "f", "fatal"), Severity.ERROR),
    **dict.fromkeys(("w", "warning"), Severity.WARNING),
    **dict.fromkeys(("i", "information", "info"), Severity.INFORMATION),
}


@dataclass(frozen=True, slots=True)
class Cells:
    """What one line says under the head."""

    client: str
    vaccine: str
    given: str
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column stands, and what divides them."""

    places: Mapping[str, int]
    divider: str

    def cells(self, text: str) -> Cells | None:
        """Return the cells of a line, None where it is no row of this table.

        A copied row loses its empty cells at the end; its code must stand where the head says.
        """
        row = _split(text, self.divider)
        short = len(row) <= max(self.places.values())
        if short and not codes("".join(row[self.places["code"] : self.places["code"] + 1])):
            return None
        told = {
            name: row[place].strip() if place < len(row) else ""
            for name, place in self.places.items()
        }
        return Cells(
            client=told.get("client", ""),
            vaccine=told.get("vaccine", ""),
            given=told.get("given", ""),
            severity=_SEVERITIES.get(told.get("severity", "").lower()),
        )


def columns(text: str) -> Columns | None:
    """Return the columns if `text` is a head that names a code's column and another."""
    if len(text) > LONGEST_HEAD:
        return None
    for divider in "\t,;|":
        names = [_NAMES.get(_tidy(cell), "") for cell in _split(text, divider)]
        places = {name: names.index(name) for name in names if name}
        if "code" in places and len(places) > 1:
            return Columns(places, divider)
    return None


def _tidy(cell: str) -> str:
    return " ".join(cell.replace("_", " ").replace("#", " number ").lower().split()).rstrip(".")


def _split(text: str, divider: str) -> list[str]:
    if divider not in text:
        return []
    try:
        return next(csv.reader([text], delimiter=divider), [])
    except csv.Error:
        # A cell beyond the size that the csv module takes: no table of ours.
        return text.split(divider)
