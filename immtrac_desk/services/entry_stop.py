"""Note that a client could not be entered in ImmTrac2 to the end, and why."""

from dataclasses import dataclass

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.services.note_on_client import NoteOnClient, enter_note
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.store.unit_of_work import UnitOfWork

STOP_REASONS = (
    "portal_down",
    "candidates",
    "no_match",
    "locked_out",
    "consent_refused",
    "other",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StopEntry:
    """`reason` is one of STOP_REASONS; `other` asks for a note that says what it was."""

    client_id: ClientId
    reason: str
    note: str = ""


def stop_entry(command: StopEntry, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Append what stopped it, today. InputError `entry.reason` or `entry.note` beside the field."""
    if command.reason not in STOP_REASONS:
        raise InputError("entry.reason", "reason")
    note = clean(command.note, "note")
    if command.reason == "other" and not note:
        raise InputError("entry.note", "note")
    told = NoteOnClient(
        client_id=uow.merges.survivor_of(command.client_id),
        kind=ActKind.ENTRY_STOPPED,
        on=occasion.today,
        facts={"reason": command.reason, **({"note": note} if note else {})},
    )
    return enter_note(told, uow, occasion)
