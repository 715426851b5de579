"""The lists of the Today page, derived from the acts and kept until something changes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from immtrac_desk.desk.derived import Derived
from immtrac_desk.desk.pictures import WorkEntry, WorkList
from immtrac_desk.desk.stale import Stale
from immtrac_desk.domain.act import Act
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.task import Task
from immtrac_desk.domain.values import said
from immtrac_desk.law.letters import last_letter_on
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.status import derive
from immtrac_desk.law.worklists import ListEntry, lists_for
from immtrac_desk.store.unit_of_work import UnitOfWork

ORDER = (
    "to_affirm",
    "turning_18",
    "last_chance",
    "pending_adult",
    "withdrawal_unconfirmed",
    "conflict",
    "refer_to_dshs",
    "contact_immtrac2",
    "review_at_18",
    "dir_campaign",
    "disaster_only",
    "declined_again",
)
"""How Today shows the lists of DT-11: what runs out first stands first."""

_ALARMS = {"red": 0, "amber": 1}


@dataclass(slots=True)
class WorkLists(Derived):
    """Entries by client, so that one act derives one client again and not all of them."""

    _entries: dict[ClientId, tuple[tuple[str, WorkEntry], ...]] = field(default_factory=dict)

    def lists(self) -> tuple[WorkList, ...]:
        """Return the lists that are not empty, in `ORDER`, the most pressing entry first."""
        found: dict[str, list[WorkEntry]] = {}
        with self._deriving:
            self._refresh()
            for entries in self._entries.values():
                for code, entry in entries:
                    found.setdefault(code, []).append(entry)
        return tuple(
            WorkList(code=code, entries=tuple(sorted(found[code], key=_pressing)))
            for code in ORDER
            if code in found
        )

    def on(self, day: date) -> tuple[WorkList, ...]:
        """Return every list as it stands on another day, the empty ones too; keeps nothing."""
        found: dict[str, list[WorkEntry]] = {code: [] for code in ORDER}
        for entries in self.corridor.read(lambda uow: self._all(uow, day)).values():
            for code, entry in entries:
                found.setdefault(code, []).append(entry)
        return tuple(
            WorkList(code=code, entries=tuple(sorted(entries, key=_pressing)))
            for code, entries in found.items()
        )

    def _refresh(self) -> None:
        today, day = self.corridor.today(), self._day
        stale = self.marks.take()
        self._day = None  # whatever fails from here on has everything derived anew
        if day != today or stale.everything:
            self._entries = self.corridor.read(lambda uow: self._all(uow, today))
        elif stale.clients:
            self._entries.update(self.corridor.read(lambda uow: self._again(uow, stale)))
        self._day = today

    def _all(self, uow: UnitOfWork, day: date) -> dict[ClientId, tuple[tuple[str, WorkEntry], ...]]:
        acts = dict(uow.acts.all_by_client())
        events = tuple(uow.events.all())
        law = self.corridor.law()
        tasks = _open_tasks(uow)
        return {
            client.id: self._of(
                client, acts.get(client.id, ()), events, law, tasks.get(client.id, ()), day
            )
            for client in uow.clients.all()
        }

    def _again(
        self, uow: UnitOfWork, stale: Stale
    ) -> dict[ClientId, tuple[tuple[str, WorkEntry], ...]]:
        events = tuple(uow.events.all())
        law, today = self.corridor.law(), self.corridor.today()
        tasks = _open_tasks(uow)
        found: dict[ClientId, tuple[tuple[str, WorkEntry], ...]] = dict.fromkeys(stale.clients, ())
        for client_id in stale.clients:
            survivor = uow.merges.survivor_of(client_id)
            client = uow.clients.get(survivor)
            acts = uow.acts.of_client(survivor)
            found[survivor] = self._of(client, acts, events, law, tasks.get(survivor, ()), today)
        return found

    def _of(
        self,
        client: Client,
        acts: Iterable[Act],
        events: tuple[DisasterEvent, ...],
        law: LawSettings,
        tasks: tuple[Task, ...],
        day: date,
    ) -> tuple[tuple[str, WorkEntry], ...]:
        known = tuple(acts)
        standing = derive(client.born_on, known, day, law)
        listed = lists_for(client, standing, events, day, law, tasks=tasks)
        written = last_letter_on(known, day) if listed else None
        return tuple((line.list_code, _entry(client, line, written)) for line in listed)


def _entry(client: Client, line: ListEntry, written: date | None) -> WorkEntry:
    return WorkEntry(
        client_id=client.id,
        name=client.name.shown,
        born_on=client.born_on,
        row=line.row,
        since=line.since,
        due=line.due,
        alarm=line.alarm,
        document_id=line.document_id,
        event_id=line.event_id,
        no_contact=line.no_contact,
        language=client.language,
        site_id=client.site_id,
        county=said(client.address.county),
        last_letter_on=written,
    )


def _open_tasks(uow: UnitOfWork) -> dict[ClientId, tuple[Task, ...]]:
    merged = uow.merges.all()
    found: dict[ClientId, tuple[Task, ...]] = {}
    for task in uow.tasks.unfinished():
        survivor = merged.get(task.client_id, task.client_id)
        found[survivor] = (*found.get(survivor, ()), task)
    return found


def _pressing(entry: WorkEntry) -> tuple[int, date, str]:
    return _ALARMS.get(entry.alarm, 2), entry.since or date.max, entry.name
