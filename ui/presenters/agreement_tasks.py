"""What the office must still do about a site outside the desk, in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import OfficeTask
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One thing to do: what about whom, until when; `tone` is bad, warn or ""."""

    task: OfficeTask
    what: str
    until: str
    tone: str


def task_line(task: OfficeTask, desk: "Desk", tr: Wording) -> TaskLine:
    """Say one task."""
    what = tr.say(f"site_task.{task.what}", who=_who(task, desk))
    if task.note:
        what = tr.say("site_task_line.noted", what=what, note=task.note)
    if task.due_on is None:
        until = tr.say("site_task_line.since", on=tr.short_date(task.opened_on))
        return TaskLine(task, what, until, "")
    late = task.due_on < desk.today()
    code = "late" if late else "until"
    until = tr.say(f"site_task_line.{code}", on=tr.short_date(task.due_on))
    return TaskLine(task, what, until, "bad" if late else "warn")


def _who(task: OfficeTask, desk: "Desk") -> str:
    if task.person_id is None:
        return "…"
    return desk.roster.person_file(task.person_id).person.shown
