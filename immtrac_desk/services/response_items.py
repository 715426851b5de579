"""What came back, joined with whose work it is: rows of an answer with their codes of DT-24."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from immtrac_desk.law.response_codes import ResponseCode, groups_by_client, response_code
from immtrac_desk.responses import Reply, ResponseRow, rows


@dataclass(frozen=True, slots=True)
class ResponseItem:
    """One thing that came back: the row as it was read, and what its code asks for."""

    row: ResponseRow
    code: ResponseCode


def response_items(reply: Reply, on: date) -> tuple[ResponseItem, ...]:
    """Return every row of `reply`, hidden ones too, by the rules of `on`, as they stand."""
    codes: dict[str, ResponseCode] = {}
    found = rows(reply.sightings, partial(groups_by_client, on=on))
    for row in found:
        if row.code not in codes:
            codes[row.code] = response_code(row.code, on)
    return tuple(ResponseItem(row, codes[row.code]) for row in found)
