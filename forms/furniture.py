"""What stands on every page beside the form itself: head, footer, code and stamps."""

from forms.answers import printed
from forms.boxes import Filling
from forms.fit import size_for
from forms.page import HIGH, LEFT, MEASURE, RIGHT, WIDE
from forms.pen import ACCENT, INK, QUIET, Pen
from forms.qr import SIDE, code_text, draw_code
from forms.sheet import Sheet, Stamp
from forms.typeface import REGULAR, SEMIBOLD, break_wording, width

_FLAG = (0.72, 0.16, 0.12)
CLINIC_ROOM = 250.0


def first_head(pen: Pen, filling: Filling, clinic: tuple[str, bool]) -> None:
    """Draw the head of the first page: registry, clinic, title, who signs it."""
    words = filling.wording
    pen.text(LEFT, 750, words.sheet("kicker"), 8.4, ink=QUIET)
    text, typed = clinic
    if text:
        size = min(size_for(text, CLINIC_ROOM) or 6.6, 8.8)
        wide = width(text, SEMIBOLD if typed else REGULAR, size)
        pen.text(RIGHT - wide, 750, text, size, bold=typed)
    pen.text(LEFT, 731, words.sheet("title"), 16.5, bold=True)
    for number, line in enumerate(_subtitle(filling)):
        pen.text(LEFT, 719 - number * 9.6, line, 7.8, ink=QUIET)


def head_bottom(filling: Filling) -> float:
    """Return the y of the rule under the head of the first page."""
    return 721.0 - 9.6 * len(_subtitle(filling))


def head_rule(pen: Pen, y: float) -> None:
    """Draw the coloured rule under a head."""
    pen.rule(LEFT, y, MEASURE, weight=1.4, ink=ACCENT)


def running_head(pen: Pen, filling: Filling, continued: bool) -> None:
    """Draw the head of a later page."""
    words = filling.wording
    pen.text(LEFT, 754, words.sheet("title"), 9.4, bold=True)
    right = words.sheet("continuation") if continued else words.sheet("kicker")
    pen.text_right(RIGHT, 754, right, 8, ink=QUIET)
    head_rule(pen, 747)


def footer(pen: Pen, sheet: Sheet, filling: Filling, number: tuple[int, int]) -> None:
    """Draw whose sheet this is, its stock number, revision, record and page, and its code."""
    words = filling.wording
    room = MEASURE - SIDE - 14
    draw_code(pen, code_text(sheet), RIGHT - SIDE + 2, 22)
    pen.rule(LEFT, 68, room)
    for row, line in enumerate(break_wording(words.sheet("honest"), REGULAR, 7, room)):
        pen.text(LEFT, 57 - row * 9.2, line, 7, ink=QUIET)
    parts = [f"{words.sheet('stock')} {words.sheet('stock_no')}"]
    parts.append(f"{words.sheet('revision')} {sheet.revision}")
    if sheet.record_id:
        parts.append(f"{words.sheet('record')} {sheet.record_id}")
    parts.append(f"{words.sheet('page')} {number[0]} {words.sheet('of')} {number[1]}")
    line = " · ".join(parts)
    size = 7 * min(1.0, room / width(line, SEMIBOLD, 7))
    pen.text(LEFT, 31, line, size, bold=True, ink=INK)


def stamps(pen: Pen, sheet: Sheet, filling: Filling) -> None:
    """Draw the stamps of a sheet: practice across the page, the others in a row at its top."""
    if Stamp.PRACTICE in sheet.stamps:
        _across(pen, filling.wording.stamp(Stamp.PRACTICE.value))
    said = [filling.wording.stamp(stamp.value) for stamp in sheet.stamps]
    whole = sum(width(text, SEMIBOLD, 7.6) for text in said)
    size = 7.6 * min(1.0, (MEASURE - 16 * len(said)) / max(whole, 1))
    x = LEFT
    for text in said:
        wide = width(text, SEMIBOLD, size) + 10
        pen.canvas.setStrokeColorRGB(*_FLAG)
        pen.canvas.setLineWidth(0.9)
        pen.canvas.roundRect(x, 766, wide, 13, 2.5, stroke=1, fill=0)
        pen.text(x + 5, 769.8, text, size, bold=True, ink=_FLAG)
        x += wide + 6


def clinic_name(filling: Filling) -> str:
    """Return the clinic's name as it is printed in the head."""
    return printed(filling.answers, "clinic.name", filling.wording)


def _subtitle(filling: Filling) -> tuple[str, ...]:
    return break_wording(filling.wording.sheet("subtitle"), REGULAR, 7.8, MEASURE)


def _across(pen: Pen, text: str) -> None:
    canvas = pen.canvas
    canvas.saveState()
    canvas.translate(WIDE / 2, HIGH / 2)
    canvas.rotate(52)
    size = 800 / width(text, SEMIBOLD, 1)
    canvas.setFillAlpha(0.13)
    pen.text(-400, -size * 0.35, text, size, bold=True, ink=_FLAG)
    canvas.restoreState()
