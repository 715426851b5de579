"""Standing: what is derived about a client for one day, never typed and never stored."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.ids import ActId, DocumentId
from immtrac_desk.domain.words import DisasterRetention, FormKind, Has, Responder, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A signed paper that is not in effect (DT-4.7): to affirm, to send or to ask about."""

    document_id: DocumentId | None
    act_id: ActId
    form: FormKind
    signed_on: date
    sent_on: date | None
    alarm: str
    """`plain`, `amber` or `red`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWithdrawal:
    """A withdrawal whose written confirmation by DSHS is not here (DT-11.5)."""

    act_id: ActId
    document_id: DocumentId | None
    withdrawn_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The standard status with its row, the two other dimensions, and what is still open."""

    status: Status
    row: str
    citation: str
    mark: str
    since: date | None
    """The day from which the status holds; None where nothing ever happened."""
    until: date | None
    """The day on which the law itself ends it (18th birthday, 26th), None without end."""
    kept: str
    """`yes`, `no`, `may_be_removed`, `unchanged`, `local`, `disaster_only` or `not_shown`."""
    released: bool
    flag: str
    """Code of the desk flag, "" for none."""
    alarm: str
    has: Has
    """What counts as on file for DT-1 and DT-6.3, papers not yet in effect included."""
    standard_in_effect: bool
    """A standard consent keeps the data: DT-5.4 to 5.6 (LAPSED and WITHDRAWN do not)."""
    fr: Responder
    fr_review: bool
    dir: DisasterRetention
    dir_review: bool
    to_affirm: tuple[Waiting, ...]
    open_withdrawals: tuple[OpenWithdrawal, ...]
    disagreement: bool
    conflict_acts: tuple[ActId, ...]
    conflict_documents: tuple[DocumentId, ...]
    declined_act: Act | None
    """The refusal that still counts, also beside a consent in effect (DT-11.2, 11.7)."""
    withdrawn_act: Act | None
    """The latest withdrawal, also where a later grant has taken its place."""
    effective_document: DocumentId | None
    """The paper on which the status rests: in effect, or waiting."""
    died_on: date | None
    rules: tuple[str, ...]
    """Rows of DT-6 that shaped the status."""

    @property
    def declined_on(self) -> date | None:
        """The day of that refusal."""
        return self.declined_act.on if self.declined_act else None

    @property
    def withdrawn_on(self) -> date | None:
        """The day of the latest withdrawal."""
        return self.withdrawn_act.on if self.withdrawn_act else None
