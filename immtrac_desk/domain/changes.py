"""Changes: which ids an act touched, so that a screen redraws only that."""

from dataclasses import dataclass

from immtrac_desk.domain.ids import ClientId, DocumentId, OrganizationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Rung after commit. The flags say what else to read again, beside the records named."""

    clients: frozenset[ClientId] = frozenset()
    documents: frozenset[DocumentId] = frozenset()
    organizations: frozenset[OrganizationId] = frozenset()
    """Sites whose record, people, agreement, application or tasks changed."""
    answers: bool = False
    """Answers of the registry were taken in, or what became of them changed."""
    reports: bool = False
    """The catalogues or the TIPS figures changed."""
    drafts: bool = False
    staff: bool = False
    settings: bool = False
