"""Sheets to draw, with one thing changed, and the reading back of what was drawn."""

import hashlib
import io
import re
import zlib
from dataclasses import replace
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image

from forms.answers import Answer, Word
from forms.sample import sample_answers
from forms.sheet import Marks, Sheet, Stamp

REVISION = "built-in 2026-11"
FORMS = ("C-7", "F11-13366", "F11-12956", "C-8", "F11-11406")
LANGUAGES = ("en", "es")
EVERY = [(stock_no, language) for stock_no in FORMS for language in LANGUAGES]
CHOSEN = {"C-8": "withdraw", "F11-11406": "release"}
CONTACTS: dict[str, Answer] = {
    "contact.mail": "Texas Department of State Health Services, Immunization Unit "
    "(ImmTrac2 Group), MC-1946, P.O. Box 149347, Austin, Texas 78714-9347",
    "contact.courier": "DSHS Immunization Unit, 1100 West 49th Street, MC-1946, "
    "Austin, Texas 78756",
    "contact.phone": "(800) 252-9152",
    "contact.fax": "(866) 624-0180",
    "contact.email": "ImmTrac2@dshs.texas.gov",
    "contact.checked_on": "11/02/2026",
}
"""As a vault proposes them, once somebody has checked them: the fullest sheet there is."""


def blank(stock_no: str = "C-7", language: str = "en", **changed: Any) -> Sheet:
    """A sheet without answers, with what is `changed`."""
    sheet = Sheet(
        stock_no=stock_no,
        revision=REVISION,
        language=language,
        record_id="01JD7K2MQ4",
        check="k7q2m9x4",
        answers={},
    )
    return replace(sheet, **changed)


def filled(stock_no: str = "C-7", language: str = "en", **answers: Answer) -> Sheet:
    """The sample client's sheet; `answers` use `__` for the dot of their keys."""
    typed = {key.replace("__", "."): answer for key, answer in answers.items()}
    return blank(stock_no, language, answers=sample_answers(stock_no, language) | CONTACTS | typed)


def signed(sheet: Sheet, **changed: Any) -> Sheet:
    """The sheet with the marks of a signing."""
    wavy = tuple((0.1 + at / 50, 0.5 + (at % 5) / 15, at * 10.0, at / 30) for at in range(31))
    marks = Marks(
        manner="ink",
        strokes=(wavy, ((0.5, 0.5, 0.0, 1.0),)),
        signed_text="11/22/2026 10:14 AM",
        meaning=Word(CHOSEN.get(sheet.stock_no, "grant")),
    )
    return replace(sheet, marks=replace(marks, **changed))


def stamped(sheet: Sheet, *stamps: Stamp) -> Sheet:
    """The sheet with these stamps."""
    return replace(sheet, stamps=stamps)


def texts(pdf: bytes) -> list[str]:
    """The text of each page, as a reader of PDFs takes it out.

    pdfium gives a hyphen at the end of a line as U+0002, because it may be one of hyphenation;
    the sheets never hyphenate, so it is the hyphen that was typed.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return [page.replace("\r\n", "\n").replace("\x02", "-") for page in pages]


def unbroken(pdf: bytes) -> str:
    """All text without spaces and line ends: lines broken by the layout are whole again."""
    return "".join("".join(texts(pdf)).split())


def picture(pdf: bytes, page: int = 0, dpi: int = 100) -> Image.Image:
    """The page as it would be scanned."""
    with pypdfium2.PdfDocument(pdf) as document:
        image: Image.Image = document[page].render(scale=dpi / 72).to_pil().convert("L")
        return image


def codes(pdf: bytes, page: int = 0) -> list[str]:
    """What the QR codes of a page scanned at 150 dpi say."""
    return [code.text for code in zxingcpp.read_barcodes(picture(pdf, page, 150))]


def darkness(pdf: bytes, page: int, box: tuple[float, float, float, float]) -> int:
    """How many dark points lie in a box, given in points from the lower left corner."""
    image = picture(pdf, page, 144)
    x0, y0, x1, y1 = (side * 2 for side in box)
    part = image.crop((int(x0), int(image.height - y1), int(x1), int(image.height - y0)))
    return sum(part.histogram()[:140])


def metadata(pdf: bytes) -> dict[str, str]:
    """What the PDF says of itself."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return dict(document.get_metadata_dict())


def drawing(pdf: bytes) -> str:
    """The digest of all that is drawn: every stream of the PDF, unpacked, so that only what is
    drawn counts, and not how it was packed."""
    seal = hashlib.sha256()
    for head in re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", pdf):
        seal.update(zlib.decompress(pdf[head.end() : head.end() + int(head[1])]))
    return seal.hexdigest()


def sample(stock_no: str, language: str) -> Sheet:
    """The sheet whose text and drawing are golden."""
    return stamped(filled(stock_no, language), Stamp.SAMPLE)
