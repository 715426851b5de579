"""The handbook as PDF bytes: cover, contents, chapters, answers, index, with page numbers."""

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from forms.flow import Run, flow, runs, tied
from forms.handbook.chapter import Chapter
from forms.handbook.contents import (
    contents_pieces,
    draw_cover,
    index_pieces,
    page_title,
    sorted_terms,
)
from forms.handbook.setting import (
    Words,
    answer_piece,
    block_runs,
    heading,
    opening,
    question_pieces,
    remarks_tied,
    section_head,
    text_piece,
)
from forms.handbook.shelf import chapters, words
from forms.page import LEFT, MEASURE, NEXT_TOP, Piece, Placed
from forms.pen import QUIET, Pen
from forms.render import open_canvas
from forms.typeface import load


@dataclass(slots=True)
class _Body:
    """The chapters as runs, and which piece opens a chapter or holds a term."""

    runs: list[Run] = field(default_factory=list)
    opens: dict[int, Chapter] = field(default_factory=dict)
    terms: dict[int, tuple[str, ...]] = field(default_factory=dict)


@cache
def render_handbook(language: str) -> bytes:
    """Return the handbook in `en` or `es`; the same edition gives the same bytes.

    Raises ValueError for another language.
    """
    load()
    said, read = words(language), chapters(language)
    body = _body(read, said)
    first = _front_pages(read, said)
    placed = flow(body.runs, NEXT_TOP)
    begins = _begins(placed, body, first)
    sheets = [
        *_sheets(_front(read, said, begins), said["contents"]),
        *_sheets(placed, _titles(placed, body)),
        *_sheets(_answers(read, said), said["answers"]),
        *_sheets(_index(said, placed, body, first), said["index"]),
    ]
    return _drawn(sheets, said, language, {page: one for one, page in begins.items()}, read)


Sheet = tuple[str, tuple[Placed, ...]]
"""A page: what its head says at the right, and its pieces."""


def _body(read: tuple[Chapter, ...], said: Words) -> _Body:
    body = _Body()
    for chapter in read:
        head = opening(chapter, said)
        body.opens[id(head.piece)] = chapter
        body.runs.append(head)
        for section in chapter.sections:
            made = [Run(section_head(section))]
            made += [run for block in section.blocks for run in block_runs(block, said)]
            tied_runs = remarks_tied(made)
            body.terms[id(tied_runs[0].piece)] = section.terms
            body.runs += tied_runs
        body.runs += runs(_check(chapter, said))
    return body


def _check(chapter: Chapter, said: Words) -> Iterator[Piece]:
    yield heading(said["check"])
    yield from question_pieces(chapter.questions)


def _front_pages(read: tuple[Chapter, ...], said: Words) -> int:
    """Return how many pages stand before the chapters: the cover and the contents."""
    placed = _front(read, said, {one.id: 1 for one in read})
    return max(one.page for one in placed) + 2


def _front(read: tuple[Chapter, ...], said: Words, begins: dict[str, int]) -> tuple[Placed, ...]:
    pieces = (page_title(said["contents"]), *contents_pieces(read, begins))
    return flow(runs(pieces), NEXT_TOP)


def _begins(placed: tuple[Placed, ...], body: _Body, first: int) -> dict[str, int]:
    """Return by chapter the page, from 1, on which it begins."""
    found = ((body.opens.get(id(one.piece)), one.page) for one in placed)
    return {chapter.id: first + page + 1 for chapter, page in found if chapter}


def _answers(read: tuple[Chapter, ...], said: Words) -> tuple[Placed, ...]:
    pieces = [page_title(said["answers"])]
    for chapter in read:
        answers = [answer_piece(one, at) for at, one in enumerate(chapter.questions, 1)]
        title = text_piece(f"{chapter.number}. {chapter.title}", bold=True)
        pieces += (*tied((title, *answers[:-1])), answers[-1])
    return flow(runs(pieces), NEXT_TOP)


def _index(said: Words, placed: tuple[Placed, ...], body: _Body, first: int) -> tuple[Placed, ...]:
    pages: dict[str, set[int]] = defaultdict(set)
    for one in placed:
        for term in body.terms.get(id(one.piece), ()):
            pages[term].add(first + one.page + 1)
    return flow(runs((page_title(said["index"]), *index_pieces(sorted_terms(pages)))), NEXT_TOP)


def _titles(placed: tuple[Placed, ...], body: _Body) -> dict[int, str]:
    """Return by page which chapter one reads there."""
    titles: dict[int, str] = {}
    title = ""
    for one in placed:
        chapter = body.opens.get(id(one.piece))
        title = f"{chapter.number}. {chapter.title}" if chapter else title
        titles[one.page] = title
    return titles


def _sheets(placed: tuple[Placed, ...], title: str | dict[int, str]) -> list[Sheet]:
    pages: dict[int, list[Placed]] = defaultdict(list)
    for one in placed:
        pages[one.page].append(one)
    return [
        (title if isinstance(title, str) else title[page], tuple(pages[page]))
        for page in sorted(pages)
    ]


def _drawn(
    sheets: list[Sheet],
    said: Words,
    language: str,
    opens: dict[int, str],
    read: tuple[Chapter, ...],
) -> bytes:
    out = io.BytesIO()
    canvas = open_canvas(out, said["title"], language)
    pen, pages = Pen(canvas), len(sheets) + 1
    titles = {one.id: f"{one.number}. {one.title}" for one in read}
    draw_cover(pen, said)
    canvas.showPage()
    for number, (title, placed) in enumerate(sheets, 2):
        if chapter := opens.get(number):
            canvas.bookmarkPage(chapter)
            canvas.addOutlineEntry(titles[chapter], chapter)
        _furniture(pen, said, title, (number, pages))
        for one in placed:
            one.piece.draw(pen, one.top)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _furniture(pen: Pen, said: Words, title: str, number: tuple[int, int]) -> None:
    pen.text(LEFT, 751, said["title"], 8.4, ink=QUIET)
    pen.text_right(LEFT + MEASURE, 751, title, 8.4, ink=QUIET)
    pen.rule(LEFT, 742, MEASURE, weight=0.35)
    pen.rule(LEFT, 47, MEASURE)
    pen.text(LEFT, 37, said["honest"], 7.4, ink=QUIET)
    page, pages = number
    pen.text(LEFT, 26.5, f"ImmTrac Desk · {said['edition']}", 7.4, ink=QUIET)
    pen.text_right(LEFT + MEASURE, 26.5, said["page"].format(page=page, pages=pages), 7.4)
