"""The welcome: the room one comes back to after a lock, and what is told as a vault opens."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from immtrac_desk.errors import DeskError
from ui.wording import tr

if TYPE_CHECKING:
    from ui.shell.inside import Inside

_STAYS = frozenset({"client", "application"})
"""Rooms beneath another that one finds as they were; forms are offered again where they belong."""
_WHAT = frozenset({"client_id", "organization_id", "application_id", "section"})
"""What of a room's cause is remembered while the desk is locked: random numbers, never a name."""


@dataclass(slots=True)
class Welcome:
    """What the window knows of the opening before: who sat here, where, and whether it was kept."""

    name: str = ""
    unkept: bool = False
    _room: str = ""
    _on: date = date.min
    _about: dict[str, object] = field(default_factory=dict)

    def part(self, inside: "Inside") -> None:
        """Keep what is typed and remember the place, as the lock falls."""
        self.unkept = not inside.keep()
        self.name = inside.desk.actor.name
        stage = inside.stage
        about = {what: value for what, value in stage.about.items() if what in _WHAT}
        room = stage.room_id
        if room not in _STAYS and room != stage.lit():
            room = "client" if "client_id" in about else stage.lit()
        self._room, self._about, self._on = room, about, inside.today()

    def lead_in(self, inside: "Inside", first: str) -> None:
        """To the room of before, for who sat here before on this day; else, or where it is gone,
        the first: a new day begins with what it brings."""
        room, about = self._room, self._about
        self._room, self._about = "", {}
        same = inside.desk.actor.name == self.name and inside.today() == self._on
        if same and inside.stage.knows(room):
            try:
                inside.stage.enter(room, about)
            except DeskError:
                pass
            else:
                return
        inside.go(first)

    def tell(self, inside: "Inside", *, broke_off: bool) -> None:
        """Tell the gravest of what happened since: a program that did not close as it should,
        somebody who tried to come in, typing that was not kept."""
        if broke_off:
            inside.tell(partial(tr.say, "shell.broke_off"), tone="warn")
        failed = inside.desk.opened.failures_before
        if failed:
            last = tr.moment(failed[-1].astimezone(inside.desk.now().tzinfo))
            told = partial(tr.say, "shell.failed_tries", n=len(failed), last=last)
            inside.tell(told, tone="warn")
        if self.unkept and inside.desk.actor.name == self.name:
            inside.tell(partial(tr.say, "shell.not_kept"), tone="warn")
        self.unkept = False
