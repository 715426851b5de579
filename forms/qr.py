"""The code on every page: which paper this is, so that it can find its record again."""

from functools import lru_cache

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
    size, runs = _runs(text)
    module = SIDE / (size + 2 * _QUIET)
    path = pen.canvas.beginPath()
    for row, start, length in runs:
        left = x + (start + _QUIET) * module
        path.rect(left, y + (size - row - 1 + _QUIET) * module, length * module, module)
    pen.canvas.setFillColorRGB(0, 0, 0)
    pen.canvas.drawPath(path, stroke=0, fill=1)


@lru_cache(maxsize=4)
def _runs(text: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Return the modules in a row, and the dark runs as (row, first column, length)."""
    import segno

    matrix = segno.make(text, error="m", micro=False).matrix
    runs = []
    for row, modules in enumerate(matrix):
        start = None
        for at, dark in enumerate((*modules, 0)):
            if dark and start is None:
                start = at
            elif not dark and start is not None:
                runs.append((row, start, at - start))
                start = None
    return len(matrix), tuple(runs)
