"""The pen: the few strokes that a sheet is drawn with, over a ReportLab canvas."""

from typing import Any

from forms.typeface import REGULAR, SEMIBOLD, width

INK = (0.11, 0.12, 0.15)
QUIET = (0.29, 0.31, 0.35)
HAIR = (0.45, 0.48, 0.52)
PALE = (0.955, 0.965, 0.968)
ACCENT = (0.043, 0.369, 0.420)
PEN_BLUE = (0.05, 0.13, 0.38)
FLAG = (0.66, 0.12, 0.09)
Colour = tuple[float, float, float]


class Pen:
    """Draws on the canvas' present page; all measures in points from the bottom left.

    `shift` moves everything to the right: the second of two columns is drawn like the first.
    """

    def __init__(self, canvas: Any, shift: float = 0.0) -> None:
        self.canvas = canvas
        self.shift = shift

    def text(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, ink: Colour = INK
    ) -> None:
        """Set `text` literally on the baseline at `x`, `y`."""
        self.canvas.setFillColorRGB(*ink)
        self.canvas.setFont(SEMIBOLD if bold else REGULAR, size)
        self.canvas.drawString(x + self.shift, y, text)

    def text_right(self, x: float, y: float, text: str, size: float, *, ink: Colour = INK) -> None:
        """Set `text` so that it ends at `x`."""
        self.text(x - width(text, REGULAR, size), y, text, size, ink=ink)

    def rule(
        self, x: float, y: float, length: float, *, weight: float = 0.5, ink: Colour = HAIR
    ) -> None:
        """Draw a level line to the right of `x`, `y`."""
        self.canvas.setStrokeColorRGB(*ink)
        self.canvas.setLineWidth(weight)
        x += self.shift
        self.canvas.line(x, y, x + length, y)

    def frame(
        self, x: float, y: float, wide: float, high: float, *, fill: Colour | None = None
    ) -> None:
        """Draw a box with its bottom left corner at `x`, `y`."""
        self.canvas.setStrokeColorRGB(*HAIR)
        self.canvas.setLineWidth(0.5)
        if fill:
            self.canvas.setFillColorRGB(*fill)
        self.canvas.roundRect(x + self.shift, y, wide, high, 2.5, stroke=1, fill=1 if fill else 0)

    def stamp(self, x: float, y: float, text: str, size: float = 7.6) -> float:
        """Set `text` as a stamp, its frame beginning at `x`; return how wide it is."""
        wide = width(text, SEMIBOLD, size) + 10
        self.canvas.setStrokeColorRGB(*FLAG)
        self.canvas.setLineWidth(0.9)
        self.canvas.roundRect(x + self.shift, y - 3.7, wide, 12.5, 2.5, stroke=1, fill=0)
        self.text(x + 5, y, text, size, bold=True, ink=FLAG)
        return wide

    def tick_box(self, x: float, y: float, side: float, ticked: bool) -> None:
        """Draw a box to tick, on the baseline `y`; `ticked` crosses it, as a pen would."""
        canvas = self.canvas
        x += self.shift
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(0.8)
        canvas.rect(x, y, side, side, stroke=1, fill=0)
        if ticked:
            gap = side * 0.2
            canvas.setLineWidth(1.5)
            canvas.line(x + gap, y + gap, x + side - gap, y + side - gap)
            canvas.line(x + gap, y + side - gap, x + side - gap, y + gap)

    def dot(self, x: float, y: float, ink: Colour = ACCENT) -> None:
        """Draw the dot before a list item, on the baseline `y`."""
        self.canvas.setFillColorRGB(*ink)
        self.canvas.circle(x + self.shift, y + 2.7, 1.4, stroke=0, fill=1)
