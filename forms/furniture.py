"""What stands on every page beside the form itself: head, footer, code and stamps."""

from forms.answers import printed
from forms.boxes import Text, boxed
from forms.filling import Filling
from forms.fit import size_for, wrapped
from forms.page import HIGH, LEFT, MEASURE, RIGHT, WIDE, Piece
from forms.pen import ACCENT, FLAG, QUIET, Pen
from forms.qr import SIDE, code_text, draw_code
from forms.sheet import Sheet, Stamp
from forms.typeface import REGULAR, SEMIBOLD, break_wording, width

_ROOM = MEASURE - SIDE - 12
"""What the code in the right corner leaves to the head."""
_LONG_NAME = 7.4
STAMP = 766.2
"""The baseline of the stamps, above the head."""
_SUBTITLE, _SUBLEAD = 8.0, 9.8
_CODE_FOOT = 715.0


def first_head(pen: Pen, filling: Filling, clinic: Piece) -> None:
    """Draw the head of the first page: registry, clinic, title, who signs it."""
    words = filling.wording
    pen.text(LEFT, 751, words.sheet("kicker"), 8.4, ink=QUIET)
    clinic.draw(pen, 751)
    title = words.sheet("title")
    pen.text(LEFT, 732, title, _shrunk(title, 17), bold=True)
    for number, line in enumerate(_subtitle(filling)):
        pen.text(LEFT, 719.5 - number * _SUBLEAD, line, _SUBTITLE, ink=QUIET)
    head_rule(pen, head_bottom(filling))


def head_bottom(filling: Filling) -> float:
    """Return the y of the rule under the head of the first page."""
    return 721.6 - _SUBLEAD * max(len(_subtitle(filling)), 1)


def running_head(pen: Pen, filling: Filling, continued: bool) -> None:
    """Draw the head of a later page."""
    words = filling.wording
    pen.text(LEFT, 751, words.sheet("kicker"), 8.4, ink=QUIET)
    if continued:
        pen.text_right(LEFT + _ROOM, 751, words.sheet("continuation"), 8.4, ink=QUIET)
    title = words.sheet("title")
    pen.text(LEFT, 732, title, _shrunk(title, 13), bold=True)
    head_rule(pen, 711.8)


def code(pen: Pen, sheet: Sheet) -> None:
    """Draw the code into the right corner of the head."""
    draw_code(pen, code_text(sheet), RIGHT - SIDE + 2.6, _CODE_FOOT)


def footer(pen: Pen, sheet: Sheet, filling: Filling, number: tuple[int, int]) -> None:
    """Draw whose sheet this is, its stock number, revision, record and page."""
    words = filling.wording
    pen.rule(LEFT, 47, MEASURE)
    honest = words.sheet("honest")
    pen.text(LEFT, 37, honest, 7.4 * min(1.0, MEASURE / width(honest, REGULAR, 7.4)), ink=QUIET)
    parts = [f"{words.sheet('stock')} {words.sheet('stock_no')}"]
    parts.append(f"{words.sheet('revision')} {sheet.revision}")
    if sheet.record_id:
        parts.append(f"{words.sheet('record')} {sheet.record_id}")
    parts.append(f"{words.sheet('page')} {number[0]} {words.sheet('of')} {number[1]}")
    line = " · ".join(parts)
    pen.text(LEFT, 26.5, line, 7.4 * min(1.0, MEASURE / width(line, SEMIBOLD, 7.4)), bold=True)


def stamps(pen: Pen, sheet: Sheet, filling: Filling) -> None:
    """Draw the stamps of a sheet: practice across the page, the others in a row at its top."""
    if Stamp.PRACTICE in sheet.stamps:
        _across(pen, filling.wording.stamp(Stamp.PRACTICE.value))
    said = [filling.wording.stamp(stamp.value) for stamp in sheet.stamps]
    whole = sum(width(text, SEMIBOLD, 7.6) for text in said)
    size = 7.6 * min(1.0, (_ROOM - 16 * len(said)) / max(whole, 1))
    x = LEFT
    for text in said:
        x += pen.stamp(x, STAMP, text, size) + 6


def clinic_name(filling: Filling) -> Piece:
    """Return the clinic's name in the head; its draw takes the baseline, and ends at the code.

    A long name is set in two lines before it shrinks further.
    """
    name = printed(filling.answers, "clinic.name", filling.wording)
    room = _ROOM - width(filling.wording.sheet("kicker"), REGULAR, 8.4) - 12
    size = size_for(name, room)
    lines = _halved(name, room)
    if (size or 0) < _LONG_NAME and len(lines) == 2:
        return Piece(0.0, lambda pen, base: _two_lines(pen, base, lines))
    text = boxed(Text(filling.wording.sheet("clinic"), name, typed=True), room, filling)
    x = LEFT + _ROOM - (width(name, SEMIBOLD, size) if size else room)
    return Piece(0.0, lambda pen, base: text(pen, x, base))


def _halved(name: str, room: float) -> tuple[str, ...]:
    """Return the name in two even lines, if they fit into `room`; else in as many as it takes."""
    tried = (wrapped(name, SEMIBOLD, _LONG_NAME, room * share / 10) for share in range(5, 11))
    lines: tuple[str, ...] = ()
    for lines in tried:
        if len(lines) <= 2:
            break
    return lines


def _two_lines(pen: Pen, base: float, lines: tuple[str, ...]) -> None:
    for number, line in enumerate(lines):
        x = LEFT + _ROOM - width(line, SEMIBOLD, _LONG_NAME)
        pen.text(x, base + 3.4 - number * 8.4, line, _LONG_NAME, bold=True)


def head_rule(pen: Pen, y: float) -> None:
    """Draw the coloured rule under a head."""
    pen.rule(LEFT, y, MEASURE, weight=1.4, ink=ACCENT)


def _shrunk(text: str, size: float) -> float:
    return size * min(1.0, _ROOM / width(text, SEMIBOLD, size))


def _subtitle(filling: Filling) -> tuple[str, ...]:
    return break_wording(filling.wording.sheet("subtitle"), REGULAR, _SUBTITLE, _ROOM)


def _across(pen: Pen, text: str) -> None:
    canvas = pen.canvas
    canvas.saveState()
    canvas.translate(WIDE / 2, HIGH / 2)
    canvas.rotate(52)
    size = 800 / width(text, SEMIBOLD, 1)
    canvas.setFillAlpha(0.13)
    pen.text(-400, -size * 0.35, text, size, bold=True, ink=FLAG)
    canvas.restoreState()
