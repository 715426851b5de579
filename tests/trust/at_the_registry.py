"""The registry for the trust tables: a client to write to, and every act that writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from immtrac_desk.desk import Desk
from immtrac_desk.desk.entry import FinishEntry
from immtrac_desk.desk.report_pictures import ReportAsked
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.ids import LetterRunId, TipsReadingId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.registry_report import Catalogue
from tests.trust.canaries import canary

Typed = Callable[[Desk, Any, str], object]
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


def _finish(**typed: str) -> Typed:
    return lambda desk, child, text: desk.entry.finish(
        FinishEntry(
            client_id=child.id,
            document_id=desk.people.file(child.id).documents[0].id,
            affirmed=True,
            on=desk.today(),
            **{name: given or text for name, given in typed.items()},
        )
    )


def _tips(field: str) -> Typed:
    def ask(desk: Desk, _: Any, text: str) -> object:
        fresh = desk.reports.new_tips(desk.roster.organizations()[0].id)
        typed: Any = {"measure": "Coverage", "value": "1", field: text}
        return desk.reports.keep_tips(replace(fresh, **typed))

    return ask


def _catalogue(field: str) -> Typed:
    def ask(desk: Desk, _: Any, text: str) -> object:
        fresh = desk.reports.new_entry(Catalogue.REGISTRY)
        typed: Any = {"name": "Ours", field: text}
        return desk.reports.save_entry(replace(fresh, **typed))

    return ask


REGISTRY_TYPED: dict[str, Typed] = {
    "entry.user": _finish(registry_user=""),
    "entry.searched": _finish(searched="", registry_user="m"),
    "entry.immtrac2_id": _finish(immtrac2_id="", registry_user="m"),
    "entry.stop_reason": lambda d, c, t: d.entry.stop(c.id, t),
    "entry.stop_note": lambda d, c, t: d.entry.stop(c.id, "other", t),
    "letters.letter": lambda d, c, t: d.letters.write(t, (c.id,)),
    "letters.list": lambda d, c, t: d.letters.export(t, "csv", "en"),
    "letters.kind": lambda d, c, t: d.letters.export("turning_18", t, "en"),
    "letters.language": lambda d, c, t: d.letters.export("turning_18", "csv", t),
    "reports.name": lambda d, c, t: d.reports.picture(ReportAsked(t, *days(d))),
    "reports.language": lambda d, c, t: d.reports.pdf(
        ReportAsked("coverage", *days(d), language=t)
    ),
    "reports.kind": lambda d, c, t: d.reports.sheet(ReportAsked("coverage", *days(d)), kind=t),
    **{f"tips.{name}": _tips(name) for name in ("measure", "value", "rating")},
    **{
        f"catalogue.{name}": _catalogue(name)
        for name in ("name", "what_for", "sent_by", "frequency", "what_we_do")
    },
    "lever.note": lambda d, c, t: d.reports.confirm_lever(
        d.roster.organizations()[0].id, "tips.duplicates", d.today(), t
    ),
}
"""Every field of these rooms that somebody types into, through the desk.

What was read off the schedule is not here: it is kept as lines, and a line break is one.
"""


REGISTRY_WRITING: dict[str, tuple[str, RegistryAsk]] = {
    "entry.card": ("look", lambda g, d: d.entry.card(g.client.id)),
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
    "letters.look_at": ("look", lambda g, d: d.letters.look_at(LetterRunId("NOBODY"))),
    "letters.again": ("make_letters", lambda g, d: d.letters.again(LetterRunId("NOBODY"))),
    "letters.export": ("export", lambda g, d: d.letters.export("turning_18", "csv", "en")),
    "reports.pdf": ("export", lambda g, d: d.reports.pdf(ReportAsked("coverage", *days(d)))),
    "reports.sheet": ("export", lambda g, d: d.reports.sheet(ReportAsked("coverage", *days(d)))),
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


def live_at_the_registry(desk: Desk, client: Client) -> None:
    """Enter, read, write to and count a client, every text a canary; take everything away."""
    today = desk.today()
    desk.entry.stop(client.id, "other", canary("stopped"))
    desk.entry.note_schedule(client.id, today, f"{canary('read')}\n{canary('off')}")
    desk.entry.finish(
        FinishEntry(client_id=client.id, searched="found", immtrac2_id=canary("number"), on=today)
    )
    desk.entry.card(client.id)
    desk.entry.seen(client.id)
    desk.letters.write("record_request", (client.id,))
    site = desk.roster.organizations()[0].id
    texts: Any = {"measure": canary("measure"), "value": canary("value")}
    desk.reports.keep_tips(replace(desk.reports.new_tips(site), **texts))
    desk.reports.confirm_lever(site, "tips.affirm_first", today, canary("lever"))
    desk.reports.save_entry(
        replace(desk.reports.new_entry(Catalogue.REGISTRY), name=canary("catalogue"))
    )
    for kind in ("csv", "xlsx"):
        for one in desk.letters.lists():
            desk.letters.export(one.code, kind, "en")
        for name in desk.reports.names():
            desk.reports.sheet(ReportAsked(name, today, today), kind=kind)
    for name in desk.reports.names():
        desk.reports.pdf(ReportAsked(name, today, today, language="es"))
        for chart in desk.reports.picture(ReportAsked(name, today, today)).charts:
            desk.reports.chart_page(chart, 400, 300)
