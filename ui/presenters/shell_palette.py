"""What the palette offers: acts by their words, and clients by their names."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from immtrac_desk.domain.values import plain_letters
from ui.wording import Wording

_MOST_CLIENTS = 6
_LEAST_LETTERS = 2


class Offer(NamedTuple):
    """One line: `kind` is `act`, `client` or `handbook`.

    `detail` is the key, or what tells clients apart.
    """

    kind: str
    id: str
    title: str
    detail: str
    also: str = ""
    """Other words by which people look for an act."""


def in_handbook(text: str, tr: Wording) -> Offer:
    """The offer to look for what was typed in the handbook."""
    return Offer("handbook", text, tr.say("palette.handbook", text=text), "")


class Palette:
    """`find` asks the desk for clients; acts are handed in as they are possible now. `elsewhere`
    names a place where what is typed can be looked for, the last of all offers."""

    def __init__(
        self,
        find: Callable[[str, int], Sequence[Offer]],
        elsewhere: Callable[[str], Offer] | None = None,
    ) -> None:
        self._find, self._elsewhere = find, elsewhere

    def offers(self, text: str, acts: Sequence[Offer]) -> tuple[Offer, ...]:
        """Acts whose words begin as typed, then clients; all acts while nothing is typed."""
        wanted = plain_letters(text).split()
        fitting = tuple(act for act in acts if _fits(wanted, f"{act.title} {act.also}"))
        if len(text.strip()) < _LEAST_LETTERS:
            return fitting
        found = fitting + tuple(self._find(text.strip(), _MOST_CLIENTS))
        return found + ((self._elsewhere(text.strip()),) if self._elsewhere else ())


def _fits(wanted: list[str], said: str) -> bool:
    """Every typed word begins a word of the title, or one of the words beside it."""
    words = plain_letters(said).split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
