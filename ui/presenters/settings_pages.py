"""The pages of the settings, and on which of them each setting stands."""

from typing import NamedTuple


class Group(NamedTuple):
    """`settings.group.<code>` is its heading ("" for none); `keys` in the order shown."""

    code: str
    keys: tuple[str, ...]


PAGES: dict[str, tuple[Group, ...]] = {
    "clinic": (Group("", ("clinic.name", "clinic.registered_provider")),),
    "rules": (
        Group("signing", ("signing.mode", "consent.allow_handwritten", "preflight.severity")),
        Group(
            "signer",
            (
                "signer.minor_exceptions",
                "signer.adult_poa_titles",
                "signer.override_roles",
                "consent.conflict",
            ),
        ),
        Group(
            "ages",
            (
                "consent.minor_retention_age",
                "consent.late_minor",
                "age.feb29",
                "release.pending_adult",
                "attributes.review_at_18",
                "deceased.block_new",
            ),
        ),
        Group(
            "process",
            (
                "law.model",
                "withdrawal.channel",
                "withdrawal.reminder_days",
                "responder.removal_days",
                "report.adult_days",
                "codes.hl7_field",
                "consent.employer_access",
                "retention.auto_delete",
            ),
        ),
        Group(
            "sheets",
            (
                "forms.require_verified_pack",
                "forms.language_fallback",
                "forms.cutoff_on",
                "forms.labels",
                "forms.overlay",
                "print.use_own_form",
                "print.logo",
            ),
        ),
    ),
    "lists": (
        Group("words", ("lists.race", "lists.ethnicity", "lists.gender")),
        Group(
            "today",
            (
                "lists.turning_18_months",
                "lists.red_days",
                "lists.amber_days",
                "lists.last_chance_age",
                "lists.declined_again_months",
                "disaster.campaign_months",
            ),
        ),
    ),
    "agreement": (
        Group(
            "period",
            (
                "agreement.period_months",
                "agreement.reminders",
                "agreement.amber_days",
                "tvfc.window",
            ),
        ),
        Group(
            "asked",
            (
                "agreement.signer_titles",
                "agreement.optional_fields",
                "lists.org_type",
                "lists.manner_of_usage",
                "lists.contact_roles",
                "agreement.attachment",
                "agreement.paper",
            ),
        ),
        Group(
            "accounts",
            (
                "training.annual",
                "accounts.inactive_days",
                "access.correctional",
                "breach.media_above",
            ),
        ),
    ),
    "questions": (),
    "contacts": (
        Group(
            "",
            (
                "contacts.checked_on",
                "contacts.mail",
                "contacts.courier",
                "contacts.phone",
                "contacts.fax",
                "contacts.email",
            ),
        ),
    ),
    "packs": (),
    "staff": (),
    "events": (Group("", ("disaster.keep_years", "disaster.report_days")),),
    "backup": (Group("", ("backup.folder", "backup.keep")),),
    "machine": (Group("", ("lock.idle_minutes",)),),
}


def keys_of(page: str) -> tuple[str, ...]:
    """Every setting of a page, in its order."""
    return tuple(key for group in PAGES[page] for key in group.keys)
