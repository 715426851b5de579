"""A file to a place that was chosen: written once, and said whether it is there."""

import os
from functools import partial
from pathlib import Path

from ui.shell.house import House
from ui.wording import tr


def write_file(house: House, place: Path, data: bytes) -> bool:
    """Write `data` to `place`; the notice says how it went and that it lies outside the vault."""
    try:
        # A new file is its owner's alone: what is saved here mostly names people.
        making = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(place, making, 0o600), "wb") as file:
            file.write(data)
    except OSError:
        house.tell(partial(tr.say, "saving.failed"), tone="bad")
        return False
    house.tell(partial(tr.say, "saving.saved"), tone="good")
    return True
