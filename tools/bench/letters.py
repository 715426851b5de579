"""The bare mail room: a ReportLab canvas that writes the lines of the same letters, and no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.resources import files
from io import BytesIO

import pypdfium2
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from forms.letters.letter import Letter, Sender
from forms.letters.run import render_run

COUNT = 1_000
FONT = "BenchLetters"
Page = tuple[tuple[float, float], tuple[str, ...]]
"""The size of a page in points, and its lines from the top."""

_SENDER = Sender(
    name="Oak Street Clinic",
    address=("12 Oak Street", "Austin, TX 78701"),
    phone="(512) 555-0142",
)


def run() -> tuple[Letter, ...]:
    """A run to a thousand people who turn 18, half of them in Spanish."""
    return tuple(map(_letter, range(COUNT)))


def _letter(number: int) -> Letter:
    return Letter(
        kind="turning_18",
        language=("en", "es")[number % 2],
        to="parent",
        client_name=f"Ana Sofía García-López {number}",
        client_first_name="Ana Sofía",
        parent_name="María García",
        address=(f"{number} Oak Street", "Austin, TX 78701"),
        sender=_SENDER,
        dated=date(2026, 11, 22),
        day=date(2027, 1, 31),
        kept_until=date(2035, 1, 31),
        age=18,
        consented=True,
    )


def drawing(letters: tuple[Letter, ...]) -> Callable[[], object]:
    """Work that draws the run with its envelopes."""
    return lambda: render_run(letters, envelopes=True)


def pages_of(letters: tuple[Letter, ...]) -> tuple[Page, ...]:
    """The lines that the run says, page by page, as a reader finds them."""
    rendered = render_run(letters, envelopes=True)
    assert rendered is not None  # nobody cancels here
    with pypdfium2.PdfDocument(rendered.pdf) as document:
        return tuple(
            (page.get_size(), tuple(page.get_textpage().get_text_range().splitlines()))
            for page in document
        )


def bare_run(pages: tuple[Page, ...]) -> Callable[[], bytes]:
    """Work that writes those lines with one embedded font, to PDF bytes."""
    registerFont(TTFont(FONT, str(files("forms") / "fonts" / "NotoSans-Regular.ttf")))

    def draw() -> bytes:
        ink = BytesIO()
        canvas = Canvas(ink, invariant=1)
        for size, lines in pages:
            canvas.setPageSize(size)
            canvas.setFont(FONT, 10)
            for number, line in enumerate(lines, 1):
                canvas.drawString(72, size[1] - 14 * number, line)
            canvas.showPage()
        canvas.save()
        return ink.getvalue()

    return draw
