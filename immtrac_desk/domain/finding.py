"""Findings: one thing the law or the form says about a draft or an act."""

import dataclasses
from collections.abc import Mapping

from immtrac_desk.domain.words import Severity

FindingFact = str | int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Shown beside `field` as a sentence made from `code` and `facts`; `row` is its law."""

    code: str
    field: str = ""
    severity: Severity = Severity.ERROR
    row: str = ""
    """Decision-table row, e.g. `DT-2.5`, or a case, e.g. `E31`."""
    citation: str = ""
    overridable: bool = False
    facts: Mapping[str, FindingFact] = dataclasses.field(default_factory=dict)
