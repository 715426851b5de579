"""How a dose, its clock, its gaps and its faults are said."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.finding import Finding
from ui.presenters.answer_words import meaning_words
from ui.presenters.telling import shortened
from ui.presenters.why import law_words
from ui.wording import Wording

if TYPE_CHECKING:
    from datetime import date

    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.registry_pictures import DosePicture, ItemLine, StepLine, Vaccine

LEVELS = ("law", "record", "disaster", "practice")
MENDED_BY = {
    "CLR-100": "consent",
    "CLR-101": "consent",
    "CLR-105": "affirm",
    "CLR-106": "client",
    "IMR-132": "consent",
    "IMR-133": "consent",
}
"""What mends each of the six consent faults."""
LETTERS = 20
"""Letters of a vaccine's name in a short line."""
OF_DISASTERS = ("DT-19.11", "DT-19.8", "DT-19.9")
TONES = {"plain": "quiet", "amber": "warn", "overdue": "bad"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One consent fault in words, and `leads`, the kind of act that mends it."""

    code: str
    text: str
    why: str
    leads: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseSaid:
    """Everything that the registry would say of a dose, in words."""

    pill: str
    tone: str
    due: str
    why: str
    missing: tuple[tuple[str, str], ...]
    """Level and what is missing at it."""
    warnings: tuple[str, ...]
    faults: tuple[Fault, ...]
    answers: tuple[str, ...]
    """What the registry answered of it."""
    steps: tuple[str, ...]


def said(desk: "Desk", picture: "DosePicture", tr: Wording) -> DoseSaid:
    """Say all of a dose."""
    verdict = picture.verdict
    return DoseSaid(
        pill=tr.say(f"dose_state.{verdict.state.value}"),
        tone=pill_tone(verdict.state.value, verdict.due_state.value),
        due=due_words(verdict.duty.must_report, verdict.duty.due_on, desk.today(), tr),
        why="\n".join(law_words(desk, one, tr) for one in (verdict.row, *_beside(picture))),
        missing=missing_words(picture.missing, tr),
        warnings=tuple(
            tr.say(one.code, **one.facts)
            for one in picture.missing
            if one.code != "element.missing"
        ),
        faults=tuple(
            Fault(
                code=one.code,
                text=tr.say(f"dose_fault.{one.code}"),
                why=law_words(desk, one.row, tr),
                leads=MENDED_BY.get(one.code, "client"),
            )
            for one in picture.faults
        ),
        answers=tuple(_answer_words(line, tr) for line in picture.items),
        steps=tuple(_step_words(line, tr) for line in picture.steps),
    )


def _beside(picture: "DosePicture") -> tuple[str, ...]:
    """Rows that also speak of a disaster's dose: a reaction may be told, how long it is kept."""
    return OF_DISASTERS if picture.dose.event_id is not None else ()


def pill_tone(state: str, due: str) -> str:
    """How loud a dose is: a rejected one at once, one that waits as its clock says."""
    if state == "REJECTED":
        return "bad"
    if state == "REPORTED":
        return "good"
    return TONES[due] if state in ("WAITING", "SEARCH_FIRST", "TO_RESEND") else "quiet"


def due_words(must: str, due_on: "date | None", today: "date", tr: Wording) -> str:
    """Whether it must be reported and by when, as on this day."""
    if must == "no":
        return tr.say("dose_due.no")
    if due_on is None:
        return tr.say("dose_due.none")
    days, on = (due_on - today).days, tr.long_date(due_on)
    if days < 0:
        return tr.say("dose_due.late_1" if days == -1 else "dose_due.late", on=on, days=-days)
    if days == 0:
        return tr.say("dose_due.today")
    code = "dose_due.first" if must == "search-first" else "dose_due.by"
    return tr.say(f"{code}_1" if days == 1 else code, on=on, days=days)


def missing_words(missing: Iterable[Finding], tr: Wording) -> tuple[tuple[str, str], ...]:
    """What is missing, by level, the law's first."""
    fields: dict[str, list[str]] = {}
    for one in missing:
        if one.code == "element.missing":
            level = str(one.facts.get("level", "practice"))
            fields.setdefault(level, []).append(element_words(one.field, tr))
    return tuple(
        (tr.say(f"dose_level.{level}"), ", ".join(dict.fromkeys(fields[level])))
        for level in LEVELS
        if level in fields
    )


def element_words(field: str, tr: Wording) -> str:
    """What an element is called: as on the dose form, or as in the client's file."""
    for code in (f"dose_field.{field}", f"dose_element.{field}", f"field.{field}"):
        if tr.has(code):
            return tr.say(code)
    return field


def dose_line(dose: Dose, vaccine: "Vaccine | None", tr: Wording) -> str:
    """`Tdap · 3 May 2026`: enough to tell a client's doses apart."""
    return f"{vaccine_words(dose, vaccine, tr)} · {tr.short_date(dose.given_on)}"


def short_line(dose: Dose, vaccine: "Vaccine | None", tr: Wording) -> str:
    """`3 May 2026 · Tdap`: short enough for one line beside a box, at every text size."""
    name = shortened(vaccine_words(dose, vaccine, tr), LETTERS)
    return f"{tr.short_date(dose.given_on)} · {name}"


def vaccine_words(dose: Dose, vaccine: "Vaccine | None", tr: Wording) -> str:
    """The vaccine by its name in our table, else by its code, else that nobody said."""
    if vaccine is not None:
        return vaccine.said(tr.language)
    return f"CVX {dose.cvx}" if dose.cvx else tr.say("dose_room.no_vaccine")


def _answer_words(line: "ItemLine", tr: Wording) -> str:
    meaning = meaning_words(line.item.code, tr)
    return f"{line.item.code} · {meaning} · {tr.say(f'item_state.{line.state.value}')}"


def _step_words(line: "StepLine", tr: Wording) -> str:
    step = line.step
    parts = [tr.short_date(step.on), tr.say(f"audit.{step.kind.value}")]
    if step.method is not None:
        parts.append(tr.say(f"act_form.report_doses.methods.{step.method.value}"))
    parts += [text for text in (step.registry_user, step.reason, line.by_name) if text]
    if line.undone:
        parts.append(tr.say("client_room.undone"))
    return " · ".join(parts)
