"""The letter's page: letterhead, address and date above the first fold, the rest beneath it."""

import json

from forms.fit import lines_within
from forms.flow import flow, runs
from forms.letters.body import WIDE, X, body, date_line
from forms.letters.letter import Letter, Sender
from forms.letters.plates import Plates
from forms.letters.words import shared
from forms.page import draw_page
from forms.pen import ACCENT, HAIR, INK, QUIET, Pen
from forms.shown import shown
from forms.typeface import REGULAR, SEMIBOLD, break_lines, width

FOLDS = (528.0, 264.0)
"""A letter folded in three; above the first fold nothing says what it is about."""
_TOP = 514.0
_FOOT = 7.4
_ADDRESS = 640.0
_ADDRESS_WIDE, _ADDRESS_HIGH = 300.0, 96.0


def draw_letter(canvas: object, letter: Letter, plates: Plates) -> int:
    """Draw the letter on pages of its own; return how many. Raises ValueError as `body`."""
    pen = Pen(canvas)
    placed = flow(runs(body(letter, plates)), _TOP)
    pages = max(one.page for one in placed) + 1
    for page in range(pages):
        _stationery(letter, plates, first=page == 0)
        if page == 0:
            _address(pen, letter)
        draw_page(pen, placed, page)
        if pages > 1:
            said = shared(letter.language)["page"].format(page=page + 1, pages=pages)
            pen.text_right(X + WIDE, 762, said, 8.4, ink=QUIET)
        pen.canvas.showPage()
    return pages


def address_lines(letter: Letter) -> tuple[str, ...]:
    """Return the addressee and the address, as on the envelope: nothing else about anybody."""
    name = shown(letter.client_name)
    if letter.to == "parent":
        to_parent = shared(letter.language)["to_parent"].format(name=name)
        name = shown(letter.parent_name) or to_parent
    return (name, *(line for line in map(shown, letter.address) if line))


def set_address(
    pen: Pen, place: tuple[float, float], lines: tuple[str, ...], room: tuple[float, float]
) -> None:
    """Draw an address from `place` down, smaller where it would not fit into `room`."""
    size, leading = 10.8, 1.28
    set_lines = [part for line in lines for part in break_lines(line, REGULAR, size, room[0])]
    while len(set_lines) * size * leading > room[1]:
        size *= 0.92
        set_lines = [part for line in lines for part in break_lines(line, REGULAR, size, room[0])]
    text = pen.canvas.beginText(*place)
    text.setFont(REGULAR, size, size * leading)
    text.setFillColorRGB(*INK)
    for line in set_lines:
        text.textLine(line)
    pen.canvas.drawText(text)


def _address(pen: Pen, letter: Letter) -> None:
    date_line(pen, 668, letter)
    set_address(pen, (X, _ADDRESS), address_lines(letter), (_ADDRESS_WIDE, _ADDRESS_HIGH))


def _stationery(letter: Letter, plates: Plates, *, first: bool) -> None:
    """Print letterhead, fold marks and foot: a plate for each sender and language."""
    sender, language = letter.sender, letter.language
    key = json.dumps([language, first, letter.practice, sender.name, sender.address, sender.phone])

    def draw(pen: Pen) -> None:
        if first:
            _letterhead(pen, sender)
            for y in FOLDS:
                pen.rule(14, y, 9, weight=0.4, ink=HAIR)
        if letter.practice:
            practice_mark(pen, X, 770, language)
        _foot(pen, shared(language)["foot"])

    plates.print(key, draw)


def _letterhead(pen: Pen, sender: Sender) -> None:
    size, lines = lines_within(shown(sender.name), WIDE / 1.6, 17.0, SEMIBOLD)
    size = 13.0 if len(lines) == 1 and width(lines[0], SEMIBOLD, 13) <= WIDE else size
    for number, line in enumerate(lines):
        pen.text(X, 742 - number * size * 1.1, line, size, bold=True)
    where = " · ".join(part for part in map(shown, (*sender.address, sender.phone)) if part)
    size, lines = lines_within(where, WIDE, 20.0)
    for number, line in enumerate(lines):
        pen.text(X, 724 - number * size * 1.2, line, size, ink=QUIET)
    pen.rule(X, 704, WIDE, weight=1.2, ink=ACCENT)


def _foot(pen: Pen, text: str) -> None:
    lines = break_lines(text, REGULAR, _FOOT, WIDE)
    for number, line in enumerate(reversed(lines)):
        pen.text(X, 24 + number * _FOOT * 1.25, line, _FOOT, ink=QUIET)


def practice_mark(pen: Pen, x: float, y: float, language: str) -> None:
    """Draw the mark of a practice vault."""
    pen.stamp(x, y, shared(language)["practice"])
