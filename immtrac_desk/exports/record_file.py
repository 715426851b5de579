"""A client's whole record as one JSON file; docs/record_file.md says what each key holds."""

import base64
import json
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.client import Client, PersonName, ResponsiblePerson
from immtrac_desk.domain.client_record import (
    ClientRecord,
    DoseOfRecord,
    ItemOfRecord,
    PaperOfRecord,
)
from immtrac_desk.domain.document import Attachment
from immtrac_desk.domain.task import Task
from immtrac_desk.domain.values import Explicit
from immtrac_desk.vaccines import vaccine

FORMAT = "immtrac-desk-client-record"
VERSION = 1
"""Raised where a key changes its meaning or goes; a new key alone does not raise it."""

Json = dict[str, Any]


def record_bytes(record: ClientRecord) -> bytes:
    """Return the file: JSON in UTF-8, keys in the order of docs/record_file.md.

    Days are ISO 8601, moments ISO 8601 in UTC; what nobody asked is null, and an explicit
    non-answer is `{"answered": "unknown"}`, `"none"` or `"refused"`. Papers and files travel whole,
    in base64. The same record read at the same moment gives the same bytes.
    """
    return (json.dumps(_record(record), ensure_ascii=False, indent=2) + "\n").encode()


def _record(record: ClientRecord) -> Json:
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": plain(record.made_at),
        "made_on": plain(record.made_on),
        "made_by": record.made_by,
        "clinic": record.clinic,
        "practice": record.practice,
        "client": _client(record.client, record),
        "merged": [_client(one, record) for one in record.merged],
        "responsible": [_responsible(one) for one in record.responsible],
        "status": _status(record),
        "papers": [_paper(one, record) for one in record.papers],
        "acts": [_act(one, record) for one in record.acts],
        "files": [_file(one, content, record) for one, content in record.files],
        "tasks": [_task(one, record) for one in record.tasks],
        "doses": [_dose(one, record) for one in record.doses],
        "registry_answers": [_item(one) for one in record.items],
    }


def plain(value: object) -> object:
    """Return a value as JSON has it: text, a number, true or false, null, a list or an object."""
    if isinstance(value, Explicit):
        return {"answered": value.value}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, PersonName):
        return {part: plain(getattr(value, part)) for part in ("last", "first", "middle")}
    if isinstance(value, (tuple, list, frozenset)):
        return [plain(one) for one in value]
    return None if value == "" else value


def _parts(record: object, *names: str) -> Json:
    return {name: plain(getattr(record, name)) for name in names}


def _client(client: Client, record: ClientRecord) -> Json:
    address = ("street", "unit", "city", "state", "zip_code", "county")
    event_names = record.names.events
    return {
        **_parts(client, "id", "name", "former_names", "name_as_written", "born_on"),
        **_parts(client, "birth_order", "gender"),
        "address": _parts(client.address, *address),
        **_parts(client, "phone", "email", "mother_first_name", "mother_maiden_name"),
        **_parts(client, "race", "ethnicity", "language", "chart_no", "immtrac2_id"),
        **_parts(client, "contact_opt_out", "guardianship_recorded"),
        "site": record.names.sites.get(client.site_id) if client.site_id else None,
        "disaster_events": [event_names.get(one, one) for one in client.disaster_events],
        "version": client.version,
    }


def _responsible(person: ResponsiblePerson) -> Json:
    return _parts(person, "name", "relation", "phone", "email", "primary", "until")


def _status(record: ClientRecord) -> Json:
    return {
        **_parts(record, "status", "row", "citation", "since", "until"),
        "first_responder": plain(record.fr),
        "disaster_retention": plain(record.dir),
        "died_on": plain(record.died_on),
    }


def _paper(paper: PaperOfRecord, record: ClientRecord) -> Json:
    document = paper.document
    return {
        **_parts(document, "id", "stock_no", "revision", "language", "choice"),
        **_parts(document, "client_name", "born_on", "signer_name", "who", "relation"),
        **_parts(document, "signed_on", "signed_at", "manner", "source", "source_detail"),
        **_parts(document, "received_by", "witness_name", "interpreter_name", "filed_at"),
        "filed_by": record.names.staff.get(document.by),
        **_parts(paper, "holds", "why", "until_on", "in_effect_on"),
        "sha256": plain(document.digest),
        "pdf": _base64(paper.pdf),
    }


def _act(act: Act, record: ClientRecord) -> Json:
    return {
        **_parts(act, "id", "kind", "on", "at"),
        "by": record.names.staff.get(act.by),
        "paper": plain(act.document_id),
        **_parts(act, "scope", "capacity", "row", "reverses"),
        "undone": act.id in record.undone,
        "facts": {name: plain(value) for name, value in sorted(act.facts.items())},
    }


def _file(file: Attachment, content: bytes, record: ClientRecord) -> Json:
    return {
        **_parts(file, "id", "act_id", "what", "media_type", "size", "attached_at"),
        "attached_by": record.names.staff.get(file.by),
        "sha256": file.digest,
        "data": _base64(content),
    }


def _task(task: Task, record: ClientRecord) -> Json:
    names = record.names.staff
    return {
        **_parts(task, "what", "opened_at", "due_on", "closed_at", "note"),
        "opened_by": names.get(task.opened_by),
        "closed_by": names.get(task.closed_by) if task.closed_by else None,
    }


def _dose(told: DoseOfRecord, record: ClientRecord) -> Json:
    dose, names = told.dose, record.names
    known = vaccine(dose.cvx)
    return {
        **_parts(dose, "id", "given_on", "cvx"),
        "vaccine": known.name if known else None,
        **_parts(dose, "trade_name", "manufacturer", "lot", "route", "body_site", "eligibility"),
        "prescriber": names.people.get(dose.prescriber_id) if dose.prescriber_id else None,
        "site": names.sites.get(dose.organization_id) if dose.organization_id else None,
        "event": names.events.get(dose.event_id) if dose.event_id else None,
        **_parts(dose, "responder_asks", "historical", "entered_at", "version"),
        "entered_by": names.staff.get(dose.entered_by),
        "state": told.state.value,
        "steps": [
            {
                **_parts(step, "kind", "on", "at", "method", "registry_user", "reason"),
                "by": names.staff.get(step.by),
            }
            for step in told.steps
        ],
    }


def _item(told: ItemOfRecord) -> Json:
    return {
        "received_on": plain(told.received_on),
        **_parts(told.item, "code", "severity", "vaccine", "given_on"),
        "dose": plain(told.item.dose_id),
        "state": told.state.value,
    }


def _base64(content: bytes) -> str | None:
    return base64.b64encode(content).decode() if content else None
