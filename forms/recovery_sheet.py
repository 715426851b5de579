"""The page with the printed recovery code: what it is for, and where to keep it."""

import io
from datetime import date
from pathlib import Path
from typing import Any

from forms.furniture import head_rule
from forms.glyphs import lacking
from forms.page import LEFT, MEASURE, Piece
from forms.pen import ACCENT, PALE, QUIET, Pen
from forms.render import open_canvas
from forms.typeface import REGULAR, SEMIBOLD, break_lines, load, width
from forms.word_table import word_table

_WORDS = Path(__file__).parent / "recovery_sheet.toml"
_GROUPS_IN_A_ROW = 4
_CODE = 22.0
_LEADING = 1.33


def recovery_sheet(code: str, clinic: str, made_on: date | str, language: str) -> bytes:
    """Return one letter page with `code` in large groups, in `en` or `es`, as PDF bytes.

    `code` is printed group by group as its hyphens or spaces divide it. A date is printed
    MM/DD/YYYY. Raises ValueError for another language or text the typeface cannot draw.
    """
    words = word_table(_WORDS, language)
    when = made_on if isinstance(made_on, str) else made_on.strftime("%m/%d/%Y")
    if lacking(code + clinic + when):
        raise ValueError("the font lacks a character of the recovery sheet")
    load()
    out = io.BytesIO()
    canvas = open_canvas(out, words["title"], language)
    pen = Pen(canvas)
    _head(pen, words, clinic, when)
    top = _code(pen, code, 668.0)
    for piece in _text(words):
        piece.draw(pen, top)
        top -= piece.height
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def groups_of(code: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of a code in rows; hyphens stay, so it is typed as it stands."""
    groups = code.split()
    if len(groups) == 1:
        parts = code.strip().split("-")
        groups = [f"{part}-" for part in parts[:-1]] + parts[-1:]
    rows = range(0, len(groups), _GROUPS_IN_A_ROW)
    return tuple(tuple(groups[at : at + _GROUPS_IN_A_ROW]) for at in rows)


def _head(pen: Pen, words: dict[str, Any], clinic: str, made_on: str) -> None:
    pen.text(LEFT, 750, "ImmTrac Desk", 8.4, ink=QUIET)
    pen.text(LEFT, 728, words["title"], 17, bold=True)
    line = f"{clinic} · {words['made_on']} {made_on}" if clinic else f"{words['made_on']} {made_on}"
    for number, part in enumerate(break_lines(line, REGULAR, 8.4, MEASURE)[:3]):
        pen.text(LEFT, 714 - number * 10, part, 8.4, ink=QUIET)
    head_rule(pen, 684)


def _code(pen: Pen, code: str, top: float) -> float:
    rows = groups_of(code)
    wide = max(width(group, SEMIBOLD, _CODE) for row in rows for group in row)
    size = _CODE * min(1.0, (MEASURE / _GROUPS_IN_A_ROW - 16) / max(wide, 1))
    high = len(rows) * 40 + 20
    pen.frame(LEFT, top - high, MEASURE, high, fill=PALE)
    for number, row in enumerate(rows):
        for at, group in enumerate(row):
            x = LEFT + 16 + at * (MEASURE - 16) / _GROUPS_IN_A_ROW
            pen.text(x, top - 38 - number * 40, group, size, bold=True)
    return top - high - 12


def _text(words: dict[str, Any]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for part in words["parts"]:
        pieces.append(_line(part["head"], 11, bold=True))
        pieces += [_line(text, 10, bold=False) for text in part["says"]]
    return tuple(pieces)


def _line(text: str, size: float, *, bold: bool) -> Piece:
    lines = break_lines(text, SEMIBOLD if bold else REGULAR, size, MEASURE - (0 if bold else 14))
    before = 16.0 if bold else 4.0

    def draw(pen: Pen, top: float) -> None:
        if not bold:
            pen.dot(LEFT + 4, top - before - size)
        for number, line in enumerate(lines, 1):
            y = top - before - number * size * _LEADING + 3
            if bold:
                pen.text(LEFT, y, line, size, bold=True, ink=ACCENT)
            else:
                pen.text(LEFT + 14, y, line, size)

    return Piece(before + len(lines) * size * _LEADING, draw)
