"""What a client's record still asks of somebody outside the desk, in words."""

from forms.record_entries import RecordTask
from immtrac_desk.domain.client_record import ClientRecord
from immtrac_desk.domain.task import Task
from immtrac_desk.paperwork.record_lines import RecordWords, printed_day


def task_lines(record: ClientRecord, words: RecordWords) -> tuple[RecordTask, ...]:
    """Return every task, closed ones too, by the day it was opened."""
    tasks = sorted(record.tasks, key=lambda one: (one.opened_at, one.id))
    return tuple(_task(one, words) for one in tasks)


def _task(task: Task, words: RecordWords) -> RecordTask:
    return RecordTask(
        on=printed_day(task.opened_at.date()),
        what=words.word("task", task.what),
        state=_state(task, words),
        note=task.note,
    )


def _state(task: Task, words: RecordWords) -> str:
    if task.closed_at is not None:
        return words.say("task_done", day=printed_day(task.closed_at.date()))
    if task.due_on is not None:
        return words.say("task_due", day=printed_day(task.due_on))
    return words.say("task_open")
