"""What an attached file is, by its content: a PDF, PNG or JPEG that really opens."""

import io
import re
import warnings
import zlib

from immtrac_desk.errors import InputError

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 60_000_000
"""A letter page at 600 dpi has 34 million; a flood of pixels has far more."""
MAX_PAGES = 500

MAX_DRAWN = 64 * 1024 * 1024
"""Bytes to which all parts of a PDF but its pictures may unpack: strokes, words and fonts."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_HEAD = 2048
_NESTED = 4

_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)


def media_type(data: bytes) -> str:
    """Return `application/pdf`, `image/png` or `image/jpeg`.

    Raises InputError `attach.empty`, `attach.too_large`, `attach.kind` (content is none of
    the three), `attach.unreadable` (damaged or locked by a password), `attach.too_big_page`, or
    `attach.swells` (a PDF that unpacks to far more than any paper).
    """
    if not data:
        raise InputError("attach.empty", "file")
    if len(data) > MAX_BYTES:
        raise InputError("attach.too_large", "file", megabytes=MAX_BYTES // 1024**2)
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    if not kind:
        raise InputError("attach.kind", "file")
    _open_pdf(data) if kind == "application/pdf" else _open_image(data)
    return kind


def pages_of(pdf: bytes) -> int:
    """Return how many pages a filed PDF has."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def _open_pdf(data: bytes) -> None:
    import pypdfium2

    _refuse_swelling(data)
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = len(document)
            if not 0 < pages <= MAX_PAGES:
                raise InputError("attach.unreadable", "file")
            # A tree of pages that bites its tail would be walked for ever: it has no size.
            for page in range(pages):
                document.get_page_size(page)
    except pypdfium2.PdfiumError:
        raise InputError("attach.unreadable", "file") from None


def _refuse_swelling(data: bytes) -> None:
    """Refuse before anything draws it: a megabyte can unpack to a gigabyte, and stop the window.

    Whatever a part calls its filter, it is tried as what `zlib` wrote, also several times over.
    """
    whole, left = memoryview(data), MAX_DRAWN
    for found in _STREAM.finditer(data):
        head = data[max(found.start() - _HEAD, 0) : found.start()]
        if b"/Image" not in head[head.rfind(b" obj") + 1 :]:
            left -= _inflated(whole[found.end() :], left)
        if left < 0:
            raise InputError("attach.swells", "file")


def _inflated(data: bytes | memoryview, most: int) -> int:
    """How many bytes the part that begins here unpacks to; nobody counts far beyond `most`."""
    size = 0
    for _ in range(_NESTED):
        try:
            data = zlib.decompressobj().decompress(data, most + 1)
        except zlib.error:
            break
        size = max(size, len(data))
    return size


def _open_image(data: bytes) -> None:
    from PIL import Image

    flood = InputError("attach.too_big_page", "file", megapixels=MAX_PIXELS // 1_000_000)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if picture.width * picture.height > MAX_PIXELS:
            raise flood
        with picture:
            picture.load()
    except Image.DecompressionBombError:
        raise flood from None
    except (OSError, SyntaxError, ValueError):
        raise InputError("attach.unreadable", "file") from None
