"""The tables: what the encrypted file holds, and which drawers only take in."""

from immtrac_desk.store.rows.agreements import (
    agreement_files,
    agreement_papers,
    agreements,
    application_steps,
    applications,
    question_sets,
)
from immtrac_desk.store.rows.answers import answer_items, answer_steps, answers
from immtrac_desk.store.rows.base import APPEND_ONLY, create_all, metadata
from immtrac_desk.store.rows.book import audit, marks, merges, settings, tasks
from immtrac_desk.store.rows.doses import dose_steps, dose_versions, doses
from immtrac_desk.store.rows.papers import (
    acts,
    attachments,
    documents,
    drafts,
    form_packs,
    kept_forms,
    letter_runs,
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
from immtrac_desk.store.rows.registry_reports import catalogue_entries, tips_readings
from immtrac_desk.store.rows.sites import (
    duties_confirmed,
    office_tasks,
    organization_versions,
    organizations,
    roles_held,
    site_people,
    trainings,
)

__all__ = [
    "APPEND_ONLY",
    "acts",
    "agreement_files",
    "agreement_papers",
    "agreements",
    "answer_items",
    "answer_steps",
    "answers",
    "application_steps",
    "applications",
    "attachments",
    "audit",
    "catalogue_entries",
    "client_names",
    "client_versions",
    "clients",
    "create_all",
    "disaster_events",
    "documents",
    "dose_steps",
    "dose_versions",
    "doses",
    "drafts",
    "duties_confirmed",
    "form_packs",
    "kept_forms",
    "letter_runs",
    "marks",
    "merges",
    "metadata",
    "name_del",
    "office_tasks",
    "organization_versions",
    "organizations",
    "prints",
    "question_sets",
    "responsible_people",
    "roles_held",
    "settings",
    "signatures",
    "site_people",
    "staff",
    "tasks",
    "tips_readings",
    "trainings",
]
