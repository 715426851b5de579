"""DT-21: what the registry's search asks for before it will look."""

from datetime import date

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.values import said
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.tables import row

EARLIEST_BIRTH = date(1890, 1, 1)
"""The registry refuses this day and all before it (DT-21.4)."""


def check(client: Client, on: date) -> tuple[Finding, ...]:
    """Return what Smart Search would refuse (DT-21.3, 21.4); never more than a warning here."""
    asked = {
        "client.first_name": said(client.name.first),
        "client.last_name": said(client.name.last),
        "client.gender": said(client.gender),
        "client.address.street": said(client.address.street),
    }
    missing = [
        _finding("search.field_missing", field, "DT-21.3", on)
        for field, text in asked.items()
        if not text
    ]
    if not EARLIEST_BIRTH < client.born_on < on:
        missing.append(_finding("search.birth_date", "client.born_on", "DT-21.4", on))
    return tuple(missing)


def check_id(immtrac2_id: str, other_fields: bool, on: date) -> tuple[Finding, ...]:
    """Return an error if an ImmTrac2 ID is searched together with other fields (DT-21.1, 21.2)."""
    if immtrac2_id and other_fields:
        return (_finding("search.id_alone", "search.immtrac2_id", "DT-21.1", on, Severity.ERROR),)
    return ()


def state_of(client: Client) -> str:
    """Return the state to type: Texas where none was given (DT-21.5)."""
    return said(client.address.state) or "TX"


def _finding(
    code: str, field: str, row_id: str, on: date, severity: Severity = Severity.WARNING
) -> Finding:
    basis = row(row_id, on).citation
    return Finding(code=code, field=field, severity=severity, row=row_id, citation=basis)
