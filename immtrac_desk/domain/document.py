"""Documents: a filled, rendered, filed paper and what is frozen on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.ids import ActId, AttachmentId, ClientId, DocumentId, StaffId
from immtrac_desk.domain.words import Choice, FormKind, Manner, Source, Who

Point = tuple[float, float, int, float]
"""x and y in 0..1 of the signature area, milliseconds since the first point, pressure 0..1."""
Stroke = tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """How and when a form was signed. Ink on screen carries strokes; wet ink none."""

    manner: Manner
    signed_on: date
    signed_at: time | None = None
    """Local clock time; known for screen signing, often unknown for paper."""
    strokes: tuple[Stroke, ...] = ()
    witness_strokes: tuple[Stroke, ...] = ()
    """The witness's own signature beside a mark on the screen (DT-3.6)."""
    seen_by: str = ""
    """Wet ink: who of the staff saw it signed."""
    printed_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One filed form. Nothing on it changes afterwards; a correction is a new document."""

    id: DocumentId
    client_id: ClientId
    form: FormKind
    stock_no: str
    revision: str
    """Of our sheet, or of the paper seen; `""` where it is not known (existing consents)."""
    language: str
    filed_at: datetime
    by: StaffId
    choice: Choice
    client_name: PersonName
    born_on: date
    signer_name: str
    who: Who | None
    relation: str
    signed_on: date
    signed_at: time | None = None
    manner: Manner | None = None
    source: Source | None = None
    """Set for an existing consent that was not made on a sheet of ours."""
    source_detail: str = ""
    received_by: str = ""
    witness_name: str = ""
    interpreter_name: str = ""
    digest_read: str = ""
    """SHA-256 of the sheet as the signer read it."""
    digest: str = ""
    """SHA-256 of the filed PDF; `""` where no sheet of ours exists."""
    revision_note: str = ""
    """`pack_superseded` where the pack was replaced between print and signature (E29)."""
    answers: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A scan, DSHS confirmation or court order kept beside an act."""

    id: AttachmentId
    act_id: ActId
    client_id: ClientId
    what: str
    """`scan`, `dshs_confirmation`, `court_order` or `other`."""
    media_type: str
    size: int
    digest: str
    attached_at: datetime
    by: StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPack:
    """A form revision in one language and whether the office manager has verified it."""

    stock_no: str
    language: str
    revision: str
    effective_from: date
    effective_to: date | None = None
    sha256: str = ""
    verified_by: str = ""
    verified_on: date | None = None
