"""Doses of the practice clinic: given, reported, voided, set aside, or still waiting."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, partial
from importlib.resources import files
from typing import Any

from immtrac_desk.desk import Desk
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import Dose, ReportMethod
from immtrac_desk.domain.ids import DoseId, EventId, OrganizationId, PersonId, new_id
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.law.eligibility import groups
from immtrac_desk.practice.diary import Diary
from immtrac_desk.practice.people import LONG_KNOWN, NEW, SINCE_A_MONTH, People, sites_by_name
from immtrac_desk.practice.stories import REGISTRY_USER

Row = Mapping[str, Any]
_SINCE = {"long": LONG_KNOWN, "month": SINCE_A_MONTH, "new": NEW}
_OWN = ("lot", "route", "manufacturer", "eligibility")
"""What a row says instead of what the vaccine brings."""


@cache
def registry() -> Row:
    """Return the invented doses, answers and readings."""
    page = files("immtrac_desk.practice") / "registry.toml"
    return tomllib.loads(page.read_text(encoding="utf-8"))


@dataclass(slots=True)
class DoseTeller:
    """Tells what became of doses at one desk; `named` are those that something else speaks of."""

    desk: Desk
    today: date
    people: People
    named: dict[str, Dose] = field(default_factory=dict)
    event_id: EventId | None = None

    def client(self, words: str) -> Client | None:
        """Return a client named `story since which` as first told, None where there is none."""
        story, since, which = words.split(" ")
        known = self.people.named(story, _SINCE[since])
        return known[int(which)] if int(which) < len(known) else None

    def day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def declare(self, row: Row) -> None:
        """Keep the invented disaster, which has not ended."""
        event = replace(
            self.desk.book.new_event(),
            name=str(row["name"]),
            started_on=self.day(row["started"]),
            report_days=int(row["report_days"]),
            vaccines=tuple(row["vaccines"]),
        )
        self.event_id = self.desk.book.save_event(event).id

    def give(self, row: Row) -> None:
        """Enter a dose, if its client is there; what is done to it later is noted elsewhere."""
        client = self.client(row["client"])
        if client is not None:
            kept = self.desk.doses.save(self._dose(row, client))
            self.named[_name(row)] = kept

    def report(self, rows: tuple[Row, ...]) -> None:
        """Report the doses of one day and way in one act."""
        found = [self.named[_name(row)].id for row in rows if _name(row) in self.named]
        if found:
            how, on = ReportMethod(rows[0]["how"]), self.desk.today()
            self.desk.doses.report(tuple(found), on, how, REGISTRY_USER)

    def settle(self, row: Row) -> None:
        """Void a dose, or set it aside."""
        dose = self.named.get(_name(row))
        if dose is None:
            return
        if "void" in row:
            self.desk.doses.void(dose.id, row["void"])
        else:
            self.desk.doses.set_aside(dose.id, row["set_aside"])

    def _dose(self, row: Row, client: Client) -> Dose:
        vaccine = registry()["vaccine"][row["vaccine"]]
        given_on = self.day(row["given"])
        site = sites_by_name(self.desk).get(row.get("site", ""), client.site_id)
        brought = {
            "lot": f"PR{row['given']:03d}",
            "eligibility": groups(client.born_on, given_on)[-1].codes[0],
            **vaccine,
            **{name: row[name] for name in _OWN if name in row},
        }
        return Dose(
            id=DoseId(new_id()),
            client_id=client.id,
            given_on=given_on,
            prescriber_id=None if row.get("historical") else self._prescriber(site),
            organization_id=site,
            event_id=self.event_id if row.get("disaster") else None,
            historical=bool(row.get("historical")),
            entered_at=self.desk.now(),
            entered_by=self.desk.actor.id,
            **brought,
        )

    def _prescriber(self, site: OrganizationId | None) -> PersonId | None:
        """Whoever prescribes at the site, the last one to come."""
        if site is None:
            return None
        lines = self.desk.roster.held_on(self.desk.today(), site)
        held = [line for line in lines if line.held.role is SiteRole.PRESCRIBER]
        last = max(held, key=lambda line: line.held.from_on, default=None)
        return last.person.id if last else None


def note_doses(diary: Diary, tell: DoseTeller) -> None:
    """Note every invented dose on the day of its entry, and what became of it on its own day."""
    event = registry()["event"]
    diary.note(event["started"], partial(tell.declare, event))
    reported: dict[tuple[int, str], list[Row]] = {}
    for row in registry()["dose"]:
        diary.note(row.get("entered", row["given"]), partial(tell.give, row))
        if "reported" in row:
            reported.setdefault((row["reported"], row["how"]), []).append(row)
        if "settled" in row:
            diary.note(row["settled"], partial(tell.settle, row))
    for (days_ago, _), rows in reported.items():
        diary.note(days_ago, partial(tell.report, tuple(rows)))


def _name(row: Row) -> str:
    own: str = row.get("name", "")
    return own or f"{row['client']} {row['vaccine']} {row['given']}"
