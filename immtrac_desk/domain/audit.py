"""Audit entries: who did what when, each chained to the one before by its digest."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from immtrac_desk.domain.act import FactValue

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line of the book. `seq` counts from 1 without gaps; `digest` covers all the rest."""

    seq: int
    at: datetime
    actor_id: str
    actor: str
    act: str
    client_id: str = ""
    document_id: str = ""
    act_id: str = ""
    row: str = ""
    document_digest: str = ""
    loud: bool = False
    """Shown until a supervisor has seen it (recovery code used, override, restore)."""
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    previous: str = GENESIS
    digest: str = ""


def sealed(entry: AuditEntry, previous: AuditEntry | None) -> AuditEntry:
    """Return `entry` numbered and chained after `previous` (None for the first)."""
    seq = previous.seq + 1 if previous else 1
    before = previous.digest if previous else GENESIS
    linked = replace(entry, seq=seq, previous=before, digest="")
    return replace(linked, digest=digest_of(linked))


def digest_of(entry: AuditEntry) -> str:
    """SHA-256 over the canonical JSON of every field but the digest itself."""
    body = [
        entry.seq, entry.at.isoformat(), entry.actor_id, entry.actor, entry.act,
        entry.client_id, entry.document_id, entry.act_id, entry.row, entry.document_digest,
        entry.loud, dict(sorted(entry.facts.items())), entry.previous,
    ]  # fmt: skip
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def first_break(entries: Iterable[AuditEntry]) -> int | None:
    """Return the `seq` where the chain first fails, or None if every link holds."""
    previous: AuditEntry | None = None
    for entry in entries:
        expected = previous.seq + 1 if previous else 1
        before = previous.digest if previous else GENESIS
        if (entry.seq, entry.previous) != (expected, before) or digest_of(entry) != entry.digest:
            return expected
        previous = entry
    return None
