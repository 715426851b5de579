"""The pages of a report or a record: head, foot, stamps and page numbers; no code, no form."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from forms.fit import lines_within
from forms.flow import Run, flow
from forms.furniture import STAMP, head_rule
from forms.page import LEFT, MEASURE, RIGHT, draw_page
from forms.pen import QUIET, Pen
from forms.render import open_canvas
from forms.shown import shown
from forms.typeface import REGULAR, SEMIBOLD, load, width
from forms.word_table import word_table

_WORDS = Path(__file__).parent / "plain_page.toml"
_TOP = 703.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """What stands on every page. `title` is also the PDF's, and names nobody.

    `whose` is the clinic or site at the right; `under` stands beneath the title, `honest` and
    `printed` in the foot. `stamps` are `practice`, `copy`, `sample`.
    """

    language: str
    kicker: str
    title: str
    under: str
    whose: str
    honest: str
    printed: str
    stamps: tuple[str, ...] = ()


def pages_pdf(head: PageHead, content: Sequence[Run]) -> bytes:
    """Return the content on as many pages as it takes; the same content gives the same bytes.

    Raises ValueError for another language than `en` and `es`, or a stamp there is none of.
    """
    load()
    words = word_table(_WORDS, head.language)
    if any(f"stamp.{stamp}" not in words for stamp in head.stamps):
        raise ValueError("no such stamp")
    placed = flow(content, _TOP)
    out = io.BytesIO()
    canvas = open_canvas(out, head.title, head.language)
    pen = Pen(canvas)
    pages = max((one.page for one in placed), default=0) + 1
    for page in range(pages):
        _stamps(pen, head, words)
        _head(pen, head)
        draw_page(pen, placed, page)
        _foot(pen, head, words["page"].format(page=page + 1, pages=pages))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _head(pen: Pen, head: PageHead) -> None:
    title, kicker = shown(head.title), shown(head.kicker)
    pen.text(LEFT, 751, kicker, 8.4, ink=QUIET)
    size = 15.0 * min(1.0, MEASURE * 0.7 / width(title, SEMIBOLD, 15))
    pen.text(LEFT, 731, title, size, bold=True)
    size, lines = lines_within(shown(head.under), MEASURE, 10.0)
    for number, line in enumerate(lines):
        pen.text(LEFT, 717 - number * size * 1.1, line, size, ink=QUIET)
    room = MEASURE - max(width(title, SEMIBOLD, 15) if size == 15 else 0, MEASURE * 0.45)
    _whose(pen, shown(head.whose), room)
    head_rule(pen, 709)


def _whose(pen: Pen, name: str, room: float) -> None:
    size = 9.6
    lines: tuple[str, ...] = (name,)
    if width(name, SEMIBOLD, size) > room:
        size, lines = lines_within(name, room, 14.0, SEMIBOLD)
    for number, line in enumerate(lines):
        x = RIGHT - width(line, SEMIBOLD, size)
        pen.text(x, 751 - number * size * 1.15, line, size, bold=True)


def _foot(pen: Pen, head: PageHead, number: str) -> None:
    pen.rule(LEFT, 47, MEASURE)
    size, lines = lines_within(shown(head.honest), MEASURE, 9.0)
    for at, line in enumerate(lines):
        pen.text(LEFT, 37 - at * size * 1.1, line, size, ink=QUIET)
    pen.text(LEFT, 26.5, f"ImmTrac Desk · {number}", 7.4, bold=True)
    printed = shown(head.printed)
    room = MEASURE * 0.72
    size = 7.4 * min(1.0, room / max(width(printed, REGULAR, 7.4), 1))
    pen.text_right(RIGHT, 26.5, printed, size, ink=QUIET)


def _stamps(pen: Pen, head: PageHead, words: dict[str, str]) -> None:
    x = LEFT
    for stamp in head.stamps:
        x += pen.stamp(x, STAMP, words[f"stamp.{stamp}"]) + 6
