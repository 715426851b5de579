"""What others report about the practice clinic: TIPS as printed, the catalogues, the levers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from immtrac_desk.desk import Desk
from immtrac_desk.domain.registry_report import Catalogue, CatalogueEntry
from immtrac_desk.law.age import add_months
from immtrac_desk.practice.diary import Diary
from immtrac_desk.practice.dose_stories import Row, registry
from immtrac_desk.practice.people import LONG_KNOWN, sites_by_name

TEXTS = ("name", "what_for", "sent_by", "frequency", "what_we_do")
PRINTED_AFTER = timedelta(days=9)
"""Days into the month after the one that a summary is for."""


def note_reports(diary: Diary, desk: Desk, today: date) -> None:
    """Note every figure when it came, those from before the vault was made as soon as it was."""
    for row in registry()["tips"]:
        months = range(len(row["values"]), 0, -1)
        for ago, value, rating in zip(months, row["values"], row["ratings"], strict=True):
            month = add_months(today.replace(day=1), -ago)
            came = (today - add_months(month, 1) - PRINTED_AFTER).days
            told = partial(_printed, desk, month, row["measure"], value, rating)
            diary.note(max(0, min(came, LONG_KNOWN)), told)
    told_of: tuple[tuple[str, str, Callable[[Desk, Row], object]], ...] = (
        ("report", "received", _received),
        ("lever", "done", _done),
    )
    for kind, day, story in told_of:
        for row in registry()[kind]:
            diary.note(row[day], partial(story, desk, row))


def _printed(desk: Desk, month: date, measure: str, value: str, rating: str) -> None:
    site = sites_by_name(desk)[desk.clinic]
    empty = desk.reports.new_tips(site)
    desk.reports.keep_tips(replace(empty, month=month, measure=measure, value=value, rating=rating))


def _received(desk: Desk, row: Row) -> None:
    """A report came; one that nobody had seen here before is confirmed, or written down."""
    entry = _entry(desk, row)
    texts = {name: row[name] for name in TEXTS if name in row}
    if texts or row.get("confirmed"):
        entry = desk.reports.save_entry(replace(entry, confirmed=True, **texts))
    desk.reports.received(entry.id, desk.today())


def _entry(desk: Desk, row: Row) -> CatalogueEntry:
    if "id" not in row:
        return desk.reports.new_entry(Catalogue(row["catalogue"]))
    lines = (line for kind in Catalogue for line in desk.reports.catalogue(kind))
    return next(line.entry for line in lines if line.entry.id == row["id"])


def _done(desk: Desk, row: Row) -> None:
    site = sites_by_name(desk)[desk.clinic]
    desk.reports.confirm_lever(site, row["id"], desk.today(), row["note"])
