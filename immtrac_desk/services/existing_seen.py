"""The command for an existing consent: signed earlier, elsewhere, on paper that is not ours."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.draft import Override
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.words import Choice, FormKind, Responder, Scope, Source, Who


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordExisting:
    """What was seen, where and by whom. `revision` "" is 'not known'.

    `where` names the place it was seen (chart, registry screen, birth record); `affirmed_on`
    the day it took effect if that is known; `scan` a PDF, PNG or JPEG of it. For a statement
    that is on no form of DSHS (`Source.OTHER_STATEMENT`) the scan is mandatory (OQ-7).
    """

    client_id: ClientId
    form: FormKind
    signed_on: date
    source: Source
    where: str
    signer_name: str = ""
    who: Who | None = None
    relation: str = ""
    revision: str = ""
    language: str = "en"
    affirmed_on: date | None = None
    affirmed_by: str = ""
    scan: bytes | None = None
    choice: Choice = Choice.GRANT
    scope: Scope | None = None
    responder: Responder = Responder.NONE
    override: Override | None = None
