"""The lists of the site agreement: roster, role history and renewal calendar, as PDF bytes."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

from forms.agreement_lists_entries import CalendarEntry, HeldEntry, ListHead, RosterEntry
from forms.agreement_lists_picture import LANES, Dot, picture
from forms.flow import Run, runs
from forms.plain_page import PageHead, pages_pdf
from forms.plain_pieces import note, paragraph
from forms.tables import Band, Cell, Entry, Row, Table, table_runs
from forms.word_table import word_table

MONTHS = 24
_DAY = "%m/%d/%Y"
_WORDS = Path(__file__).parent / "agreement_lists.toml"


def render_roster(head: ListHead, people: Sequence[RosterEntry]) -> bytes:
    """Return the roster as it stood on `head.on`.

    Raises ValueError for another language than `en` and `es`, or a word it has no name for.
    """
    words = list_words(head.language)
    columns = (
        *(("person", 0.2), ("roles", 0.28), ("email", 0.21), ("trained", 0.17)),
        ("account", 0.14),
    )
    table = _table(columns, [_roster_row(one, words) for one in people], words)
    return _pdf(head, "roster", _as_of(head, words), table)


def render_history(head: ListHead, held: Sequence[HeldEntry]) -> bytes:
    """Return who held which role from when until when, grouped by role as they are given.

    Raises ValueError as `render_roster`.
    """
    words = list_words(head.language)
    rows: list[Entry] = []
    for role, group in groupby(held, key=lambda one: one.role):
        rows.append(Band(_word(words, "role", role)))
        rows += [_held_row(one, words) for one in group]
    columns = (("name", 0.34), ("from", 0.15), ("until", 0.15), ("site", 0.36))
    table = _table(columns, rows, words, _one_site(head, [one.site for one in held]))
    return _pdf(head, "history", _as_of(head, words), table)


def render_calendar(head: ListHead, entries: Sequence[CalendarEntry]) -> bytes:
    """Return the 24 months from `head.on` on: a picture of the months, and a list by month.

    What is past is still open, or it would not be given: it stands first.

    Raises ValueError as `render_roster`.
    """
    words = list_words(head.language)
    until = _months_on(head.on, MONTHS)
    shown = sorted(
        (one for one in entries if one.on <= until),
        key=lambda one: (one.on, LANES.index(one.kind), one.site, one.who),
    )
    rows: list[Entry] = []
    for band, group in groupby(shown, key=lambda one: _band(one.on, head.on, words)):
        rows.append(Band(band))
        rows += [_calendar_row(one, head.on, head.language) for one in group]
    columns = (("day", 0.12), ("what", 0.32), ("who", 0.18), ("left", 0.13), ("site", 0.25))
    listed = _table(columns, rows, words, _one_site(head, [one.site for one in shown]))
    dots = [Dot(one.on, one.kind) for one in shown if one.on >= head.on]
    drawn = runs(picture(head.on, MONTHS + 1, dots, words)) if dots else ()
    span = words["span"].format(day=head.on.strftime(_DAY), until=until.strftime(_DAY))
    return _pdf(head, "calendar", span, (*drawn, *listed))


def list_words(language: str) -> dict[str, str]:
    """Return the words of the lists. Raises ValueError for a language there is none of."""
    return word_table(_WORDS, language)


def mark_text(kind: str, days: int, language: str) -> str:
    """Return what falls due, in the words of the calendar."""
    words = list_words(language)
    one = words.get(f"mark.{kind}.{days}")
    return one or words[f"mark.{kind}"].format(days=days)


def _pdf(head: ListHead, kind: str, span: str, content: Sequence[Run]) -> bytes:
    """Return the list, and beneath it what is to be known of such a list."""
    words = list_words(head.language)
    page = PageHead(
        language=head.language,
        kicker=words["kicker"],
        title=words[f"title.{kind}"],
        under=span,
        whose=head.organization or words["all_sites"],
        honest=words["honest"],
        printed="",
        stamps=head.stamps,
    )
    body = content or runs(paragraph(words["nobody"]))
    return pages_pdf(page, (*body, *runs(note(words[f"note.{kind}"]))))


def _roster_row(one: RosterEntry, words: dict[str, str]) -> Row:
    roles = "\n".join(
        f"{_word(words, 'role', role)} ({words['since'].format(day=day.strftime(_DAY))})"
        for role, day in one.roles
    )
    user = f"{one.user_name} · " if one.user_name else ""
    return Row(
        (
            Cell(one.name, bold=True, under=one.title),
            Cell(roles),
            Cell(one.email, under=one.phone),
            Cell(_trained(one, words)),
            Cell(f"{user}{_word(words, 'account', one.account)}"),
        ),
        marked=one.state == "overdue" or one.account == "disable",
    )


def _trained(one: RosterEntry, words: dict[str, str]) -> str:
    days = (("hb300", one.hb300_on), ("supervisor", one.supervisor_on))
    said = [words[f"trained.{key}"].format(day=day.strftime(_DAY)) for key, day in days if day]
    state = _word(words, "state", one.state)
    due = one.due.strftime(_DAY) if one.due else ""
    return "\n".join([*([state.format(due=due)] if state else []), *said])


def _held_row(one: HeldEntry, words: dict[str, str]) -> Row:
    until = one.until_on.strftime(_DAY) if one.until_on else words["held"]
    cells = (one.from_on.strftime(_DAY), until, one.site)
    return Row((Cell(one.name, bold=True), *(Cell(text) for text in cells)))


def _calendar_row(one: CalendarEntry, on: date, language: str) -> Row:
    what = mark_text(one.kind, one.days, language)
    cells = (Cell(one.on.strftime(_DAY)), Cell(what, bold=one.kind in ("agreement", "tvfc")))
    left = (one.on - on).days
    days = str(left) if left >= 0 else list_words(language)["late"].format(days=-left)
    rest = (one.who, days, one.site)
    return Row((*cells, *(Cell(text) for text in rest)), marked=one.kind == "agreement")


def _band(on: date, today: date, words: dict[str, str]) -> str:
    return words["past"] if on < today else f"{words[f'month.{on.month}'].capitalize()} {on.year}"


def _table(
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Entry],
    words: dict[str, str],
    without_last: bool = False,
) -> tuple[Run, ...]:
    """Return the table; `without_last` leaves out the last column."""
    if not rows:
        return ()
    kept = columns[:-1] if without_last else columns
    heads = tuple(words[f"col.{name}"] for name, _ in kept)
    cut = [replace(r, cells=r.cells[: len(kept)]) if isinstance(r, Row) else r for r in rows]
    return table_runs(Table(heads, tuple(share for _, share in kept), tuple(cut)))


def _one_site(head: ListHead, sites: Sequence[str]) -> bool:
    """Return whether the head names the site of every row, which then need not."""
    return all(site == head.organization for site in sites)


def _as_of(head: ListHead, words: dict[str, str]) -> str:
    return words["as_of"].format(day=head.on.strftime(_DAY))


def _word(words: dict[str, str], of: str, word: str) -> str:
    if f"{of}.{word}" not in words:
        raise ValueError(f"no wording for the word in {of}")
    return words[f"{of}.{word}"]


def _months_on(day: date, months: int) -> date:
    """Return the day `months` later, a month's end where that month is shorter."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
