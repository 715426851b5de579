"""What Today says of the registry: doses that are due, answers that are open, who waits."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.answers import OWNERS
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryRow:
    """One card; `section` is the part of the registry room where its work is done."""

    section: str
    count: int
    tone: str
    title: str
    sentence: str

    @property
    def button(self) -> str:
        return f"today_registry.{self.section}.button"


def registry_rows(desk: "Desk", tr: Wording) -> tuple[RegistryRow, ...]:
    """Return a card for each section in which something waits, the urgent ones first."""
    found = (_doses(desk, tr), _answers(desk, tr), _waiting(desk, tr))
    order = {"bad": 0, "warn": 1, "good": 2}
    return tuple(sorted((one for one in found if one), key=lambda one: order[one.tone]))


def _doses(desk: "Desk", tr: Wording) -> RegistryRow | None:
    """Only what is late or soon due, and what came back: the rest is no news."""
    lines = desk.doses.to_report()
    late = [one for one in lines if one.verdict.due_state.value == "overdue"]
    back = [one for one in lines if one.verdict.state.value in ("REJECTED", "TO_RESEND")]
    soon = [one for one in lines if one.verdict.due_state.value == "amber"]
    pressing = {one.dose.id for one in (*late, *back, *soon)}
    if not pressing:
        return None
    parts = [
        tr.say(f"today_registry.doses.{code}", count=len(some))
        for code, some in (("late", late), ("soon", soon), ("back", back))
        if some
    ]
    tone = "bad" if late else "warn"
    return _row("doses", len(pressing), tone, " ".join(parts), tr)


def _answers(desk: "Desk", tr: Wording) -> RegistryRow | None:
    open_by = {owner.value: count for owner, count in desk.answers.counts().open.items()}
    named = [(one, open_by[one]) for one in OWNERS if open_by.get(one)]
    if not named:
        return None
    words = [f"{tr.say(f'response_owner.{owner}')}: {count}" for owner, count in named]
    count = sum(count for _, count in named)
    return _row("answers", count, "warn", " · ".join(words), tr)


def _waiting(desk: "Desk", tr: Wording) -> RegistryRow | None:
    waiting = desk.entry.waiting()
    if not waiting:
        return None
    tone = {"red": "bad", "amber": "warn"}.get(waiting[0].alarm, "good")
    says = tr.say("today_registry.entry.says", name=waiting[0].name)
    return _row("entry", len(waiting), tone, says, tr)


def _row(section: str, count: int, tone: str, sentence: str, tr: Wording) -> RegistryRow:
    title = tr.say(f"today_registry.{section}.title")
    return RegistryRow(section=section, count=count, tone=tone, title=title, sentence=sentence)
