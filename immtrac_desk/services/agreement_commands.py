"""Commands around a site agreement that take more than a few words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from immtrac_desk.domain.document import Stroke
from immtrac_desk.domain.ids import ApplicationId, PersonId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SitePerson, SiteRole
from immtrac_desk.domain.words import Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterExisting:
    """The agreement a site already has: one of `approved_on` and `due_on` is needed.

    `people` are who it names, each with their roles, which they hold from `roles_from` on;
    `trained` the day on which a provider supervisor among them completed the training (DT-16.4).
    `file` is the PDF that DSHS gave, the whole of it.
    """

    organization: Organization
    approved_on: date | None
    due_on: date | None
    people: tuple[tuple[SitePerson, tuple[SiteRole, ...]], ...]
    roles_from: date
    trained: Mapping[PersonId, date] = field(default_factory=dict)
    file: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignApplication:
    """A packet read and signed. `strokes` for ink on the screen, `seen_by` for ink on paper.

    `digest_read` is SHA-256 of the packet as the signer read it; `scan` the signed sheet.
    """

    application_id: ApplicationId
    language: str
    signer_id: PersonId
    signed_on: date
    manner: Manner
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
    seen_by: str = ""
    scan: bytes | None = field(default=None, repr=False)
    digest_read: str = ""
