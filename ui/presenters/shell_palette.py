"""What the palette offers: acts by their words, and clients by their names."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from immtrac_desk.domain.values import plain_letters

_MOST_CLIENTS = 6
_LEAST_LETTERS = 2


class Offer(NamedTuple):
    """One line: `kind` is `act` or `client`, `detail` the key or what tells clients apart."""

    kind: str
    id: str
    title: str
    detail: str
    also: str = ""
    """Other words by which people look for an act."""


class Palette:
    """`find` asks the desk for clients; acts are handed in as they are possible now."""

    def __init__(self, find: Callable[[str, int], Sequence[Offer]]) -> None:
        self._find = find

    def offers(self, text: str, acts: Sequence[Offer]) -> tuple[Offer, ...]:
        """Acts whose words begin as typed, then clients; all acts while nothing is typed."""
        wanted = plain_letters(text).split()
        fitting = tuple(act for act in acts if _fits(wanted, f"{act.title} {act.also}"))
        if len(text.strip()) < _LEAST_LETTERS:
            return fitting
        return fitting + tuple(self._find(text.strip(), _MOST_CLIENTS))


def _fits(wanted: list[str], said: str) -> bool:
    """Every typed word begins a word of the title, or one of the words beside it."""
    words = plain_letters(said).split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
