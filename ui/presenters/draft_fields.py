"""The draft's own fields by name: signer, scope, responder, where to send, witness."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.ids import EventId
from immtrac_desk.domain.values import Answer, clean, said
from immtrac_desk.domain.words import Responder, Scope
from ui.presenters import client_fields


@dataclass(frozen=True, slots=True)
class _Slot:
    read: Callable[[ConsentDraft], str]
    put: Callable[[ConsentDraft, str], ConsentDraft]


def answer_of(draft: ConsentDraft, name: str) -> Answer:
    """What the draft says in field `name`, client's fields included."""
    if name in _SLOTS:
        return _SLOTS[name].read(draft)
    return client_fields.answer_of(draft.client, name)


def with_answer(draft: ConsentDraft, name: str, answer: Answer) -> ConsentDraft:
    """Return the draft with `answer` in field `name`; InputError names the field."""
    if name in _SLOTS:
        return _SLOTS[name].put(draft, clean(said(answer), name))
    return replace(draft, client=client_fields.with_answer(draft.client, name, answer))


def _text(part: str) -> _Slot:
    def read(draft: ConsentDraft) -> str:
        return str(getattr(draft, part))

    def put(draft: ConsentDraft, text: str) -> ConsentDraft:
        changed: ConsentDraft = replace(draft, **{part: text})  # type: ignore[arg-type]
        return changed

    return _Slot(read, put)


def _release(part: str) -> _Slot:
    def read(draft: ConsentDraft) -> str:
        return str(getattr(draft.release_to, part))

    def put(draft: ConsentDraft, text: str) -> ConsentDraft:
        return replace(draft, release_to=replace(draft.release_to, **{part: text}))

    return _Slot(read, put)


def _paper(part: str) -> _Slot:
    def read(draft: ConsentDraft) -> str:
        return str(getattr(draft.paper_seen, part))

    def put(draft: ConsentDraft, text: str) -> ConsentDraft:
        seen = replace(draft.paper_seen, **{part: text})  # type: ignore[arg-type]
        return replace(draft, paper_seen=seen)

    return _Slot(read, put)


def _put_scope(draft: ConsentDraft, word: str) -> ConsentDraft:
    return replace(draft, scope=Scope(word) if word else None)


def _put_responder(draft: ConsentDraft, word: str) -> ConsentDraft:
    return replace(draft, responder=Responder(word) if word else Responder.NONE)


def _put_event(draft: ConsentDraft, event_id: str) -> ConsentDraft:
    return replace(draft, event_id=EventId(event_id) if event_id else None)


_SLOTS: dict[str, _Slot] = {
    "signer.name": _text("signer_name"),
    "signer.relation": _text("relation"),
    "witness_name": _text("witness_name"),
    "interpreter_name": _text("interpreter_name"),
    "received_by": _text("received_by"),
    "replacement_reason": _text("replacement_reason"),
    "release.requester": _release("requester"),
    "release.relation": _release("relation"),
    "release.address": _release("address"),
    "release.fax": _release("fax"),
    "paper.what": _paper("what"),
    "paper.county": _paper("county"),
    "paper.cause_no": _paper("cause_no"),
    "scope": _Slot(lambda d: d.scope.value if d.scope else "", _put_scope),
    "responder": _Slot(lambda d: d.responder.value, _put_responder),
    "event_id": _Slot(lambda d: d.event_id or "", _put_event),
}
