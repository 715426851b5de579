"""What Today says of site agreements: due dates, roles, training, answers that are awaited."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.words import Role
from ui.presenters.agreement_words import rung_words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import AgreementToday
    from immtrac_desk.domain.ids import ApplicationId, OrganizationId

FOR_EVERYBODY = frozenset({"agreement_overdue"})
"""Told at the front desk too: access may be off. The rest is the office's work."""

URGENCY = {"bad": 0, "warn": 1, "good": 2}
"""Which rows of Today stand above which, whatever they speak of."""


OF_PEOPLE = frozenset({"role_ending", "training_due", "training_overdue"})
"""Lines whose work is done in the list of people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEntry:
    """One line in words, and where it leads: an application, or a part of the site's room."""

    sentence: str
    section: str
    organization_id: "OrganizationId"
    application_id: "ApplicationId | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """All lines of one kind: the most urgent is said, the others are its `entries` too."""

    code: str
    pill: str
    tone: str
    title: str
    button: str
    entries: tuple[AgreementEntry, ...]


def agreement_rows(desk: "Desk", tr: Wording) -> tuple[AgreementRow, ...]:
    """Return one row for each kind of work this person is told of, the urgent ones first."""
    all_of_it = desk.actor.role is not Role.FRONT_DESK
    lines = desk.agreement.today_lines()
    told = [line for line in lines if all_of_it or line.code in FOR_EVERYBODY]
    told.sort(key=_in_turn)
    several = desk.roster.how_many() > 1
    groups: dict[tuple[str, str], list[AgreementToday]] = {}
    for line in told:
        groups.setdefault((line.code, line.tone), []).append(line)
    return tuple(_row(group, tr, several) for group in groups.values())


def told_of_months(desk: "Desk") -> bool:
    """True if Today shows this person the picture of the months ahead."""
    return desk.actor.role is not Role.FRONT_DESK and desk.roster.how_many() > 0


def _in_turn(line: "AgreementToday") -> tuple[int, bool, date]:
    """The urgent first; of the urgent what access hangs on, then the oldest day."""
    return URGENCY[line.tone], not line.code.startswith("agreement"), line.on or date.max


def _row(lines: "list[AgreementToday]", tr: Wording, several: bool) -> AgreementRow:
    first = lines[0]
    return AgreementRow(
        code=first.code,
        pill=_pill(lines, tr),
        tone=first.tone,
        title=tr.say(f"agreement_today.{first.code}.title"),
        button=f"agreement_today.{first.code}.button",
        entries=tuple(_entry(line, tr, several) for line in lines),
    )


def _entry(line: "AgreementToday", tr: Wording, several: bool) -> AgreementEntry:
    days = abs(line.days) if line.days is not None else 0
    facts = {
        "count": line.count,
        "days": tr.say("agreement_today.day" if days == 1 else "agreement_today.days", days=days),
        "on": tr.long_date(line.on) if line.on else "",
        "who": _about(line, tr),
    }
    said = (
        tr.say(_says(line, tr), **facts),
        rung_words(line.next_rung, "next", tr),
    )
    sentence = " ".join(one for one in said if one)
    if several:
        sentence = f"{line.organization.name} · {sentence}"
    return AgreementEntry(
        sentence=sentence,
        section="people" if line.code in OF_PEOPLE else "",
        organization_id=line.organization.id,
        application_id=line.application_id,
    )


def _says(line: "AgreementToday", tr: Wording) -> str:
    """The code of its sentence: in the past, of today, of several, or the plain one."""
    days = line.days
    when = "" if days is None else "late" if days < 0 else "today" if days == 0 else ""
    wanted = (when, "several" if line.count > 1 else "")
    codes = [f"agreement_today.{line.code}.says_{one}" for one in wanted if one]
    found = [code for code in codes if tr.has(code)]
    return found[0] if found else f"agreement_today.{line.code}.says"


def _about(line: "AgreementToday", tr: Wording) -> str:
    """Who or what it is about: a task with its name, a change with what changed."""
    if line.task:
        return tr.say(f"site_task.{line.task}", who=line.who)
    if line.trigger is not None:
        what = tr.say(f"trigger.{line.trigger.code}")
        return f"{what}: {line.who}" if line.who else what
    return line.who


def _pill(lines: "list[AgreementToday]", tr: Wording) -> str:
    """How many there are; of a single one the days, which say that they are days."""
    if len(lines) > 1:
        return str(len(lines))
    only = lines[0]
    if only.days is None:
        return str(only.count)
    return tr.say("agreement_today.pill_days", days=abs(only.days))
