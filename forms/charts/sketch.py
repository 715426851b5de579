"""The sketch that a picture is drawn on: shapes from the top down, and where each number stands."""

from collections.abc import Sequence
from typing import Any, Literal

from reportlab.graphics.shapes import Group, Hatching, Line, Polygon, Rect, String
from reportlab.lib.colors import HexColor

from forms.charts.chart import Palette, Spot
from forms.typeface import REGULAR, SEMIBOLD, width

LABEL, SMALL, TITLE = 8.6, 7.4, 11.0
Anchor = Literal["start", "middle", "end"]
_STEP = {"start": 0.0, "middle": 0.5, "end": 1.0}
_ANGLES: tuple[tuple[int, ...], ...] = ((), (45,), (0,), (135,), (90,), (45, 135), (0, 90))
"""How a series is hatched beside its colour: where the colours begin again, the next way."""


class Sketch:
    """Shapes on a page `wide` by `high` points; y counts from the top down."""

    def __init__(self, wide: float, high: float, palette: Palette) -> None:
        self.wide, self.high, self.palette = wide, high, palette
        self.group = Group()
        self.spots: list[Spot] = []

    def text(
        self,
        place: tuple[float, float],
        text: str,
        size: float = LABEL,
        *,
        bold: bool = False,
        ink: str = "",
        anchor: Anchor = "start",
    ) -> None:
        """Set `text` with its baseline at `place`."""
        font = SEMIBOLD if bold else REGULAR
        x = place[0] - _STEP[anchor] * width(text, font, size)
        y = self.high - place[1]
        fill = HexColor(ink or self.palette.ink)
        self.group.add(String(x, y, text, fontName=font, fontSize=size, fillColor=fill))

    def rect(
        self,
        box: tuple[float, float, float, float],
        fill: str = "",
        *,
        stroke: str = "",
        round_by: float = 0,
    ) -> None:
        """Draw a box given as x, y of its upper left corner, width and height."""
        x, y, wide, high = box
        self.group.add(
            Rect(
                x,
                self.high - y - high,
                wide,
                high,
                rx=round_by,
                ry=round_by,
                fillColor=HexColor(fill) if fill else None,
                strokeColor=HexColor(stroke) if stroke else None,
                strokeWidth=0.6,
            )
        )

    def line(
        self,
        begin: tuple[float, float],
        end: tuple[float, float],
        ink: str = "",
        weight: float = 0.5,
        dashes: Sequence[float] = (),
    ) -> None:
        """Draw a line."""
        self.group.add(
            Line(
                begin[0],
                self.high - begin[1],
                end[0],
                self.high - end[1],
                strokeColor=HexColor(ink or self.palette.line),
                strokeWidth=weight,
                strokeDashArray=list(dashes) or None,
            )
        )

    def shape(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """Draw a filled shape through `points`."""
        flat = [part for x, y in points for part in (x, self.high - y)]
        self.group.add(Polygon(flat, fillColor=HexColor(fill), strokeColor=None))

    def series_rect(self, box: tuple[float, float, float, float], number: int) -> None:
        """Draw a box in the colour and the hatching of series `number`."""
        x, y, wide, high = box
        colour = series_colour(self.palette, number)
        self.rect(box, colour)
        rounds = number // len(self.palette.series)
        angles = _ANGLES[(number + rounds) % len(_ANGLES)]
        if not angles or wide < 1:
            return
        low, top = self.high - y - high, self.high - y
        corners = [x, low, x + wide, low, x + wide, top, x, top]
        ink = HexColor(readable(colour))
        ink.alpha = 0.42
        for angle in angles:
            self._add(Hatching(3.6, angle, [corners], strokeColor=ink, strokeWidth=0.7))

    def spot(self, key: str, box: tuple[float, float, float, float]) -> None:
        """Remember where the number `key` stands; an empty key is none."""
        x, y, wide, high = box
        if key:
            self.spots.append(Spot(key, x, self.high - y - high, x + wide, self.high - y))

    def _add(self, shape: Any) -> None:
        self.group.add(shape)


def series_colour(palette: Palette, number: int) -> str:
    """Return the colour of a series; they begin again where they end."""
    return palette.series[number % len(palette.series)]


def readable(ground: str) -> str:
    """Return black or white, whichever reads better on `ground` (WCAG 1.4.3)."""
    return "#101418" if _luminance(ground) > 0.18 else "#FFFFFF"


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
