"""Doses to report: what waits, how long, and what the registry would say of each."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from immtrac_desk.domain.dose import OPEN_DOSES, DoseState
from immtrac_desk.domain.ids import DoseId, EventId, OrganizationId
from immtrac_desk.domain.rights import may
from ui.presenters.dose_words import DoseSaid, due_words, pill_tone, said, vaccine_words
from ui.presenters.table_row import TableRow, loud
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.registry_pictures import DoseLine

ALL, OVERDUE, DISASTER = "all", "overdue", "disaster"
STATES = (
    ALL,
    OVERDUE,
    *(one.value for one in DoseState if one in OPEN_DOSES and one is not DoseState.WAITING),
    DISASTER,
)
"""What the list can be narrowed to."""


class DosesPresenter:
    """Reads all open doses at `read`; narrowing reads nothing again."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self.desk, self.tr = desk, tr
        self.state, self.site = ALL, OrganizationId("")
        self.lines: dict[str, DoseLine] = {}
        self._all: tuple[DoseLine, ...] = ()
        self._events: dict[EventId, str] = {}

    @property
    def may_report(self) -> bool:
        return may(self.desk.actor.role, "report_dose")

    def sites(self) -> tuple[tuple[str, str], ...]:
        """The sites of the clinic, where there are several."""
        found = self.desk.roster.organizations()
        return tuple((one.id, one.name) for one in found) if len(found) > 1 else ()

    def read(self) -> None:
        self._all = self.desk.doses.to_report(org_id=self.site or None)
        self._events = {one.id: one.name for one in self.desk.book.events()}
        self.narrow()

    def narrow(self) -> None:
        """Keep what is to be shown of what was read; doses of disasters stand by their event."""
        kept = [line for line in self._all if self._fits(line)]
        if self.state == DISASTER:
            kept.sort(key=self._event)
        self.lines = {line.dose.id: line for line in kept}

    @property
    def any(self) -> bool:
        """Whether anything waits at all, whatever the list is narrowed to."""
        return bool(self._all)

    def rows(self, offset: int, limit: int) -> list[TableRow]:
        """So many rows from an offset on, the most pressing first."""
        found = [*self.lines.values()][offset : offset + limit]
        return [self._row(line) for line in found]

    def said(self, key: str) -> DoseSaid | None:
        """What the registry would say of one dose; None where none is in hand."""
        if key not in self.lines:
            return None
        return said(self.desk, self.desk.doses.assess(self.lines[key].dose), self.tr)

    def title(self, key: str) -> tuple[str, str]:
        """Who, and which dose."""
        line = self.lines[key]
        return line.client_name, " · ".join(self._dose(line))

    def count_words(self, ticked: int) -> str:
        if ticked:
            code = "doses_page.ticked_1" if ticked == 1 else "doses_page.ticked"
            return self.tr.say(code, count=ticked)
        count = len(self.lines)
        return self.tr.say("doses_page.count_1" if count == 1 else "doses_page.count", count=count)

    def ids(self, keys: Iterable[str]) -> tuple[DoseId, ...]:
        return tuple(DoseId(key) for key in keys)

    def _fits(self, line: "DoseLine") -> bool:
        if self.state == DISASTER:
            return line.dose.event_id is not None
        if self.state == OVERDUE:
            return line.verdict.due_state.value == "overdue"
        return self.state in (ALL, line.verdict.state.value)

    def _row(self, line: "DoseLine") -> TableRow:
        tr, verdict = self.tr, line.verdict
        state, due_on = verdict.state.value, verdict.duty.due_on
        tone = pill_tone(state, verdict.due_state.value)
        due = tr.short_date(due_on) if due_on else tr.say("dose_due.none")
        return TableRow(
            key=line.dose.id,
            cells=(
                "\n".join(part for part in (line.client_name, self._event(line)) if part),
                "\n".join(reversed(self._dose(line))),
                loud(due, tone) + f"\n{tr.say(f'dose_state.{state}')}",
                self._against(line),
            ),
            strong=tone == "bad",
        )

    def _dose(self, line: "DoseLine") -> tuple[str, str]:
        """The vaccine, and the day it was given."""
        name = vaccine_words(line.dose, line.vaccine, self.tr)
        return name, self.tr.short_date(line.dose.given_on)

    def _event(self, line: "DoseLine") -> str:
        """The disaster a dose was given for, by its name."""
        event_id = line.dose.event_id
        return self._events.get(event_id, "") if event_id else ""

    def _against(self, line: "DoseLine") -> str:
        """What stands against reporting it, the consent first."""
        tr = self.tr
        parts = [tr.say(f"dose_fault_short.{one.code}") for one in line.faults]
        if line.missing:
            code = "doses_page.missing_1" if line.missing == 1 else "doses_page.missing"
            parts.append(tr.say(code, count=line.missing))
        return "\n".join(parts)

    def due_words(self, key: str) -> str:
        """The clock of one dose."""
        duty = self.lines[key].verdict.duty
        return due_words(duty.must_report, duty.due_on, self.desk.today(), self.tr)
