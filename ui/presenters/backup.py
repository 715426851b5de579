"""Copies: when the last good one was made, a new one now, and a copy laid into a new folder."""

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from immtrac_desk.domain.rights import may
from immtrac_desk.errors import InputError
from ui.presenters.shell_doors import Doors
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreAnswers:
    """The form of a restore, as typed."""

    source: str
    place: str
    name: str
    passphrase: str


class BackupPresenter:
    """`back_up` and `restore` are slow: the view calls them off the event loop."""

    def __init__(self, desk: "Desk", tr: Wording, doors: Doors) -> None:
        self._desk, self._tr, self._doors = desk, tr, doors
        self.may_back_up = may(desk.actor.role, "back_up")
        self.actor_name = desk.actor.name
        self._stop = Event()

    def last(self) -> tuple[str, bool]:
        """The last good copy in words, and whether there is one."""
        result = self._desk.book.last_backup()
        if result is None:
            return self._tr.say("backup_page.last_none"), False
        at = self._tr.moment(result.at.astimezone(self._desk.now().tzinfo))
        return self._tr.say("backup_page.last_at", at=at, file=result.path.name), True

    def back_up(self) -> str:
        """Copy, reopen, check; what to say of it. Raises VaultError `backup.*`."""
        self._stop.clear()
        result = self._desk.book.back_up(go_on=lambda: not self._stop.is_set())
        return self._tr.say("backup_page.done", file=result.path.name)

    def stop(self) -> str:
        """End the copy at its next step; what to say of it."""
        self._stop.set()
        return self._tr.say("backup.stopped")

    def missing(self, asked: RestoreAnswers) -> tuple[InputError, ...]:
        """What the form still wants, in its order."""
        given = (
            ("source", asked.source.strip()),
            ("place", asked.place.strip()),
            ("name", asked.name.strip()),
            ("passphrase", asked.passphrase),
        )
        return tuple(InputError("backup_page.missing", key) for key, text in given if not text)

    def restore(self, asked: RestoreAnswers) -> str:
        """Lay the copy into the folder and check it whole. Raises VaultError."""
        place = Path(asked.place.strip())
        source = Path(asked.source.strip())
        self._doors.restore(source, place, asked.name.strip(), asked.passphrase)
        return self._tr.say("backup_page.restored", place=str(place))
