"""What a training record shows: who, which chapters with what result, and the signature."""

from dataclasses import dataclass

from forms.sheet import Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterResult:
    """A chapter read and its self-check: so many of so many answers right, and on which day."""

    title: str
    right: int
    of: int
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRecord:
    """A record to sign. Days are texts as they are printed.

    `topic` is `hb300` (health privacy, Health and Safety Code 181.101) or `handbook`.
    `strokes` are those of the signature pad (`forms.sheet.Stroke`), none on a record to be signed
    with ink; `signed_text` is day and time of the signature. `stamps` as of a report.
    """

    language: str
    topic: str
    organization: str
    person: str
    person_title: str = ""
    chapters: tuple[ChapterResult, ...]
    handbook: str
    """Edition of the handbook that was read."""
    trained_on: str
    strokes: tuple[Stroke, ...] = ()
    signed_text: str = ""
    record_id: str = ""
    stamps: tuple[str, ...] = ()
