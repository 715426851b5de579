"""The lists of the site agreement: roster, role history and renewal calendar, as PDF bytes."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from forms.agreement_lists_entries import CalendarEntry, HeldEntry, ListHead, RosterEntry
from forms.agreement_lists_page import list_pdf, list_words
from forms.agreement_lists_picture import LANES, Dot, picture
from forms.flow import Run, runs
from forms.tables import Band, Cell, Entry, Row, Table, table_runs

MONTHS = 24
_DAY = "%m/%d/%Y"


def render_roster(head: ListHead, people: Sequence[RosterEntry]) -> bytes:
    """Return the roster as it stood on `head.on`.

    Raises ValueError for another language than `en` and `es`, or a word it has no name for.
    """
    words = list_words(head.language)
    heads = ("person", "roles", "email", "trained", "account")
    rows = tuple(_roster_row(one, words) for one in people)
    table = _table(heads, (0.2, 0.27, 0.22, 0.17, 0.14), rows, words)
    return list_pdf(head, "roster", _as_of(head, words), table)


def render_history(head: ListHead, held: Sequence[HeldEntry]) -> bytes:
    """Return who held which role from when until when, grouped by role as they are given.

    Raises ValueError as `render_roster`.
    """
    words = list_words(head.language)
    rows: list[Entry] = []
    for role, group in groupby(held, key=lambda one: one.role):
        rows.append(Band(_word(words, "role", role)))
        rows += [_held_row(one, words) for one in group]
    heads = ("person", "from", "until", "site")
    table = _table(heads, (0.34, 0.15, 0.15, 0.36), tuple(rows), words)
    return list_pdf(head, "history", _as_of(head, words), table)


def render_calendar(head: ListHead, entries: Sequence[CalendarEntry]) -> bytes:
    """Return the 24 months from `head.on` on: a picture of the months, and a list by month.

    Raises ValueError as `render_roster`.
    """
    words = list_words(head.language)
    until = _months_on(head.on, MONTHS) - timedelta(days=1)
    shown = sorted(
        (one for one in entries if head.on <= one.on <= until),
        key=lambda one: (one.on, LANES.index(one.kind), one.site, one.who),
    )
    rows: list[Entry] = []
    for month, group in groupby(shown, key=lambda one: (one.on.year, one.on.month)):
        rows.append(Band(f"{words[f'month.{month[1]}'].capitalize()} {month[0]}"))
        rows += [_calendar_row(one, head.on, words) for one in group]
    heads = ("day", "what", "who", "site", "left")
    listed = _table(heads, (0.13, 0.3, 0.2, 0.27, 0.1), tuple(rows), words)
    dots = [Dot(one.on, one.kind) for one in shown]
    drawn = runs(picture(head.on, MONTHS, dots, words)) if shown else ()
    span = words["span"].format(day=head.on.strftime(_DAY), until=until.strftime(_DAY))
    return list_pdf(head, "calendar", span, (*drawn, *listed))


def mark_text(kind: str, days: int, language: str) -> str:
    """Return what falls due, in the words of the calendar."""
    return list_words(language)[f"mark.{kind}"].format(days=days)


def _roster_row(one: RosterEntry, words: dict[str, str]) -> Row:
    roles = "; ".join(
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


def _calendar_row(one: CalendarEntry, on: date, words: dict[str, str]) -> Row:
    what = words[f"mark.{one.kind}"].format(days=one.days)
    cells = (Cell(one.on.strftime(_DAY)), Cell(what, bold=one.kind in ("agreement", "tvfc")))
    rest = (one.who, one.site, str((one.on - on).days))
    return Row((*cells, *(Cell(text) for text in rest)), marked=one.kind == "agreement")


def _table(
    heads: tuple[str, ...],
    shares: tuple[float, ...],
    rows: tuple[Entry, ...],
    words: dict[str, str],
) -> tuple[Run, ...]:
    if not rows:
        return ()
    return table_runs(Table(tuple(words[f"col.{head}"] for head in heads), shares, rows))


def _as_of(head: ListHead, words: dict[str, str]) -> str:
    return words["as_of"].format(day=head.on.strftime(_DAY))


def _word(words: dict[str, str], of: str, word: str) -> str:
    if f"{of}.{word}" not in words:
        raise ValueError(f"no wording for the word in {of}")
    return words[f"{of}.{word}"]


def _months_on(day: date, months: int) -> date:
    """Return the first of the month `months` later, so that whole months are shown."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
