"""A file to a place that was chosen: written once, and said whether it is there."""

from functools import partial
from pathlib import Path

from ui.shell.house import House
from ui.wording import tr


def write_file(house: House, place: Path, data: bytes) -> bool:
    """Write `data` to `place`; the notice says how it went and that it lies outside the vault."""
    try:
        place.write_bytes(data)
    except OSError:
        house.tell(partial(tr.say, "saving.failed"), tone="bad")
        return False
    house.tell(partial(tr.say, "saving.saved"), tone="good")
    return True
