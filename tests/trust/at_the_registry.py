"""The registry for the trust tables: a client to write to, and every act that writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.desk.entry import FinishEntry
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.ids import TipsReadingId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.registry_report import Catalogue

RegistryAsk = Callable[["RegistryGround", Desk], object]
SOON_18 = date(2008, 12, 1)


@dataclass
class RegistryGround:
    """A client about to turn 18, who can be written to."""

    client: Client
    site: Organization


def registry_ground(client: Client, site: Organization) -> RegistryGround:
    """Take a client and a site of the office's; nothing else is needed yet."""
    return RegistryGround(client, site)


def days(desk: Desk) -> tuple[date, date]:
    """The days of a report: today."""
    return desk.today(), desk.today()


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
    "reports.pdf": ("export", lambda g, d: d.reports.pdf("coverage", *days(d))),
    "reports.sheet": ("export", lambda g, d: d.reports.sheet("coverage", *days(d))),
    "reports.save_entry": (
        "edit_catalogue",
        lambda g, d: d.reports.save_entry(
            replace(d.reports.new_entry(Catalogue.REGISTRY), name="Ours")
        ),
    ),
    "reports.received": (
        "edit_catalogue",
        lambda g, d: d.reports.received("re.tips", d.today()),
    ),
    "reports.retire": ("edit_catalogue", lambda g, d: d.reports.retire("re.tips")),
    "reports.keep_tips": (
        "keep_tips",
        lambda g, d: d.reports.keep_tips(
            replace(d.reports.new_tips(g.site.id), measure="Coverage", value="87 %")
        ),
    ),
    "reports.void_tips": ("keep_tips", lambda g, d: d.reports.void_tips(TipsReadingId("NOBODY"))),
    "reports.confirm_lever": (
        "keep_tips",
        lambda g, d: d.reports.confirm_lever(g.site.id, "tips.affirm_first", d.today()),
    ),
}
"""Every method of these rooms that writes: the right it must ask for, and a call of it."""
