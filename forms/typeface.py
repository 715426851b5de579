"""The two cuts of the sheet's typeface: registered once, measured and broken into lines."""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

Measure = Callable[[str, str, float], float]
REGULAR = "Sheet-Regular"
SEMIBOLD = "Sheet-SemiBold"
_FOLDER = Path(__file__).parent / "fonts"
_FILES = {REGULAR: "NotoSans-Regular.ttf", SEMIBOLD: "NotoSans-SemiBold.ttf"}


@cache
def load() -> None:
    """Register both cuts with ReportLab; the second call costs nothing.

    The streams of a PDF may be binary: text armour makes them a quarter larger, and slower.
    """
    from reportlab import rl_config
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.useA85 = 0
    for name, file in _FILES.items():
        registerFont(TTFont(name, str(_FOLDER / file)))


@cache
def drawable() -> frozenset[int]:
    """Return the code points that both cuts have a glyph for."""
    return frozenset(_face(REGULAR)[0]) & frozenset(_face(SEMIBOLD)[0])


def width(text: str, font: str, size: float) -> float:
    """Return the width of `text` in points, as it will be drawn."""
    widths, default = _face(font)
    return sum(widths.get(ord(char), default) for char in text) * size / 1000


def break_lines(
    text: str, font: str, size: float, room: float, measure: Measure = width
) -> tuple[str, ...]:
    """Return `text` in lines at most `room` points wide; a longer word is broken, never cut.

    `measure` may be a `width` that remembers, for as long as its text may be remembered.
    """
    space = measure(" ", font, size)
    lines: list[str] = []
    line, used = "", 0.0
    for word in text.split(" "):
        wide = measure(word, font, size)
        if line and used + space + wide <= room:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append(line)
        line, used = word, wide
        if wide > room:
            *whole, line = _chop(word, font, size, room)
            lines, used = lines + whole, width(line, font, size)
    return (*lines, line)


@lru_cache(maxsize=2048)
def break_wording(text: str, font: str, size: float, room: float) -> tuple[str, ...]:
    """Return `break_lines` of a sentence of the wording, remembered.

    Never for answers: what a person typed must not outlive its sheet in memory.
    """
    return break_lines(text, font, size, room)


@lru_cache(maxsize=512)
def wording_width(text: str, font: str, size: float) -> float:
    """Return `width` of a text of the wording, remembered; never of answers."""
    return width(text, font, size)


def _chop(word: str, font: str, size: float, room: float) -> list[str]:
    parts = [""]
    for char in word:
        if parts[-1] and width(parts[-1] + char, font, size) > room:
            kept = _joint(parts[-1]) if "@" in word else len(parts[-1])
            parts[-1:] = [parts[-1][:kept], parts[-1][kept:]]
        parts[-1] += char
    return parts


def _joint(part: str) -> int:
    """Return where an e-mail address is parted: before its @, or after a full stop or hyphen."""
    after = max(part.rfind(".") + 1, part.rfind("-") + 1, part.rfind("_") + 1)
    return max(after, part.rfind("@"), 0) or len(part)


@cache
def _face(font: str) -> tuple[dict[int, float], float]:
    from reportlab.pdfbase.pdfmetrics import getFont

    load()
    face = getFont(font).face
    return dict(face.charWidths), float(face.defaultWidth)
