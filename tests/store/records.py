"""Valid records with one thing changed, and strategies for every record of the field."""

import dataclasses
import hashlib
import types
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.document import Attachment, Document
from immtrac_desk.domain.draft import ConsentDraft, KeptDraft, Print
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, StaffId, new_id
from immtrac_desk.domain.kept_form import KeptForm
from immtrac_desk.domain.staff import StaffMember
from immtrac_desk.domain.words import Choice, FormKind, Role
from tests.hard_names import HARD

NOW = datetime(2026, 11, 22, 15, 30, 12, 345678, tzinfo=UTC)
BORN = date(2015, 3, 4)
PDF = b"%PDF-1.7 a sheet"
STAFF = StaffMember(id=StaffId("STAFF"), name="Ana Ruiz", role=Role.SUPERVISOR)

NAMES = (
    *HARD,
    "?none",
    "??",
    "A" * 200,
)


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def a_client(last: str = "García-López", first: str = "María", **changes: Any) -> Client:
    made = Client(id=ClientId(new_id()), name=PersonName(last=last, first=first), born_on=BORN)
    return dataclasses.replace(made, **changes)


def an_act(client: Client, **changes: Any) -> Act:
    made = Act(
        id=ActId(new_id()),
        client_id=client.id,
        kind=ActKind.CONSENT_GRANTED,
        on=NOW.date(),
        at=NOW,
        by=STAFF.id,
    )
    return dataclasses.replace(made, **changes)


def a_document(client: Client, **changes: Any) -> Document:
    made = Document(
        id=DocumentId(new_id()),
        client_id=client.id,
        form=FormKind.MINOR,
        stock_no="C-7",
        revision="2024-01",
        language="en",
        filed_at=NOW,
        by=STAFF.id,
        choice=Choice.GRANT,
        client_name=client.name,
        born_on=client.born_on,
        signer_name="Rosa García",
        who=None,
        relation="mother",
        signed_on=NOW.date(),
        digest=sha(PDF),
    )
    return dataclasses.replace(made, **changes)


def an_attachment(act: Act, content: bytes, **changes: Any) -> Attachment:
    made = Attachment(
        id=typing.cast("Any", new_id()),
        act_id=act.id,
        client_id=act.client_id,
        what="scan",
        media_type="image/png",
        size=len(content),
        digest=sha(content),
        attached_at=NOW,
        by=STAFF.id,
    )
    return dataclasses.replace(made, **changes)


def a_draft(client: Client, **changes: Any) -> KeptDraft:
    draft = ConsentDraft(
        id=typing.cast("Any", new_id()),
        record_id=DocumentId(new_id()),
        form=FormKind.MINOR,
        language="es",
        client=client,
    )
    made = KeptDraft(draft=draft, staff_id=STAFF.id, kept_at=NOW)
    return dataclasses.replace(made, **changes)


def a_kept_form(**changes: Any) -> KeptForm:
    made = KeptForm(
        id=typing.cast("Any", new_id()),
        staff_id=STAFF.id,
        room="client_form",
        about_id="",
        kept_at=NOW,
        body={"phone": {"explicit": "none"}, "city": "El Pa"},
    )
    return dataclasses.replace(made, **changes)


def a_print(draft: ConsentDraft, **changes: Any) -> Print:
    made = Print(
        id=typing.cast("Any", new_id()),
        draft_id=draft.id,
        record_id=draft.record_id,
        printed_at=NOW,
        language="es",
        revision="2024-01",
        digest=sha(PDF),
        answers_digest=sha(b"answers"),
    )
    return dataclasses.replace(made, **changes)


def an_entry(act: str = "consent_granted", **changes: Any) -> AuditEntry:
    made = AuditEntry(seq=0, at=NOW, actor_id=STAFF.id, actor=STAFF.name, act=act)
    return dataclasses.replace(made, **changes)


def told_of(document: Document) -> AuditEntry:
    """The line of the act that filed a document."""
    return an_entry(
        act_id="ACT",
        client_id=document.client_id,
        document_id=document.id,
        document_digest=document.digest,
    )


TYPED = st.one_of(st.text(max_size=60), st.sampled_from(NAMES))
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
MOMENTS = st.datetimes(timezones=st.just(UTC))
JSON_LEAVES = st.one_of(TYPED, st.integers(-(2**53), 2**53), st.booleans(), st.none())
LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: TYPED,
    int: st.integers(0, 2**31),
    float: st.floats(0, 1, allow_nan=False),
    bool: st.booleans(),
    date: DAYS,
    datetime: MOMENTS,
    time: st.times(),
    object: JSON_LEAVES,
    type(None): st.none(),
}


def any_record(kind: type, /, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Every field of a record drawn from what its type allows."""
    hints = typing.get_type_hints(kind)
    drawn = {f.name: _of(hints[f.name]) for f in dataclasses.fields(kind)}
    return st.builds(kind, **{**drawn, **fixed})


def _of(hint: Any) -> st.SearchStrategy[Any]:
    hint = getattr(hint, "__supertype__", hint)
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if hint in LEAVES:
        return LEAVES[hint]
    if origin in (types.UnionType, typing.Union):
        return st.one_of([_of(part) for part in parts])
    if origin is Mapping:
        return st.dictionaries(TYPED, JSON_LEAVES, max_size=3)
    if origin is tuple and parts[-1] is Ellipsis:
        return st.lists(_of(parts[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*[_of(part) for part in parts])
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    return any_record(hint)
