"""A training record to draw: who worked through which chapters, signed on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from forms.training_entries import ChapterResult, TrainingRecord
from immtrac_desk.domain.document import Stroke
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.paperwork.handbook import words

_DAY = "%m/%d/%Y"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterLine:
    """A chapter with its self-check: so many of so many right, on a day."""

    title: str
    right: int
    of: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPaper:
    """What stands on the record. `topic` is `hb300` or `handbook`."""

    language: str
    topic: str
    organization: str
    person: SitePerson
    chapters: Sequence[ChapterLine]
    on: date
    at: time
    record_id: str
    practice: bool
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)


def statement(topic: str, language: str) -> str:
    """Return what is signed, in words. ValueError for another topic or language."""
    from forms import training_record  # the press is heavy

    return training_record.statement(topic, language)


def draw_training(paper: TrainingPaper) -> bytes:
    """Return the signed record as a PDF."""
    from forms.training_record import training_record_pdf

    day = paper.on.strftime(_DAY)
    return training_record_pdf(
        TrainingRecord(
            language=paper.language,
            topic=paper.topic,
            organization=paper.organization,
            person=paper.person.written,
            person_title=paper.person.title,
            chapters=tuple(_result(one) for one in paper.chapters),
            handbook=words(paper.language)["edition"],
            trained_on=day,
            strokes=paper.strokes,
            signed_text=f"{day} {paper.at:%H:%M}",
            record_id=paper.record_id,
            stamps=("practice",) if paper.practice else (),
        )
    )


def _result(one: ChapterLine) -> ChapterResult:
    return ChapterResult(title=one.title, right=one.right, of=one.of, on=one.on.strftime(_DAY))
