"""What makes a change of the agreement due, in words: who or what, since when, before and now."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.agreement_words import trigger_words
from ui.presenters.application_words import brief
from ui.presenters.why import law_words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import Standing, Trigger

_ADDRESS = ("street", "unit", "city", "state", "zip_code", "county", "other_address")
"""One change, however many of its fields are other ones."""
_SPARE = {"state": "TX"}
"""What an agreement means that does not say it."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One open trigger in words, and the row that makes it one."""

    what: str
    since: str
    law: str


def changes_of(standing: "Standing", desk: "Desk", tr: Wording) -> tuple[Changed, ...]:
    """What differs today from what the agreement in force carried, the oldest first."""
    found = sorted(standing.triggers, key=lambda one: one.since)
    return tuple(dict.fromkeys(_changed(one, standing, desk, tr) for one in found))


def _changed(trigger: "Trigger", standing: "Standing", desk: "Desk", tr: Wording) -> Changed:
    what, since = trigger_words(trigger, tr)
    if note := _note(trigger, standing):
        what = tr.say("trigger_line.about", what=what, who=note)
    beside = _before_and_now(trigger.field, standing, desk, tr) if trigger.field else ""
    told = " · ".join(part for part in (since, beside) if part)
    return Changed(what, told, law_words(desk, trigger.row, tr))


def _note(trigger: "Trigger", standing: "Standing") -> str:
    """What was noted of an unknown prescriber, as the task carries it."""
    same = (
        task.note
        for task in standing.tasks
        if (task.what, task.opened_on) == (trigger.code, trigger.since)
    )
    return "; ".join(sorted(brief(note) for note in same if note))


def _before_and_now(field: str, standing: "Standing", desk: "Desk", tr: Wording) -> str:
    """What a field of the site was when it was approved, and what it is."""
    agreement, site = standing.agreement, standing.organization
    if agreement is None:
        return ""
    pairs = [
        (str(agreement.answers.get(name) or _SPARE.get(name, "")), str(getattr(site, name) or ""))
        for name in (_ADDRESS if field in _ADDRESS else (field,))
    ]
    other = [pair for pair in pairs if pair[0] != pair[1]]
    before, now = (", ".join(pair[side] for pair in other if pair[side]) for side in (0, 1))
    if field == "parent_id":
        sites = {str(one.id): one.name for one in desk.roster.organizations()}
        before, now = sites.get(before, before), sites.get(now, now)
    nothing = tr.say("application_room.nothing")
    told = {"before": brief(before) or nothing, "now": brief(now) or nothing}
    return tr.say("application_room.was_and_is", **told)
