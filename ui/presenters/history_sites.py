"""What a line of the book about a site says: its numbers as names, its words as on the screens."""

from functools import cached_property
from typing import TYPE_CHECKING

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.errors import DeskError
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

KEYS = frozenset({"fields", "task", "duty"})
"""Facts whose words are found here."""


class SiteFacts:
    """For one reading of the book: sites and people are each read once, and only if asked for."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr

    def about(self, line: AuditEntry) -> str:
        """The person and the site a line is about, "" where it is about neither."""
        person, site = (str(line.facts.get(name) or "") for name in ("person", "organization"))
        names = (
            self._people.get(person, "") if person else "",
            self._sites.get(site, "") if site else "",
        )
        return ", ".join(name for name in names if name)

    def told(self, key: str, value: str) -> str:
        """A fact of KEYS in words; as it is where there are none."""
        if key == "fields":
            return ", ".join(self._say(f"asked.{name}", name) for name in value.split(", "))
        return self._duty(value) if key == "duty" else self._say(f"office_task_name.{value}", value)

    def _say(self, code: str, spare: str) -> str:
        return self._tr.say(code) if self._tr.has(code) else spare.replace("_", " ")

    def _duty(self, number: str) -> str:
        try:
            duty = self._desk.duties.duty(number)
        except DeskError:
            return number
        return duty.what_es if self._tr.language == "es" else duty.what

    @cached_property
    def _people(self) -> dict[str, str]:
        return {person.id: person.shown for person in self._desk.roster.people()}

    @cached_property
    def _sites(self) -> dict[str, str]:
        return {site.id: site.name for site in self._desk.roster.organizations()}
