"""The code on every page: which paper this is, so that it can find its record again."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from forms.pen import Pen
from forms.sheet import Sheet, Stamp

SIDE = 56.0
_QUIET = 2
_MARK = "IMMTRAC-DESK/1"
_PRACTICE = "PRACTICE"


def code_text(sheet: Sheet) -> str:
    """Return what the code says: form, language, revision, record and check; nobody's data."""
    parts = [_MARK, sheet.stock_no, sheet.language, sheet.revision, sheet.record_id, sheet.check]
    return "|".join([*parts, _PRACTICE] if Stamp.PRACTICE in sheet.stamps else parts)


def draw_code(pen: Pen, text: str, x: float, y: float) -> None:
    """Draw the code as one filled path, its lower left corner at `x`, `y`, `SIDE` points wide."""
    size, path = _path(text)
    canvas, module = pen.canvas, SIDE / (size + 2 * _QUIET)
    canvas.saveState()
    canvas.setFillColorRGB(0, 0, 0)
    canvas.transform(module, 0, 0, module, x + _QUIET * module, y + _QUIET * module)
    canvas.addLiteral(path)
    canvas.restoreState()


@lru_cache(maxsize=4)
def _path(text: str) -> tuple[int, str]:
    """Return the modules in a row, and the dark ones as one path in modules, to be filled.

    Written in PDF's own words, because whole numbers need none of the canvas' rounding.
    """
    import segno

    matrix = segno.make(text, error="m", micro=False).matrix
    size = len(matrix)
    runs = [
        f"{start} {size - row - 1} {length} 1 re"
        for row, modules in enumerate(matrix)
        for start, length in _dark(modules)
    ]
    return size, " ".join([*runs, "f"])


def _dark(modules: Iterable[int]) -> list[tuple[int, int]]:
    """Return the dark runs of a row as (first column, length)."""
    runs = []
    at = 0
    for dark, run in groupby(modules):
        length = len(list(run))
        if dark:
            runs.append((at, length))
        at += length
    return runs
