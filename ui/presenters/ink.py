"""Ink behind a lock: what every place to sign shares."""

from collections.abc import Callable

from immtrac_desk.domain.document import Stroke


class Ink:
    """Who signs here keeps `strokes`, says why it is `locked`, and rings `changed`."""

    strokes: tuple[Stroke, ...]
    changed: Callable[[], None]

    @property
    def locked(self) -> str:
        """Why nobody can sign now, as a sentence's code; "" once somebody can."""
        raise NotImplementedError

    def ink(self, strokes: tuple[Stroke, ...]) -> None:
        """Take what is on the pad; nothing while it is locked."""
        self.strokes = () if self.locked else strokes
        self.changed()

    @property
    def can_file(self) -> bool:
        return bool(self.strokes) and not self.locked
