"""The counter's room for the book: lists of today, history, settings, verification, backup."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from immtrac_desk.desk.backups import Backups
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.pictures import (
    BackupResult,
    LawRow,
    Problem,
    SettingLine,
    TodayLists,
    WorkList,
)
from immtrac_desk.desk.registry_board import RegistryBoard
from immtrac_desk.desk.work_lists import WorkLists
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import ClientId, EventId
from immtrac_desk.errors import RefusedError
from immtrac_desk.law import tables
from immtrac_desk.services.acknowledge import acknowledge
from immtrac_desk.services.change_setting import ChangeSetting, change_setting
from immtrac_desk.services.save_event import save_event
from immtrac_desk.settings import Setting, SettingValue, table
from immtrac_desk.store.repositories.audit import AuditFilter
from immtrac_desk.store.repositories.settings import StoredSetting
from immtrac_desk.store.unit_of_work import UnitOfWork
from immtrac_desk.store.verify import GoOn, always

MOST_LOUD = 200


@dataclass(slots=True)
class BookRoom:
    """Everything one may ask of the whole vault rather than of one client."""

    corridor: Corridor
    work: WorkLists
    board: RegistryBoard
    backups: Backups

    def lists_at_hand(self) -> bool:
        """Whether lists of people, doses and answers can be asked for without anybody waiting."""
        return not (self.work.far_behind() or self.board.far_behind())

    def bring_lists(self) -> None:
        """Derive those lists, as slow as it is where much changed: off the event loop."""
        self.work.lists()
        self.board.items()

    def today_lists(self) -> TodayLists:
        """Return the Today page: DT-11's lists and how old the last good backup is."""
        clients = self.corridor.read(lambda uow: uow.clients.count())
        return TodayLists(lists=self.work.lists(), backup=self.last_backup(), clients=clients)

    def lists_on(self, day: date) -> tuple[WorkList, ...]:
        """Return every list of DT-11 as it stands on `day`, the empty ones too."""
        return self.work.on(day)

    def history(
        self,
        client_id: ClientId | None = None,
        *,
        limit: int = 100,
        before_seq: int | None = None,
        acts: tuple[str, ...] = (),
        actor_id: str = "",
    ) -> tuple[AuditEntry, ...]:
        """Return lines of the book, newest first; of one client with all merged into them."""

        def read(uow: UnitOfWork) -> tuple[AuditEntry, ...]:
            ids = uow.merges.group(uow.merges.survivor_of(client_id)) if client_id else ()
            wanted = AuditFilter(
                client_ids=ids, actor_id=actor_id, acts=acts, before_seq=before_seq
            )
            return uow.audit.page(wanted, limit)

        return self.corridor.read(read)

    def loud(self) -> tuple[AuditEntry, ...]:
        """Return the loud entries that no supervisor has seen yet, newest first."""

        def read(uow: UnitOfWork) -> tuple[AuditEntry, ...]:
            seen = uow.audit.page(AuditFilter(acts=("loud_entry_seen",)), MOST_LOUD)
            numbers = {line.facts.get("entry") for line in seen}
            loud = uow.audit.page(AuditFilter(loud=True), MOST_LOUD)
            return tuple(line for line in loud if line.seq not in numbers)

        return self.corridor.read(read)

    def seen(self, seq: int) -> None:
        """A supervisor has seen a loud entry."""
        self.corridor.perform("see_loud", acknowledge, seq)

    def verify(self, go_on: GoOn = always) -> tuple[Problem, ...]:
        """Check every byte but `attempts`, the chain and every document; empty means sound.

        `go_on` is asked between the steps; VaultError `verify.stopped` where it says no.
        """
        return self.backups.verify(go_on)

    def back_up(self, folder: Path | None = None, go_on: GoOn = always) -> BackupResult:
        """Make a copy, reopen and check it, keep the last 7. VaultError `backup.*`.

        `go_on` is asked between the steps; where it says no, no copy is made.
        """
        return self.backups.make(folder, go_on)

    def last_backup(self) -> BackupResult | None:
        """Return the last copy that was checked and found good, or None."""
        return self.backups.last()

    def settings(self) -> tuple[SettingLine, ...]:
        """Return every setting with its value, its question and on whose word it stands."""
        kept = self.corridor.read(lambda uow: uow.settings.all())
        values = self.corridor.settings()
        return tuple(_line(s, values[k], kept.get(k)) for k, s in table().items())

    def setting(self, key: str) -> SettingValue:
        """Return one setting's value."""
        return self.corridor.settings()[key]

    def change_setting(
        self,
        key: str,
        value: object,
        source: str = "",
        seen_on: date | None = None,
        confirmed: bool = False,
    ) -> SettingValue:
        """Change a setting. InputError beside it; `confirmed` closes its open question."""
        command = ChangeSetting(
            key=key, value=value, source=source, seen_on=seen_on, confirmed=confirmed
        )
        return self.corridor.perform("change_setting", change_setting, command)

    def events(self) -> tuple[DisasterEvent, ...]:
        """Return the clinic's list of disaster events."""
        return self.corridor.read(lambda uow: uow.events.all())

    def new_event(self) -> DisasterEvent:
        """Return an empty event with a fresh id, begun today; nothing is saved."""
        made = EventId(self.corridor.make_id())
        return DisasterEvent(id=made, name="", started_on=self.corridor.today())

    def save_event(self, event: DisasterEvent) -> DisasterEvent:
        """Add a disaster event, or correct one on the list, which is another right (DT-7)."""
        known = any(other.id == event.id for other in self.events())
        right = "correct_event" if known else "save_event"
        return self.corridor.perform(right, save_event, event)

    def law_row(self, row: str, on: date | None = None) -> LawRow:
        """Return a row as the law stands today or stood `on` a day, for 'why?'.

        Raises RefusedError `law.unknown_row`.
        """
        if not row.startswith("DT-"):
            raise RefusedError("law.unknown_row", row=row)
        found = tables.row(row, on or self.corridor.today())
        return LawRow(
            id=found.id,
            what=found.what,
            what_es=found.what_es,
            mark=found.mark,
            citation=found.citation,
            setting="" if self._confirmed(found.setting) else found.setting,
        )

    def law_tables(self) -> tuple[int, date]:
        """Return how many rows the law has today, and the day the newest of them came in force."""
        rows = tables.rows(self.corridor.today())
        return len(rows), max(row.since for row in rows)

    def _confirmed(self, key: str) -> bool:
        """True if somebody has confirmed the setting that stands behind an open point."""
        kept = self.corridor.read(lambda uow: uow.settings.get(key)) if key else None
        return kept is not None and bool(kept.confirmed_by)


def _line(setting: Setting, value: SettingValue, kept: StoredSetting | None) -> SettingLine:
    confirmed_by = kept.confirmed_by if kept else ""
    return SettingLine(
        key=setting.key,
        kind=setting.kind,
        value=value,
        default=setting.default,
        choices=setting.choices,
        low=setting.low,
        high=setting.high,
        open_question=setting.oq,
        unconfirmed=bool(setting.oq) and not confirmed_by,
        fixed=setting.fixed,
        source=kept.source if kept else "",
        seen_on=kept.seen_on if kept else None,
        confirmed_by=confirmed_by,
    )
