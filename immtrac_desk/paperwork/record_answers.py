"""The lines of a client's record on paper: what the registry answered about the client."""

from forms.record_entries import RecordReading
from immtrac_desk.domain.client_record import ClientRecord, ItemOfRecord
from immtrac_desk.paperwork.record_lines import RecordWords, printed_day
from immtrac_desk.vaccines import vaccine


def answer_lines(
    record: ClientRecord, words: RecordWords, language: str
) -> tuple[RecordReading, ...]:
    """Return every answer by the day it came: code, dose, what it means, where it stands."""
    items = sorted(record.items, key=lambda one: (one.received_on, one.item.id))
    return tuple(
        RecordReading(
            on=printed_day(one.received_on),
            what=words.say("answer", name=one.item.code),
            said=_said(one, words, language),
            by=words.word("item_state", one.state.value),
        )
        for one in items
    )


def _said(one: ItemOfRecord, words: RecordWords, language: str) -> str:
    item, known = one.item, vaccine(one.item.vaccine)
    meaning = f"response_meaning.{item.code}"
    code = meaning if words.sayings.has(meaning) else "response.unknown"
    parts = (
        known.said(language) if known else item.vaccine,
        printed_day(item.given_on),
        words.sayings.say(code),
    )
    return " · ".join(part for part in parts if part)
