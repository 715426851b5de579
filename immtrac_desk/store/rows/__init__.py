"""The tables: what the encrypted file holds, and which drawers only take in."""

from immtrac_desk.store.rows.base import APPEND_ONLY, create_all, metadata
from immtrac_desk.store.rows.book import audit, marks, merges, settings, tasks
from immtrac_desk.store.rows.papers import (
    acts,
    attachments,
    documents,
    drafts,
    form_packs,
    kept_forms,
    prints,
    signatures,
)
from immtrac_desk.store.rows.people import (
    client_names,
    client_versions,
    clients,
    disaster_events,
    name_del,
    responsible_people,
    staff,
)

__all__ = [
    "APPEND_ONLY",
    "acts",
    "attachments",
    "audit",
    "client_names",
    "client_versions",
    "clients",
    "create_all",
    "disaster_events",
    "documents",
    "drafts",
    "form_packs",
    "kept_forms",
    "marks",
    "merges",
    "metadata",
    "name_del",
    "prints",
    "responsible_people",
    "settings",
    "signatures",
    "staff",
    "tasks",
]
