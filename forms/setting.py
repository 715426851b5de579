"""How a sheet is set: sizes of type, leading and rows, on a ladder from roomy to close."""

from dataclasses import dataclass

_RUNGS = 15


@dataclass(frozen=True, slots=True)
class Setting:
    """Measures of one sheet, in points; nothing that is signed is ever set below 8.3."""

    body: float
    leading: float
    small: float
    heading: float
    row: float
    ink: float
    """Height of the signature's space."""
    gap: float
    """Between paragraphs."""

    def high(self, lines: int) -> float:
        """Return the height of so many lines of the body."""
        return lines * self.leading


def _rung(number: int) -> Setting:
    roomy = 1 - number / _RUNGS
    body = round(8.3 + 1.5 * roomy, 2)
    return Setting(
        body=body,
        leading=round(body * (1.24 + 0.11 * roomy), 2),
        small=round(8.0 + 1.0 * roomy, 2),
        heading=round(9.4 + 1.4 * roomy, 2),
        row=round(23.2 + 3.8 * roomy, 2),
        ink=round(36.0 + 12.0 * roomy, 2),
        gap=round(2.2 + 2.8 * roomy, 2),
    )


LADDER = tuple(_rung(number) for number in range(_RUNGS + 1))
"""From the roomiest to the closest; a sheet takes the first that holds it on one page."""
