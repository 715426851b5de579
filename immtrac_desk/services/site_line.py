"""One line of the book about a site or its people: ids and days, never a name."""

from collections.abc import Mapping
from dataclasses import replace

from immtrac_desk.domain.act import FactValue
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.services.occasion import Occasion, entry


def site_line(
    occasion: Occasion,
    act: str,
    facts: Mapping[str, FactValue],
    row: str = "",
    document_digest: str = "",
) -> AuditEntry:
    """Return the unsealed line of an act around a site agreement; empty facts are left out."""
    line = entry(occasion, act, row=row, document_digest=document_digest)
    said = {name: value for name, value in facts.items() if value not in ("", None)}
    return replace(line, facts={**line.facts, **said})
