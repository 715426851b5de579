"""Looking at answers: one that is not taken in yet, and the bytes of one that is."""

from dataclasses import dataclass

from immtrac_desk.domain.answer import Answer, UnreadLines
from immtrac_desk.domain.ids import AnswerId
from immtrac_desk.services.answer_rows import read_answer
from immtrac_desk.services.answer_take import known_answer, refuse_data, unread_lines
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.response_items import ResponseItem, response_items
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an answer says, and what of it is known; `again`: rows an open item says already."""

    rows: tuple[ResponseItem, ...]
    unread: tuple[UnreadLines, ...]
    messages: int
    accepted: int
    known: Answer | None
    again: int


def preview_answer(data: bytes, uow: UnitOfWork, occasion: Occasion) -> Preview:
    """Return what an answer would bring; nothing is kept. InputError as for taking it in."""
    refuse_data(data)
    known = known_answer(data, uow)
    found = read_answer(data, AnswerId(""), uow, occasion)
    return Preview(
        rows=response_items(found.reply, occasion.today, to_match=True),
        unread=unread_lines(found.reply),
        messages=found.reply.messages,
        accepted=found.reply.accepted,
        known=known,
        again=len(found.again),
    )


def look_at_answer(answer_id: AnswerId, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the bytes as they came, and log the look. DeskError `answer.unknown`."""
    answer = uow.answers.get(answer_id)
    line = entry(occasion, "answer_looked_at", document_digest=answer.digest, answer=answer.id)
    return Outcome(uow.answers.content(answer_id), (line,))
