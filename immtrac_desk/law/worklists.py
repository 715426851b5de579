"""DT-11: the work-lists and alarms of one client on one day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, EventId, TaskId
from immtrac_desk.domain.task import Task
from immtrac_desk.domain.words import DisasterRetention, Has, Status
from immtrac_desk.law.age import add_months, age, birthday, kept_until, majority
from immtrac_desk.law.clocks import due_on, withdrawal_clock
from immtrac_desk.law.disaster import in_campaign, removal_on
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.standing import Standing
from immtrac_desk.law.timing import AMBER, PLAIN, RED

LIST_CODES = (
    "turning_18",
    "pending_adult",
    "last_chance",
    "to_affirm",
    "disaster_only",
    "dir_campaign",
    "withdrawal_unconfirmed",
    "conflict",
    "refer_to_dshs",
    "review_at_18",
    "contact_immtrac2",
    "declined_again",
)

_TASK_LISTS = ("refer_to_dshs", "contact_immtrac2", "review_at_18")
_LETTERS = {
    "turning_18",
    "pending_adult",
    "last_chance",
    "disaster_only",
    "dir_campaign",
    "declined_again",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """One client on one list. `since` is the day it got there, `due` the day it turns."""

    list_code: str
    row: str
    client_id: ClientId
    since: date
    due: date | None = None
    alarm: str = PLAIN
    no_contact: bool = False
    """The client asked not to be contacted: the work stays, letters and calls do not."""
    document_id: DocumentId | None = None
    act_id: ActId | None = None
    event_id: EventId | None = None
    task_id: TaskId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    client: Client
    standing: Standing
    on: date
    settings: LawSettings

    @property
    def d(self) -> date:
        return majority(self.client.born_on, self.on, self.settings)


def lists_for(
    client: Client,
    standing: Standing,
    events: Sequence[DisasterEvent],
    on: date,
    settings: LawSettings,
    *,
    tasks: Sequence[Task] = (),
) -> tuple[ListEntry, ...]:
    """Return the lists on which the client stands on `on`; a client who died is on none (E20).

    `standing` must be derived for the same day, `tasks` are the client's open ones.
    """
    if standing.status is Status.DECEASED:
        return ()
    day = _Day(client=client, standing=standing, on=on, settings=settings)
    return (
        *_turning_18(day),
        *_pending(day),
        *_to_affirm(day),
        *_disaster(day, events),
        *_withdrawals(day),
        *_unresolved(day, tasks),
        *_declined(day),
    )


def asked_again_on(refused_on: date, settings: LawSettings) -> date:
    """Return the first day on which a refused consent is offered again (DT-11.7)."""
    return add_months(refused_on, settings.declined_again_months)


def _turning_18(day: _Day) -> Iterator[ListEntry]:
    start = add_months(day.d, -day.settings.turning_18_months)
    if start <= day.on < day.d:
        yield _entry(day, "turning_18", "DT-11.1", start, due=day.d)


def _pending(day: _Day) -> Iterator[ListEntry]:
    """A signed adult paper takes the client from here to the to-affirm list."""
    standing, settings = day.standing, day.settings
    if standing.status is not Status.PENDING_ADULT or standing.has is Has.ADULT or _refused(day):
        return
    end = kept_until(day.client.born_on, day.on, settings)
    yield _entry(day, "pending_adult", "DT-11.2", day.d, due=end)
    if age(day.client.born_on, day.on, settings) >= settings.last_chance_age:
        start = birthday(day.client.born_on, settings.last_chance_age, settings)
        yield _entry(day, "last_chance", "DT-11.2", start, due=end)


def _refused(day: _Day) -> bool:
    """A pending adult who refused is left alone for the months of DT-11.7."""
    refused_on = day.standing.declined_on
    if refused_on is None or refused_on < day.d:
        return False
    return day.on < asked_again_on(refused_on, day.settings)


def _to_affirm(day: _Day) -> Iterator[ListEntry]:
    """Frozen while the representatives disagree (DT-5.2)."""
    if day.standing.disagreement:
        return
    for paper in day.standing.to_affirm:
        yield _entry(
            day,
            "to_affirm",
            "DT-11.3",
            paper.signed_on,
            due=day.d if day.on < day.d else None,
            alarm=paper.alarm,
            document_id=paper.document_id,
            act_id=paper.act_id,
        )


def _disaster(day: _Day, events: Sequence[DisasterEvent]) -> Iterator[ListEntry]:
    if day.standing.dir is not DisasterRetention.NONE or day.standing.standard_in_effect:
        return
    for event in events:
        removal = removal_on(event, day.settings)
        gone = removal is not None and day.on >= removal
        if event.id not in day.client.disaster_events or gone:
            continue
        since = event.started_on
        yield _entry(day, "disaster_only", "DT-11.4", since, due=removal, event_id=event.id)
        if removal and in_campaign(event, day.on, day.settings):
            start = add_months(removal, -day.settings.dir_campaign_months)
            yield _entry(day, "dir_campaign", "DT-11.4", start, due=removal, event_id=event.id)


def _withdrawals(day: _Day) -> Iterator[ListEntry]:
    """Due on the day of the clinic's own reminder (DT-9.3), and on none where it set none."""
    clock = withdrawal_clock(day.on, day.settings)
    for one in day.standing.open_withdrawals:
        due = due_on(clock, one.withdrawn_on)
        yield _entry(
            day,
            "withdrawal_unconfirmed",
            "DT-11.5",
            one.withdrawn_on,
            due=due,
            alarm=AMBER if due is not None and day.on >= due else PLAIN,
            document_id=one.document_id,
            act_id=one.act_id,
        )


def _unresolved(day: _Day, tasks: Sequence[Task]) -> Iterator[ListEntry]:
    standing = day.standing
    if standing.disagreement:
        yield _entry(day, "conflict", "DT-11.6", standing.since or day.on, alarm=RED)
    if standing.fr_review or standing.dir_review:
        yield _entry(day, "review_at_18", "DT-11.6", day.d)
    for task in tasks:
        if task.closed_at is None and task.what in _TASK_LISTS:
            since = task.opened_at.date()
            yield _entry(day, task.what, "DT-11.6", since, due=task.due_on, task_id=task.id)


def _declined(day: _Day) -> Iterator[ListEntry]:
    refused_on = day.standing.declined_on
    if day.standing.status is not Status.DECLINED or refused_on is None:
        return
    again = asked_again_on(refused_on, day.settings)
    if day.on >= again:
        yield _entry(day, "declined_again", "DT-11.7", again)


def _entry(
    day: _Day,
    list_code: str,
    row: str,
    since: date,
    *,
    due: date | None = None,
    alarm: str = PLAIN,
    document_id: DocumentId | None = None,
    act_id: ActId | None = None,
    event_id: EventId | None = None,
    task_id: TaskId | None = None,
) -> ListEntry:
    return ListEntry(
        list_code=list_code,
        row=row,
        client_id=day.client.id,
        since=since,
        due=due,
        alarm=alarm,
        no_contact=day.client.contact_opt_out and list_code in _LETTERS,
        document_id=document_id,
        act_id=act_id,
        event_id=event_id,
        task_id=task_id,
    )
