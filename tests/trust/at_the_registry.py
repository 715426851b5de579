"""The registry for the trust tables: a client to write to, and every act that writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.desk.entry import FinishEntry
from immtrac_desk.domain.client import Client

RegistryAsk = Callable[["RegistryGround", Desk], object]
SOON_18 = date(2008, 12, 1)


@dataclass
class RegistryGround:
    """A client about to turn 18, who can be written to."""

    client: Client


def registry_ground(client: Client) -> RegistryGround:
    """Take a client of the office's; nothing else is needed yet."""
    return RegistryGround(client)


REGISTRY_WRITING: dict[str, tuple[str, RegistryAsk]] = {
    "entry.finish": (
        "finish_entry",
        lambda g, d: d.entry.finish(
            FinishEntry(client_id=g.client.id, searched="found", on=d.today())
        ),
    ),
    "entry.stop": ("finish_entry", lambda g, d: d.entry.stop(g.client.id, "portal_down")),
    "entry.note_schedule": (
        "note_schedule",
        lambda g, d: d.entry.note_schedule(g.client.id, d.today(), "Hep B 3 of 3"),
    ),
    "letters.write": (
        "make_letters",
        lambda g, d: d.letters.write("turning_18", (g.client.id,), envelopes=False),
    ),
    "letters.export": ("export", lambda g, d: d.letters.export("turning_18", "csv", "en")),
}
"""Every method of these rooms that writes: the right it must ask for, and a call of it."""
