"""Who waits to be entered in the registry: consents to affirm, doses to report, or both."""

from typing import TYPE_CHECKING

from ui.presenters import telling
from ui.presenters.table_row import TableRow, loud
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.entry_pictures import EntryWaiting

TONES = {"red": "bad", "amber": "warn"}


class WaitingPresenter:
    """Read anew at each `read`; the most pressing first."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self.desk, self.tr = desk, tr
        self.waiting: dict[str, EntryWaiting] = {}

    def read(self) -> None:
        self.waiting = {one.client_id: one for one in self.desk.entry.waiting()}

    def rows(self, offset: int, limit: int) -> list[TableRow]:
        """So many rows from an offset on."""
        found = [*self.waiting.values()][offset : offset + limit]
        return [self._row(one) for one in found]

    def count_words(self) -> str:
        count = len(self.waiting)
        return self.tr.say("waiting.count_1" if count == 1 else "waiting.count", count=count)

    def _row(self, one: "EntryWaiting") -> TableRow:
        tr, today = self.tr, self.desk.today()
        due = tr.short_date(one.due) if one.due else ""
        return TableRow(
            key=one.client_id,
            cells=(
                f"{one.name} · {tr.short_date(one.born_on)}",
                self._what(one),
                telling.days_words((today - one.since).days, tr),
                loud(due or tr.say("waiting.no_due"), TONES.get(one.alarm, "")),
            ),
            strong=one.alarm == "red",
        )

    def _what(self, one: "EntryWaiting") -> str:
        doses = self.tr.say("waiting.dose" if one.doses == 1 else "waiting.doses", count=one.doses)
        parts = [self.tr.say("waiting.affirm")] if one.document_id else []
        return " · ".join([*parts, *([doses] if one.doses else [])])
