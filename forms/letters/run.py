"""A run of letters and envelopes as one PDF: the same letters give the same bytes."""

import io
from collections.abc import Sequence
from typing import Any

from forms.letters.envelope import draw_envelope
from forms.letters.letter import GoOn, Letter, Rendered, always
from forms.letters.plates import Plates
from forms.letters.sheet import draw_letter
from forms.letters.words import shared
from forms.page import HIGH, WIDE
from forms.render import open_canvas
from forms.typeface import load


def render_run(letters: Sequence[Letter], envelopes: bool, go_on: GoOn = always) -> Rendered | None:
    """Return every letter and then, in the same order, every envelope; None where `go_on` says no.

    `go_on` is asked before each sheet with how many are done, of how many. The envelopes' pages
    are labelled E1, E2 and on, so that a printer's dialogue can be told where they begin.

    Raises ValueError for no letters, and as `said_parts` for one that cannot be said.
    """
    if not letters:
        raise ValueError("no letters")
    load()
    out = io.BytesIO()
    language = letters[0].language
    canvas = open_canvas(out, shared(language)["title"], language)
    pages = _draw(canvas, letters, envelopes, go_on)
    if pages is None:
        return None
    canvas.save()
    return Rendered(out.getvalue(), pages)


def _draw(canvas: Any, letters: Sequence[Letter], envelopes: bool, go_on: GoOn) -> int | None:
    plates = Plates(canvas)
    sheets = len(letters) * (2 if envelopes else 1)
    pages = 0
    canvas.addPageLabel(0, style="ARABIC", start=1)
    for done, letter in enumerate(letters):
        if not go_on(done, sheets):
            return None
        canvas.setPageSize((WIDE, HIGH))
        pages += draw_letter(canvas, letter, plates)
    if not envelopes:
        return pages
    canvas.addPageLabel(pages, style="ARABIC", start=1, prefix="E")
    for done, letter in enumerate(letters, len(letters)):
        if not go_on(done, sheets):
            return None
        draw_envelope(canvas, letter, plates)
    return pages + len(letters)
