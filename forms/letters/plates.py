"""Plates: what is the same on many sheets of a run is made once and used from there on."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from forms.page import Piece
from forms.pen import Pen
from forms.typeface import Measure, width


class Plates:
    """The plates of one run, by what stands on them. They end with the run."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._names: dict[str, str] = {}
        self._pieces: dict[str, Piece] = {}
        self.measure: Measure = lru_cache(maxsize=None)(width)
        """Words of the letters come again and again; what was measured ends with the run."""

    def print(
        self, key: str, draw: Callable[[Pen], None], place: tuple[float, float] = (0, 0)
    ) -> None:
        """Print the plate `key` at `place`; `draw` cuts it where there is none yet."""
        canvas = self._canvas
        if key not in self._names:
            self._names[key] = f"plate{len(self._names)}"
            canvas.beginForm(self._names[key], -1000, -1000, 1000, 1000)
            draw(Pen(canvas))
            canvas.endForm()
        canvas.saveState()
        canvas.translate(*place)
        canvas.doForm(self._names[key])
        canvas.restoreState()

    def shared(self, key: str, make: Callable[[], Piece]) -> Piece:
        """Return the piece `key`, drawn from its plate; `make` makes it where there is none yet."""
        if key not in self._pieces:
            self._pieces[key] = self._plated(key, make())
        return self._pieces[key]

    def _plated(self, key: str, piece: Piece) -> Piece:
        def draw(_pen: Pen, top: float) -> None:
            self.print(key, lambda pen: piece.draw(pen, 0), (0, top))

        return Piece(piece.height, draw, keeps=piece.keeps)
