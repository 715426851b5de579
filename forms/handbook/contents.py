"""Cover, contents and index of the handbook: what leads to its pages."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forms.handbook.chapter import MARKS, Chapter
from forms.handbook.setting import Words
from forms.page import FOOT, LEFT, MEASURE, NEXT_TOP, RIGHT, Piece
from forms.pen import ACCENT, HAIR, QUIET, Pen
from forms.typeface import REGULAR, break_wording, width

_LINE = 12.4
_COLUMNS = 3
_GUTTER = 18.0
_HEAD = 34.0


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the index with the pages, from 1, on which its sections begin."""

    text: str
    pages: tuple[int, ...]


def draw_cover(pen: Pen, words: Words) -> None:
    """Draw the first page: title, edition, whose words these are, and what the marks mean."""
    pen.canvas.setFillColorRGB(*ACCENT)
    pen.canvas.rect(LEFT, 640, 54, 4, stroke=0, fill=1)
    pen.text(LEFT, 660, words["kicker"], 11, bold=True, ink=ACCENT)
    pen.text(LEFT, 596, words["title"], 30, bold=True)
    pen.text(LEFT, 570, words["subtitle"], 12.5, ink=QUIET)
    pen.text(LEFT, 548, words["edition"], 9.6, ink=QUIET)
    y = 470.0
    pen.text(LEFT, y, words["marks"], 11.6, bold=True, ink=ACCENT)
    for mark in MARKS:
        y -= 22
        pen.text(LEFT, y, words[f"mark.{mark}"], 9.2, bold=True)
        lines = break_wording(words[f"says.{mark}"], REGULAR, 9.2, MEASURE - 200)
        for number, line in enumerate(lines):
            pen.text(LEFT + 200, y - number * 11.6, line, 9.2)
        y -= (len(lines) - 1) * 11.6
        pen.rule(LEFT, y - 7, MEASURE, weight=0.35, ink=HAIR)
    for number, line in enumerate(break_wording(words["about"], REGULAR, 9.2, MEASURE)):
        pen.text(LEFT, 90 - number * 12.4, line, 9.2, ink=QUIET)


def contents_pieces(chapters: Sequence[Chapter], pages: Mapping[str, int]) -> tuple[Piece, ...]:
    """Return a line for each chapter, with the page, from 1, on which it begins."""
    return tuple(_line(one, pages[one.id]) for one in chapters)


def page_title(text: str) -> Piece:
    """Return the title of a page that is no chapter."""

    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 20, text, 18, bold=True)
        pen.rule(LEFT, top - _HEAD + 4, MEASURE, weight=0.9, ink=ACCENT)

    return Piece(_HEAD, draw, keeps=True)


def index_pieces(terms: Sequence[Term]) -> tuple[Piece, ...]:
    """Return the index as pieces of one page each: columns, read downwards."""
    wide = (MEASURE - (_COLUMNS - 1) * _GUTTER) / _COLUMNS
    lines = [line for term in terms for line in _term_lines(term, wide)]
    deep = int((NEXT_TOP - FOOT - _HEAD) // _LINE)
    each = deep * _COLUMNS
    parts = [lines[at : at + each] for at in range(0, len(lines), each)]
    return tuple(_index_page(part, wide) for part in parts)


def sorted_terms(pages: Mapping[str, set[int]]) -> tuple[Term, ...]:
    """Return the terms in the order of the alphabet, accents and case aside."""
    ordered = sorted(pages, key=lambda text: (_folded(text), text))
    return tuple(Term(text, tuple(sorted(pages[text]))) for text in ordered)


def _line(chapter: Chapter, page: int) -> Piece:
    gist = break_wording(chapter.gist, REGULAR, 8.2, MEASURE - 70)

    def draw(pen: Pen, top: float) -> None:
        pen.text_right(LEFT + 16, top - 12, str(chapter.number), 10.4, ink=ACCENT)
        pen.text(LEFT + 26, top - 12, chapter.title, 10.4, bold=True)
        pen.text_right(RIGHT, top - 12, str(page), 10.4)
        for number, line in enumerate(gist):
            pen.text(LEFT + 26, top - 23 - number * 10, line, 8.2, ink=QUIET)
        pen.canvas.linkAbsolute("", chapter.id, (LEFT, top - 26, RIGHT, top - 2))

    return Piece(20 + len(gist) * 10 + 3, draw)


def _term_lines(term: Term, wide: float) -> list[tuple[str, str]]:
    """Return text and page numbers, line by line; the numbers stand on the last."""
    numbers = ", ".join(str(page) for page in term.pages)
    room = wide - width(numbers, REGULAR, 8.6) - 8
    lines = break_wording(term.text, REGULAR, 8.6, room)
    return [*((line, "") for line in lines[:-1]), (lines[-1], numbers)]


def _index_page(lines: Sequence[tuple[str, str]], wide: float) -> Piece:
    deep = -(-len(lines) // _COLUMNS)

    def draw(pen: Pen, top: float) -> None:
        for at, (text, numbers) in enumerate(lines):
            x = LEFT + at // deep * (wide + _GUTTER)
            y = top - 10 - at % deep * _LINE
            pen.text(x, y, text, 8.6)
            pen.text_right(x + wide, y, numbers, 8.6, ink=QUIET)

    return Piece(deep * _LINE + 4, draw)


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in bare if unicodedata.category(char) != "Mn")
