"""The envelope: the clinic as sender, the addressee, and not a word of what it is about."""

import json
from typing import Any

from forms.letters.letter import Letter
from forms.letters.plates import Plates
from forms.letters.sheet import address_lines, practice_mark, set_address
from forms.pen import Pen
from forms.shown import shown
from forms.typeface import REGULAR, SEMIBOLD, break_lines

ENVELOPE = (684.0, 297.0)
"""A #10 envelope, 9.5 by 4.125 inches, in points."""
_TO = (306.0, 158.0)
_TO_ROOM = (324.0, 104.0)
_FROM = (30.0, 267.0)
_FROM_WIDE, _FROM_SIZE = 236.0, 8.6


def draw_envelope(canvas: Any, letter: Letter, plates: Plates) -> None:
    """Draw the envelope of a letter on a page of its own."""
    canvas.setPageSize(ENVELOPE)
    sender = letter.sender
    key = json.dumps(["envelope", letter.language, letter.practice, sender.name, sender.address])
    plates.print(key, lambda pen: _sender(pen, letter))
    set_address(Pen(canvas), _TO, address_lines(letter), _TO_ROOM)
    canvas.showPage()


def _sender(pen: Pen, letter: Letter) -> None:
    lines = [(SEMIBOLD, shown(letter.sender.name))]
    lines += [(REGULAR, text) for text in map(shown, letter.sender.address) if text]
    size = _FROM_SIZE
    broken = _broken(lines, size)
    while len(broken) * size * 1.25 > 96:
        size *= 0.92
        broken = _broken(lines, size)
    for number, (font, line) in enumerate(broken):
        y = _FROM[1] - number * size * 1.25
        pen.text(_FROM[0], y, line, size, bold=font == SEMIBOLD)
    if letter.practice:
        practice_mark(pen, _FROM[0], 18, letter.language)


def _broken(lines: list[tuple[str, str]], size: float) -> list[tuple[str, str]]:
    return [
        (font, part) for font, text in lines for part in break_lines(text, font, size, _FROM_WIDE)
    ]
