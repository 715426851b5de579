"""Changes: which ids an act touched, so that a screen redraws only that."""

from dataclasses import dataclass

from immtrac_desk.domain.ids import ClientId, DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Rung after commit. `lists`, `staff`, `settings`, `drafts` say what else to read again."""

    clients: frozenset[ClientId] = frozenset()
    documents: frozenset[DocumentId] = frozenset()
    drafts: bool = False
    staff: bool = False
    settings: bool = False
