"""What the practice clinic saw in the registry: schedules, numbers, and what stopped an entry."""

from collections.abc import Callable
from functools import partial

from immtrac_desk.desk.entry import FinishEntry
from immtrac_desk.domain.client import Client
from immtrac_desk.practice.diary import Diary
from immtrac_desk.practice.dose_stories import DoseTeller, Row, registry
from immtrac_desk.practice.stories import REGISTRY_USER

TURNING_18_WRITTEN = 5
"""Days ago on which letters went to those on the list."""


def note_entries(diary: Diary, tell: DoseTeller) -> None:
    """Note every reading, stop and find on its day, and a run of letters."""
    stories: tuple[tuple[str, str, Callable[[DoseTeller, Client, Row], object]], ...] = (
        ("found", "on", _found),
        ("schedule", "read", _read),
        ("stopped", "on", _stopped),
    )
    for kind, day, story in stories:
        for row in registry()[kind]:
            diary.note(row[day], partial(_about, tell, story, row))
    diary.note(TURNING_18_WRITTEN, partial(_write, tell))


def _about(tell: DoseTeller, story: Callable[[DoseTeller, Client, Row], object], row: Row) -> None:
    client = tell.client(row["client"])
    if client is not None:
        story(tell, client, row)


def _found(tell: DoseTeller, client: Client, row: Row) -> None:
    command = FinishEntry(
        client_id=client.id,
        searched="found",
        immtrac2_id=row["immtrac2_id"],
        on=tell.desk.today(),
        registry_user=REGISTRY_USER,
    )
    tell.desk.entry.finish(command)


def _read(tell: DoseTeller, client: Client, row: Row) -> None:
    tell.desk.entry.note_schedule(
        client.id,
        tell.desk.today(),
        "\n".join(row["lines"]),
        reaction=bool(row.get("reaction")),
        not_valid=bool(row.get("not_valid")),
    )


def _stopped(tell: DoseTeller, client: Client, row: Row) -> None:
    tell.desk.entry.stop(client.id, row["reason"], row.get("note", ""))


def _write(tell: DoseTeller) -> None:
    """Letters to everybody who turns 18 soon, if anybody may be written to."""
    lists = tell.desk.letters.lists()
    wanted = next(one for one in lists if one.letter == "turning_18")
    ids = tuple(line.client_id for line in wanted.entries if line.client_id)
    if tell.desk.letters.plan("turning_18", ids).to_write:
        tell.desk.letters.write("turning_18", ids)
