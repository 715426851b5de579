"""The record of a training that a staff member signs: chapters, results, statement, signature."""

from collections.abc import Iterator
from pathlib import Path

from forms.fit import lines_within
from forms.flow import Run, runs, tied
from forms.ink import draw_strokes
from forms.page import LEFT, MEASURE, Piece
from forms.pen import ACCENT, INK, QUIET, Pen
from forms.plain_page import PageHead, pages_pdf
from forms.plain_pieces import facts, heading, paragraph
from forms.shown import shown
from forms.tables import Cell, Row, Table, table_runs
from forms.training_entries import TrainingRecord
from forms.typeface import load
from forms.word_table import word_table

_WORDS = Path(__file__).parent / "training_record.toml"
_FACTS = ("person", "person_title", "organization", "trained_on", "handbook", "record_id")
_INK, _HIGH = 52.0, 112.0
_SIGNED = 0.64
"""The share of the measure that the signature has; the rest is for its day."""


def training_record_pdf(record: TrainingRecord) -> bytes:
    """Return the record as a PDF; the same record gives the same bytes.

    Without strokes it is a page to be signed with ink. Raises ValueError for another topic than
    `hb300` and `handbook`, another language than `en` and `es`, or a stamp there is none of.
    """
    load()
    words = word_table(_WORDS, record.language)
    if f"title.{record.topic}" not in words:
        raise ValueError("no such training")
    head = PageHead(
        language=record.language,
        kicker=words["kicker"],
        title=words[f"title.{record.topic}"],
        under=words[f"under.{record.topic}"],
        whose=record.organization,
        honest=words[f"honest.{record.topic}"],
        printed="",
        stamps=record.stamps,
    )
    return pages_pdf(head, tuple(_content(record, words)))


def statement(topic: str, language: str) -> str:
    """Return the sentence above the signature, to be read before one signs.

    Raises ValueError for another topic or language, as `training_record_pdf`.
    """
    words: dict[str, str] = word_table(_WORDS, language)
    if f"statement.{topic}" not in words:
        raise ValueError("no such training")
    return words[f"statement.{topic}"]


def _content(record: TrainingRecord, words: dict[str, str]) -> Iterator[Run]:
    said = [(words[f"fact.{name}"], str(getattr(record, name))) for name in _FACTS]
    yield from runs(facts(said, across=2))
    yield Run(heading(words["head.chapters"]))
    heads = tuple(words[f"col.{name}"] for name in ("chapter", "right", "on"))
    rows = tuple(
        Row(
            (
                Cell(shown(one.title), bold=True),
                Cell(words["score"].format(right=one.right, of=one.of)),
                Cell(shown(one.on)),
            )
        )
        for one in record.chapters
    )
    yield from table_runs(Table(heads, (0.6, 0.2, 0.2), rows))
    yield Run(heading(words["head.statement"]))
    yield from runs(tied(paragraph(words[f"statement.{record.topic}"])))
    yield Run(_signature(record, words))


def _signature(record: TrainingRecord, words: dict[str, str]) -> Piece:
    """Return the signature line: what is signed is never parted from the statement."""
    wide = MEASURE * _SIGNED
    beside = LEFT + wide + 14

    def draw(pen: Pen, top: float) -> None:
        base = top - 14 - _INK
        pen.rule(LEFT, base, wide, weight=1.0, ink=INK)
        pen.rule(beside, base, MEASURE - wide - 14, weight=1.0, ink=INK)
        pen.text(LEFT, base - 9, words["signature"], 7.4, ink=QUIET)
        pen.text(beside, base - 9, words["date"], 7.4, ink=QUIET)
        if record.strokes:
            draw_strokes(pen, record.strokes, (LEFT + 4, base + 1, LEFT + wide - 4, base + _INK))
        else:
            pen.text(LEFT, base + 4, "×", 12, ink=ACCENT)
        _written(pen, record.signed_text, (beside, base + 4), MEASURE - wide - 14)
        pen.rule(LEFT, base - 30, wide, weight=0.5)
        _written(pen, record.person, (LEFT, base - 27), wide)
        pen.text(LEFT, base - 38, words["name"], 7.4, ink=QUIET)

    return Piece(_HIGH, draw)


def _written(pen: Pen, text: str, place: tuple[float, float], room: float) -> None:
    size, lines = lines_within(shown(text), room, 14.0)
    for number, line in enumerate(lines):
        y = place[1] + (len(lines) - 1 - number) * size * 1.1
        pen.text(place[0], y, line, size)
