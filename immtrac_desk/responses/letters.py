"""Bytes to numbered lines: any character set, any line ends, damage named and never fatal."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_ENDS = re.compile(r"\r\n|\r|\n")
_ENDS_IN_BYTES = re.compile(rb"\r\n|\r|\n")
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b\x7f\ufffd]")
"""No letters: all controls but tab, page feed, and the frames of HL7 (0x0B, 0x1C to 0x1F)."""
_SAMPLE = 4096
_MOSTLY = 0.3
_HALVES = 0.9
"""So many zeros at every other place are UTF-16 and no damage."""

_PASTED: dict[int, str | None] = {
    ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
}
_PASTED |= {ord(space): " " for space in "\u00a0\u2007\u202f"}
_PASTED |= {ord(nothing): None for nothing in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}
"""What a browser or a word processor makes of hyphens and spaces on the way through."""


class Line(NamedTuple):
    """A line from 1 on, without its end. `flaw` is "", `letters` or `binary`."""

    number: int
    text: str
    flaw: str


def lines(data: bytes) -> Iterator[Line]:
    """Yield the lines of `data`: UTF-8, UTF-16 or UTF-32, with or without a mark, else cp1252.

    In a file of no one character set each line is read in its own. A byte that is no letter
    anywhere becomes U+FFFD and the line has a flaw.
    """
    codec, start = _marked(data)
    if codec:
        return _of_text(data[start:].decode(codec, "replace"))
    try:
        return _of_text(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _of_mixed(data)


def _marked(data: bytes) -> tuple[str, int]:
    """Return the codec that a mark or the pattern of zeros gives away, and the mark's length."""
    marks = (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    )
    for mark, codec in marks:
        if data.startswith(mark):
            # A mark may stand before bytes of another set; those lines are told apart below.
            return ("", 0) if codec == "utf-8" and not _is_utf8(data) else (codec, len(mark))
    sample = data[:_SAMPLE]
    even, odd = sample[::2], sample[1::2]
    if len(sample) < 4 or not sample.count(0):
        return "", 0
    if odd.count(0) >= _HALVES * len(odd) and not even.count(0):
        return "utf-16-le", 0
    if even.count(0) >= _HALVES * len(even) and not odd.count(0):
        return "utf-16-be", 0
    return "", 0


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _of_text(text: str) -> Iterator[Line]:
    start, number = 0, 0
    for number, end in enumerate(_ENDS.finditer(text), 1):
        yield _line(number, text[start : end.start()])
        start = end.end()
    if start < len(text):
        yield _line(number + 1, text[start:])


def _of_mixed(data: bytes) -> Iterator[Line]:
    start, number = 0, 0
    for number, end in enumerate(_ENDS_IN_BYTES.finditer(data), 1):
        yield _line(number, _one(data[start : end.start()]))
        start = end.end()
    if start < len(data):
        yield _line(number + 1, _one(data[start:]))


def _one(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _line(number: int, text: str) -> Line:
    if text.isascii() and not _CONTROL.search(text):
        return Line(number, text, "")
    damaged = len(_CONTROL.findall(text))
    flaw = "" if not damaged else "binary" if damaged > _MOSTLY * len(text) else "letters"
    # A zero between letters is half of UTF-16 whose mark was lost; the letters are still there.
    return Line(number, text.replace("\0", "").translate(_PASTED), flaw)
