"""Sheets to PDF bytes: the same sheet gives the same bytes, on any machine."""

import io
from dataclasses import dataclass
from typing import Any

from forms import catalog
from forms.answers import check, words
from forms.furniture import code, first_head, footer, running_head, stamps
from forms.glyphs import lacking
from forms.ink import draw_marks
from forms.layout import Laid, lay_out
from forms.page import HIGH, WIDE, draw_page
from forms.pen import Pen
from forms.sheet import Marks, Sheet
from forms.spec import FormSpec
from forms.typeface import load
from forms.wording import Wording, wording


@dataclass(frozen=True, slots=True)
class Rendered:
    """PDF bytes, how many pages, and where to sign: a page from 0, a box in points.

    The box is (x0, y0, x1, y1) from the lower left corner of the page.
    """

    pdf: bytes
    pages: int
    signature_page: int
    signature_box: tuple[float, float, float, float]


def render(sheet: Sheet) -> Rendered:
    """Return the sheet as a PDF.

    Raises ValueError for a form, revision or language there is none of, and, naming the key and
    never the value, for an answer or a mark that cannot be printed.
    """
    return render_copies(sheet, 1)


def render_copies(sheet: Sheet, copies: int) -> Rendered:
    """Return `copies` of the sheet one after the other in one PDF; `pages` counts all of them.

    Raises ValueError as `render`, and for fewer than one copy.
    """
    if copies < 1:
        raise ValueError("fewer than one copy")
    spec = catalog.spec(sheet.stock_no, sheet.revision)
    text = wording(spec, sheet.language)
    _check(sheet, spec, text)
    load()
    laid = lay_out(spec, text, sheet.answers)
    out = io.BytesIO()
    canvas = open_canvas(out, text.sheet("title"), sheet.language)
    for _ in range(copies):
        _draw(Pen(canvas), sheet, laid)
    canvas.save()
    return Rendered(out.getvalue(), laid.pages * copies, laid.signature_page, laid.spots.signature)


def open_canvas(out: io.BytesIO, title: str, language: str) -> Any:
    """Return a letter canvas whose metadata say which form this is and nothing about anybody."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(out, pagesize=(WIDE, HIGH), invariant=1, lang=language)
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("ImmTrac Desk")
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _draw(pen: Pen, sheet: Sheet, laid: Laid) -> None:
    filling = laid.filling
    for page in range(laid.pages):
        stamps(pen, sheet, filling)
        if page:
            running_head(pen, filling, page >= laid.continued_from)
        else:
            first_head(pen, filling, laid.clinic)
        code(pen, sheet)
        draw_page(pen, laid.placed, page)
        footer(pen, sheet, filling, (page + 1, laid.pages))
        if sheet.marks and page == laid.signature_page:
            draw_marks(pen, sheet.marks, laid.spots, filling)
        pen.canvas.showPage()


def _check(sheet: Sheet, spec: FormSpec, text: Wording) -> None:
    check(sheet.answers, spec, text)
    if sheet.marks:
        _check_marks(sheet.marks, text)
    if lacking(sheet.record_id + sheet.check):
        raise ValueError("the font lacks a character of record_id or check")


def _check_marks(marks: Marks, text: Wording) -> None:
    if not text.has_word("manner", marks.manner):
        raise ValueError("no such manner of signing")
    meaning = words(marks.meaning) if marks.meaning else ()
    if any(not text.has_word("meaning", word.key) for word in meaning):
        raise ValueError("no wording for the word in meaning")
    for name in ("printed_name", "signed_text", "witness_name"):
        if lacking(getattr(marks, name)):
            raise ValueError(f"the font lacks a character of {name}")
