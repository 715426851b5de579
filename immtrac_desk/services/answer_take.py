"""Take an answer of the registry in: its bytes, its items, whose each is, what was said before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from immtrac_desk.domain.answer import (
    Answer,
    AnswerSource,
    AnswerStep,
    AnswerStepKind,
    UnreadLines,
)
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import AnswerId, AnswerStepId, OrganizationId
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.responses import Reply
from immtrac_desk.services.answer_renewal import open_renewals
from immtrac_desk.services.answer_rows import ReadAnswer, read_answer
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork

MOST_KEPT = 128 * 1024 * 1024
"""Bytes of one answer that are kept; no export of a clinic comes near it."""

_SOCIAL_SECURITY = re.compile(
    rb"(?<![0-9])(?<![0-9]\0)"
    rb"(?:[0-9]\0?){3}-\0?(?:[0-9]\0?){2}-\0?(?:[0-9]\0?){3}[0-9]"
    rb"(?!\0?[0-9])"
)
_DIGIT = re.compile(rb"[0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAnswer:
    """`data` are the bytes as they came; `organization_id` the site that they came for."""

    data: bytes = field(repr=False)
    source: AnswerSource
    organization_id: OrganizationId | None = None


def take_answer(command: TakeAnswer, uow: UnitOfWork, occasion: Occasion) -> Outcome[Answer]:
    """Keep an answer with everything that stood in it; nothing of it is dropped.

    Social security numbers alone are starred out: they are never collected.

    What an earlier answer said and nobody has mended is noted at that item instead of becoming a
    second one. An IEE-526 opens its task at the site in the same transaction. One line of the book
    stands for the whole answer. Raises RefusedError `answer.known` for the same bytes again, with
    the day; InputError `answer.empty`, `answer.too_large`; DeskError `organization.unknown`.
    """
    answer_id = AnswerId(occasion.new_id())
    refuse_data(command.data)
    data = without_social_security(command.data)
    if command.organization_id is not None:
        uow.organizations.get(command.organization_id)
    known = known_answer(data, uow)
    if known is not None:
        raise RefusedError("answer.known", on=known.received_on.isoformat())
    found = read_answer(data, answer_id, uow, occasion)
    answer = _answer(replace(command, data=data), answer_id, found, occasion)
    uow.answers.add(answer, data)
    uow.answer_items.add_all(found.new)
    uow.answer_steps.add_all(_said_again(found, answer_id, occasion))
    renewals = open_renewals(found.new, answer, uow, occasion)
    lines = (_line(answer, occasion), *renewals.entries)
    return Outcome(answer, lines, _changes(found, renewals.value))


def without_social_security(data: bytes) -> bytes:
    """Return the bytes with the digits of social security numbers starred out: none is collected.

    Everything else stays in its place, so that lines and sizes are those of what came.
    """
    return _SOCIAL_SECURITY.sub(lambda found: _DIGIT.sub(b"*", found[0]), data)


def refuse_data(data: bytes) -> None:
    """Raise InputError for nothing at all, or for more than is kept."""
    if not data.strip():
        raise InputError("answer.empty", "data")
    if len(data) > MOST_KEPT:
        raise InputError("answer.too_large", "data", megabytes=MOST_KEPT // 1024**2)


def known_answer(data: bytes, uow: UnitOfWork) -> Answer | None:
    """Return the answer that these very bytes are already, None where they are new."""
    return uow.answers.with_digest(sha256(without_social_security(data)).hexdigest())


def unread_lines(reply: Reply) -> tuple[UnreadLines, ...]:
    """Return what was not read, by its lines."""
    return tuple(UnreadLines(line=r.line, last=r.last, what=r.what) for r in reply.unread)


def _said_again(found: ReadAnswer, answer_id: AnswerId, occasion: Occasion) -> Iterable[AnswerStep]:
    for _, before in found.again:
        yield AnswerStep(
            id=AnswerStepId(occasion.new_id()),
            item_id=before.item.id,
            kind=AnswerStepKind.SEEN_AGAIN,
            on=occasion.today,
            at=occasion.now,
            by=occasion.actor.id,
            answer_id=answer_id,
        )


def _answer(
    command: TakeAnswer, answer_id: AnswerId, found: ReadAnswer, occasion: Occasion
) -> Answer:
    reply = found.reply
    return Answer(
        id=answer_id,
        received_on=occasion.today,
        at=occasion.now,
        by=occasion.actor.id,
        source=command.source,
        size=len(command.data),
        digest=sha256(command.data).hexdigest(),
        messages=reply.messages,
        accepted=reply.accepted,
        items=len(found.new),
        again=len(found.again),
        unread=unread_lines(reply),
        organization_id=command.organization_id,
    )


def _line(answer: Answer, occasion: Occasion) -> AuditEntry:
    return entry(
        occasion,
        "answer_taken",
        document_digest=answer.digest,
        row="DT-24.1",
        answer=answer.id,
        items=answer.items,
        again=answer.again,
        unread=sum(run.last - run.line + 1 for run in answer.unread),
        answer_source=answer.source.value,
    )


def _changes(found: ReadAnswer, sites: Iterable[OrganizationId]) -> Changes:
    clients = {one.client_id for one in found.new if one.client_id}
    clients |= {one.verdict.client_id for _, one in found.again if one.verdict.client_id}
    return Changes(clients=frozenset(clients), answers=True, organizations=frozenset(sites))
