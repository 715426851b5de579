"""The bare press: a ReportLab canvas that draws the strings of a sheet, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT
from reportlab.lib.pagesizes import letter
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = "BenchSans"


@dataclass(frozen=True)
class Strings:
    """Where each string of a sheet stands: page by page, x, y in points, and the string."""

    pages: tuple[tuple[tuple[float, float, str], ...], ...]

    @property
    def count(self) -> int:
        """How many strings there are on all pages."""
        return sum(len(page) for page in self.pages)


def strings_of(pdf: bytes) -> Strings:
    """The strings that a finished sheet draws, each with its place."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        reader = page.get_textpage()
        drawn = []
        for piece in page.get_objects([FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = piece.get_bounds()
            said = reader.get_text_bounded(left, bottom, right, top).replace("\r\n", " ")
            drawn.append((left, bottom, said))
        pages.append(tuple(drawn))
    return Strings(tuple(pages))


def bare_canvas(strings: Strings) -> Callable[[], bytes]:
    """Work that draws those strings at their places with one embedded font, to PDF bytes."""
    registerFont(TTFont(FONT, str(files("forms") / "fonts" / "NotoSans-Regular.ttf")))

    def draw() -> bytes:
        ink = BytesIO()
        canvas = Canvas(ink, pagesize=letter, invariant=1)
        for page in strings.pages:
            canvas.setFont(FONT, 9)
            for x, y, said in page:
                canvas.drawString(x, y, said)
            canvas.showPage()
        canvas.save()
        return ink.getvalue()

    return draw
