"""One sheet to draw: which form, whose answers, which stamps, and the marks of the signing."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from forms.answers import Answers, Word

Point = tuple[float, float, float, float]
"""x and y in 0..1 of the signature box (y grows downwards, as on a screen), milliseconds since
the first point, pressure in 0..1."""
Stroke = tuple[Point, ...]


class Stamp(Enum):
    """A stamp on every page; the value is its key in the wording."""

    PRACTICE = "practice"
    DRAFT = "draft"
    COPY = "copy"
    SAMPLE = "sample"
    NOT_VERIFIED = "not_verified"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the signing adds to a sheet as it was read; nothing of the sheet moves.

    `ink` and `mark` draw the strokes; `wet` draws none, the ink is on paper. `signed_text` is the
    date (and time); `meaning` the Word of the choice that was signed. `printed_name` and
    `witness_name` are drawn only where the sheet as read has none.
    """

    manner: Literal["ink", "wet", "mark"]
    strokes: tuple[Stroke, ...] = ()
    printed_name: str = ""
    signed_text: str = ""
    meaning: Word | None = None
    witness_name: str = ""
    witness_strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything a sheet shows. `check` is the keyed check of its QR code, made by the desk."""

    stock_no: str
    revision: str
    language: str
    record_id: str
    check: str
    answers: Answers
    stamps: tuple[Stamp, ...] = ()
    marks: Marks | None = None
