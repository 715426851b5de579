"""A file to a place that was chosen: there whole or not at all, and said whether it is there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile

from ui.presenters.shell_doors import lies_in_a_vault
from ui.shell.house import House
from ui.wording import tr

_OWNER = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner


def write_file(house: House, place: Path, data: bytes) -> bool:
    """Write `data` to `place`; the notice says how it went and that it lies outside the vault."""
    if not put_whole(place, data):
        house.tell(partial(tr.say, "saving.failed"), tone="bad")
        return False
    house.tell(partial(tr.say, "saving.saved"), tone="good")
    return True


def put_whole(place: Path, data: bytes) -> bool:
    """Put `data` in place of the file that was chosen; where it cannot be, that one stays whole.

    Readable by its owner alone, also where everybody could read the one before: what is saved here
    mostly names people.
    """
    if (place.exists() and not place.is_file()) or lies_in_a_vault(place):
        return False  # a folder, a device, a vault's own file: none may be replaced
    file = QSaveFile(str(place))
    # commit() fails, and leaves nothing behind, where any of the steps before it did
    return (
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        and file.setPermissions(_OWNER)
        and file.write(data) == len(data)
        and file.commit()
    )


def with_end(place: Path, end: str) -> Path:
    """Return `place` with `.end` where no end was typed, but never so that it names another file
    that is there: the dialog asked about the name that was typed."""
    if place.suffix:
        return place
    ended = place.with_name(f"{place.name}.{end}")
    return place if ended.exists() else ended
