"""What came back, joined with whose work it is: rows of an answer with their codes of DT-24."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.law.response_codes import ResponseCode, response_code
from immtrac_desk.responses import Reply, ResponseRow, rows


@dataclass(frozen=True, slots=True)
class ResponseItem:
    """One thing that came back: the row as it was read, and what its code asks for."""

    row: ResponseRow
    code: ResponseCode


def response_items(reply: Reply, on: date, *, to_match: bool = False) -> tuple[ResponseItem, ...]:
    """Return every row of `reply`, hidden ones too, by the rules of `on`, as they stand.

    `to_match`: somebody will say whose each is, so what names nobody is not thrown together.
    """
    codes = {code: response_code(code, on) for code in {one.code for one in reply.sightings}}

    def by_client(code: str) -> bool:
        return codes[code].by_client

    def apart(code: str) -> bool:
        return to_match and not codes[code].hidden

    found = rows(reply.sightings, by_client, apart)
    return tuple(ResponseItem(row, codes[row.code]) for row in found)
