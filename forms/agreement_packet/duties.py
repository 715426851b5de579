"""The responsibilities: what asks something of the site has a box to tick; all say their source."""

from forms.agreement_packet.spec import PacketSpec
from forms.filling import Filling
from forms.flow import Run, runs, tied
from forms.page import LEFT, MEASURE, RIGHT, Piece
from forms.pen import HAIR, QUIET, Pen
from forms.prose import heading, paragraph
from forms.spec import Heading, Paragraph
from forms.typeface import REGULAR, break_wording

_INDENT = 17.0
_BASIS = 150.0
_GAP = 14.0
_SMALL = 7.4


def duties(spec: PacketSpec, filling: Filling) -> tuple[Run, ...]:
    """Return the checklist; a duty is never divided between pages."""
    lead = heading(Heading("head.duties"), filling)
    what = tied(paragraph(Paragraph(("duties.what",), small=True), filling))
    listed = [_duty(key, filling, asks=True) for key in spec.duties]
    listed += [_duty(key, filling, asks=False) for key in spec.facts]
    return runs((*lead, *what, *listed))


def _duty(key: str, filling: Filling, *, asks: bool) -> Piece:
    setting, words = filling.setting, filling.wording
    room = MEASURE - _INDENT - _BASIS - _GAP
    lines = break_wording(words.sentence(f"duty.{key}"), REGULAR, setting.body, room)
    basis = break_wording(words.sentence(f"basis.{key}"), REGULAR, _SMALL, _BASIS)
    high = max(setting.high(len(lines)), len(basis) * 9.6) + 6.0

    def draw(pen: Pen, top: float) -> None:
        if asks:
            pen.tick_box(LEFT, top - setting.leading - 0.6, 9.4, False)
        else:
            pen.dot(LEFT + 4.7, top - setting.leading + 1)
        for number, line in enumerate(lines, 1):
            pen.text(LEFT + _INDENT, top - number * setting.leading + 1, line, setting.body)
        for number, line in enumerate(basis):
            y = top - setting.leading + 1 - number * 9.6
            pen.text(RIGHT - _BASIS, y, line, _SMALL, ink=QUIET)
        pen.rule(LEFT, top - high + 1.4, MEASURE, weight=0.35, ink=HAIR)

    return Piece(high, draw)
