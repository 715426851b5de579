"""A filed PDF marked as a copy on every page; the same file gives the same bytes."""

import ctypes
import io
import re
from typing import Any

WORDS = {"en": "COPY", "es": "COPIA"}
_FONT = b"Helvetica-Bold"
_SIZE = 11.0
_GREY = (0x55, 0x5B, 0x66)
_FROM_EDGE = 20.0
"""Points from the upper and right edge: above the running head, where no sheet prints."""
_CHANCE = re.compile(rb"/ID\[<([0-9A-F]{32})><[0-9A-F]{32}>\]")
"""The file's identifier: its second half is drawn by lot at each saving."""


def stamped(pdf: bytes, language: str) -> bytes:
    """Return `pdf` with the word for a copy in the upper right corner of each page.

    Nothing else of it moves. Another language than `en` and `es` is marked in English.
    """
    import pypdfium2
    from pypdfium2 import raw

    word = WORDS.get(language, WORDS["en"])
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            _mark(raw, document.raw, page, word)
        out = io.BytesIO()
        document.save(out)
    return _CHANCE.sub(rb"/ID[<\1><\1>]", out.getvalue())


def _mark(raw: Any, document: Any, page: Any, word: str) -> None:
    font = raw.FPDFText_LoadStandardFont(document, _FONT)
    text = raw.FPDFPageObj_CreateTextObj(document, font, _SIZE)
    letters = ctypes.create_string_buffer((word + "\0").encode("utf-16-le"))
    raw.FPDFText_SetText(text, ctypes.cast(letters, raw.FPDF_WIDESTRING))
    raw.FPDFPageObj_SetFillColor(text, *_GREY, 0xFF)
    width, height = page.get_size()
    left = width - _FROM_EDGE - _width(raw, text)
    raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, left, height - _FROM_EDGE)
    raw.FPDFPage_InsertObject(page.raw, text)
    raw.FPDFPage_GenerateContent(page.raw)


def _width(raw: Any, text: Any) -> float:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(text, *(ctypes.byref(edge) for edge in edges))
    return float(edges[2].value - edges[0].value)
