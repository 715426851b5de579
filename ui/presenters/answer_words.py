"""What the registry answered, in words: what it means, whose work it is, what mends it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from immtrac_desk.domain.answer import ItemState
from ui.presenters import telling
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk.registry_pictures import ItemLine

TONES = {"error": "bad", "warning": "warn", "information": "quiet", "": "quiet"}
DAY_LENGTH = 8
MOST_LINES = 8
"""Numbers of lines that are named; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSaid:
    """All of one thing to do, in words. `facts` are pairs of label and text."""

    code: str
    pill: str
    tone: str
    meaning: str
    action: str
    facts: tuple[tuple[str, str], ...]
    closed: str
    """What closed it; "" while it is open."""


def said(line: "ItemLine", now: datetime, tr: Wording) -> ItemSaid:
    """Say all of one item."""
    severity = line.item.severity
    open_one = line.state is ItemState.OPEN
    return ItemSaid(
        code=line.item.code,
        pill=tr.say(f"item_state.{line.state.value}"),
        tone=TONES.get(severity, "quiet") if open_one else "good",
        meaning=meaning_words(line.item.code, tr),
        action=tr.say(f"response_action.{line.code.action}"),
        facts=_facts(line, now, tr),
        closed=_closed(line, now, tr),
    )


def meaning_words(code: str, tr: Wording) -> str:
    """What a code means; that nobody knows it, where it stands in no table."""
    known = f"response_meaning.{code}"
    return tr.say(known if tr.has(known) else "response.unknown")


def grave_words(line: "ItemLine", tr: Wording) -> str:
    """How grave the answer calls it; "" where it does not say."""
    grave = line.item.severity
    return tr.say(f"response_severity.{grave}") if grave else ""


def about_words(line: "ItemLine", tr: Wording) -> str:
    """Whose it is, as far as anybody knows: our client, else what the answer gives."""
    if line.client is not None:
        return line.client.name.shown
    item = line.item
    told = named_words(item.name, item.born, item.ref, tr)
    return tr.say("answers_page.unmatched", told=told) if told else tr.say("answers_page.nobody")


def named_words(name: str, born: str, ref: str, tr: Wording) -> str:
    """Whom an answer names, its fields of a message read as people read them."""
    last, *given = [part for part in name.split("^") if part] or [""]
    shown = f"{last}, {' '.join(given)}" if given else last
    day = _day(born)
    return " · ".join(part for part in (shown, tr.short_date(day) if day else born, ref) if part)


def dose_words(line: "ItemLine", tr: Wording, letters: int = 0) -> str:
    """Which dose; that it stands for all of a client's, where one fix clears them all.

    `letters`: how much of the vaccine's name there is room for; 0 for all of it.
    """
    item = line.item
    if line.code.by_client:
        return tr.say("answers_page.all_doses")
    name = line.vaccine.said(tr.language) if line.vaccine else item.vaccine
    parts = [
        telling.shortened(name, letters) if letters else name,
        tr.short_date(item.given_on) if item.given_on else "",
    ]
    return " · ".join(part for part in parts if part)


def _facts(line: "ItemLine", now: datetime, tr: Wording) -> tuple[tuple[str, str], ...]:
    item, code = line.item, line.code
    owner = tr.say(f"response_owner.{code.owner.value}")
    if code.helped_by is not None:
        helper = tr.say(f"response_owner.{code.helped_by.value}")
        owner = tr.say("answers_page.with", owner=owner, helper=helper)
    shown = ", ".join(str(number) for number in item.lines[:MOST_LINES])
    more = len(item.lines) - MOST_LINES
    lines = tr.say("answers_page.and_more", lines=shown, more=more) if more > 0 else shown
    times = item.count + line.again
    came = telling.moment_words(line.answer.at, now, tr)
    return (
        (tr.say("answers_page.owner"), owner),
        (tr.say("answers_page.grave"), grave_words(line, tr)),
        (tr.say("answers_page.about"), about_words(line, tr)),
        (tr.say("answers_page.dose"), dose_words(line, tr)),
        (tr.say("answers_page.times"), str(times) if times > 1 else ""),
        (tr.say("answers_page.came"), came),
        (tr.say("answers_page.lines"), lines),
    )


def _closed(line: "ItemLine", now: datetime, tr: Wording) -> str:
    if line.closed_at is None:
        return ""
    at = telling.moment_words(line.closed_at, now, tr)
    code = "answers_page.mended_at" if line.state is ItemState.MENDED else "answers_page.closed_at"
    return tr.say(code, at=at, by=by_words(line, tr))


def by_words(line: "ItemLine", tr: Wording) -> str:
    """What closed it: the name of an act, and what was noted by hand."""
    code = f"answer_by.{line.by}"
    said = tr.say(code) if tr.has(code) else line.by
    return f"{said} · {line.note}" if line.note else said


def _day(text: str) -> date | None:
    """A day as a message carries it; None for anything else."""
    if len(text) != DAY_LENGTH or not text.isdecimal():
        return None
    try:
        return date.fromisoformat(f"{text[:4]}-{text[4:6]}-{text[6:]}")
    except ValueError:
        return None
