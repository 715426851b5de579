"""The page of a list: its head, its foot, its stamps, and no code, for it is no record."""

import io
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from forms.agreement_lists_entries import ListHead
from forms.fit import lines_within
from forms.flow import Run, flow, runs
from forms.furniture import head_rule
from forms.page import LEFT, MEASURE, RIGHT, Piece, Placed
from forms.pen import QUIET, Pen
from forms.render import open_canvas
from forms.typeface import REGULAR, SEMIBOLD, break_lines, load, width

_WORDS = Path(__file__).parent / "agreement_lists.toml"
_RED = (0.66, 0.12, 0.09)
_TOP = 706.0


@cache
def list_words(language: str) -> dict[str, str]:
    """Return the words of the lists. Raises ValueError for a language there is none of."""
    tables = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    if language not in tables:
        raise ValueError("no such language")
    return dict(tables[language])


def list_pdf(head: ListHead, kind: str, span: str, content: Sequence[Run]) -> bytes:
    """Return the list as a PDF; the same list gives the same bytes."""
    load()
    words = list_words(head.language)
    body = content or runs((_line(words["nobody"]),))
    placed = flow((*body, *runs((_note(words[f"note.{kind}"]),))), _TOP)
    out = io.BytesIO()
    canvas = open_canvas(out, words[f"title.{kind}"], head.language)
    pen = Pen(canvas)
    pages = max(one.page for one in placed) + 1
    for page in range(pages):
        _stamps(pen, head, words)
        _head(pen, head, (words[f"title.{kind}"], span), words)
        _pieces(pen, placed, page)
        _foot(pen, words, page + 1, pages)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _pieces(pen: Pen, placed: tuple[Placed, ...], page: int) -> None:
    for one in placed:
        if one.page == page:
            one.piece.draw(pen, one.top)


def _head(pen: Pen, head: ListHead, said: tuple[str, str], words: dict[str, str]) -> None:
    title, span = said
    pen.text(LEFT, 751, words["kicker"], 8.4, ink=QUIET)
    pen.text(LEFT, 731, title, 15, bold=True)
    pen.text(LEFT, 717, span, 8.4, ink=QUIET)
    room = MEASURE - max(width(title, SEMIBOLD, 15), width(words["kicker"], REGULAR, 8.4)) - 20
    name = " ".join((head.organization or words["all_sites"]).split())
    size = 9.6
    lines: tuple[str, ...] = (name,)
    if width(name, SEMIBOLD, size) > room:
        size, lines = lines_within(name, room, 27.0, SEMIBOLD)
    for number, line in enumerate(lines):
        x = RIGHT - width(line, SEMIBOLD, size)
        pen.text(x, 751 - number * size * 1.15, line, size, bold=True)
    head_rule(pen, 709)


def _foot(pen: Pen, words: dict[str, str], page: int, pages: int) -> None:
    pen.rule(LEFT, 47, MEASURE)
    pen.text(LEFT, 37, words["honest"], 7.4, ink=QUIET)
    said = words["page"].format(page=page, pages=pages)
    pen.text(LEFT, 26.5, f"ImmTrac Desk · {said}", 7.4, bold=True)


def _stamps(pen: Pen, head: ListHead, words: dict[str, str]) -> None:
    x = LEFT
    for stamp in head.stamps:
        text = words[f"stamp.{stamp}"]
        wide = width(text, SEMIBOLD, 7.6) + 10
        pen.canvas.setStrokeColorRGB(*_RED)
        pen.canvas.setLineWidth(0.9)
        pen.canvas.roundRect(x, 762.5, wide, 12.5, 2.5, stroke=1, fill=0)
        pen.text(x + 5, 766.2, text, 7.6, bold=True, ink=_RED)
        x += wide + 6


def _line(text: str) -> Piece:
    return Piece(20, lambda pen, top: pen.text(LEFT, top - 14, text, 9.2))


def _note(text: str) -> Piece:
    lines = break_lines(text, REGULAR, 7.8, MEASURE)

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines, 1):
            pen.text(LEFT, top - 6 - number * 10, line, 7.8, ink=QUIET)

    return Piece(len(lines) * 10 + 8, draw)
