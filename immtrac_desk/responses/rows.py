"""Sightings to rows: a consent fault once for each client, other codes once for each dose."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date

from immtrac_desk.responses.found import Severity, Sighting, Whose, worst


@dataclass(slots=True, kw_only=True)
class ResponseRow:
    """One thing to do. `count` is how many separate things were seen for it.

    `vaccine` and `given_on` are empty where the row stands for several doses. `controls` are the
    ids of the messages that were answered so.
    """

    code: str
    whose: Whose | None
    vaccine: str
    given_on: date | None
    severity: Severity | None
    count: int = 0
    lines: list[int] = field(default_factory=list)
    controls: list[str] = field(default_factory=list)


def rows(
    sightings: Iterable[Sighting],
    by_client: Callable[[str], bool],
    apart: Callable[[str], bool] = lambda code: False,
) -> tuple[ResponseRow, ...]:
    """Return the rows in the order in which their first sighting stands.

    `by_client` says of a code that one fix clears all doses of a client (DT-24.3). Sightings of
    which the answer names neither client nor dose share a row for each code: they are counted,
    and their lines tell them apart. Those of a code that is to be kept `apart` have a row for each
    message, in plain text for each line: whoever says whose one is says nothing of the others.
    """
    found: dict[Hashable, ResponseRow] = {}
    for one in sightings:
        whole = one.of_client or by_client(one.code)
        who = one.whose.key if one.whose else ()
        dose = ("", None) if whole else (one.vaccine, one.given_on)
        alone = (one.control or one.lines[0]) if not who and apart(one.code) else ""
        key = (one.code, who, dose, alone)
        row = found.get(key)
        if row is None:
            row = found[key] = ResponseRow(
                code=one.code,
                whose=one.whose,
                vaccine=dose[0],
                given_on=dose[1],
                severity=one.severity,
            )
        row.count += 1
        row.lines += one.lines
        row.severity = worst(row.severity, one.severity)
        if one.control:
            row.controls.append(one.control)
    return tuple(found.values())
