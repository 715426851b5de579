"""Note what the registry's tracking schedule said: as text, with the day; nothing is computed."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.services.note_on_client import NoteOnClient, enter_note
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.store.unit_of_work import UnitOfWork

MOST_LINES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSchedule:
    """`text` is what somebody read off, a line for each vaccine.

    `reaction`: a row was red, which is a recorded reaction. `not_valid`: a dose broke a rule.
    """

    client_id: ClientId
    read_on: date
    text: str
    reaction: bool = False
    not_valid: bool = False


def note_schedule(command: NoteSchedule, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Append the reading.

    Raises InputError beside `text` (`schedule.text`, `schedule.long`, or a letter that does not
    print), and beside `on` for a day to come or before the birth.
    """
    note = NoteOnClient(
        client_id=uow.merges.survivor_of(command.client_id),
        kind=ActKind.SCHEDULE_READ,
        on=command.read_on,
        facts={
            "text": _lines(command.text),
            "reaction": command.reaction,
            "not_valid": command.not_valid,
        },
    )
    return enter_note(note, uow, occasion)


def _lines(text: str) -> str:
    """Each line tidied by itself, the empty ones left out: a pasted block keeps its shape."""
    lines = [clean(line.expandtabs(1), "text") for line in text.splitlines()]
    kept = [line for line in lines if line]
    if not kept:
        raise InputError("schedule.text", "text")
    if len(kept) > MOST_LINES:
        raise InputError("schedule.long", "text", limit=MOST_LINES)
    return "\n".join(kept)
