"""The evidence of one signed paper, gathered: what a bundle is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.document import Attachment, Document, Signature
from immtrac_desk.domain.ids import StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEvidence:
    """One paper with its bytes, how it was signed, where it stands, and every act on it.

    `status` is one of FHIR's for a consent: `active`, `rejected`, `inactive`,
    `entered-in-error`. `until_on` is the last day on which it holds.
    """

    document: Document
    signature: Signature | None
    status: str
    from_on: date
    until_on: date | None = None
    kept_only_from: date | None = None
    """From this day on the registry keeps the data and releases none (DT-5.6); None: never so."""
    basis: str
    """The statute on which it rests, as it is cited."""
    acts: tuple[Act, ...]
    """The act that made the paper first, then the others on it as they were entered."""
    pdf: bytes = b""
    """The filed sheet; empty where no sheet of ours exists."""
    scans: tuple[tuple[Attachment, bytes], ...] = ()
    staff: Mapping[StaffId, str] = field(default_factory=dict)
    clinic: str
    clinic_id: str = ""
    """The site's own record, where there is one."""
    practice: bool = False
