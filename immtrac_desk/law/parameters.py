"""Parameters: the numbers of the law by date, and the settings the office manager may change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from immtrac_desk.errors import InputError
from immtrac_desk.law.timeline import Since, timeline

ADULT_AGE = timeline((Since(date(2015, 9, 1), 18, "minor-consent"),))
"""The age from which a person signs alone (H&SC 161.007(a-1),(a-2))."""

RETENTION_AGE = timeline((Since(date(2015, 9, 1), 26, "minor-consent"),))
"""The birthday up to which a minor's consent keeps the record (H&SC 161.007(a-1))."""

SettingValue = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawSettings:
    """What the office manager may change, with the safe defaults of the open questions.

    Days, months and years as their names say. Each is marked with its open question; those
    without one are house rules, or asked at the first run.
    """

    registered_provider: bool = True
    """A registered provider affirms and does not fax (DT-8)."""
    feb29: str = "mar1"
    """`mar1` or `feb28` (OQ-23)."""
    late_minor: str = "too_late"
    """`too_late` or `accept`: signed before D, in effect only after (OQ-11)."""
    minor_retention_age: int = 26
    """What the clinic was told instead of the law's age, if it differs from the default (OQ-13)."""
    minor_exceptions: str = "refer"
    """`refer` or `block` (OQ-17)."""
    release_pending_adult: str = "adult_form_first"
    """`adult_form_first` or `release_at_once` (OQ-28)."""
    deceased_block_new: bool = True
    """OQ-22."""
    review_at_18: bool = True
    """OQ-21."""
    preflight_severity: str = "warn"
    """`warn` or `error`: how an empty field of the form counts (OQ-5)."""
    turning_18_months: int = 3
    """OQ-12."""
    last_chance_age: int = 25
    declined_again_months: int = 12
    amber_days: int = 30
    red_days: int = 14
    dir_campaign_months: int = 12
    disaster_keep_years: int = 5
    signing_mode: str = "both"
    """`both` or `paper_only` (OQ-29)."""
    withdrawal_reminder_days: int = 0
    """0 is empty: no reminder, since no number of days was found (OQ-14)."""
    responder_removal_days: int = 0
    """0 is empty: not shown (OQ-15)."""
    agreement_period_months: int = 24
    """OQ-35."""
    agreement_reminders: tuple[int, ...] = (120, 90, 60, 30, 14, 7, 1)
    """Days before the due date, the greatest first (OQ-35)."""
    application_amber_days: int = 30
    signer_titles: tuple[str, ...] = ("MD", "DO", "NP", "APN", "PA", "CNM", "RPh")
    """Of a medical signer (OQ-38)."""
    optional_fields: tuple[str, ...] = (
        *("npi", "tin", "other_address", "ehr_vendor"),
        *("exchange_method", "ownership", "hours", "fax"),
    )
    """Questions that may stay empty; one taken off the list needs an answer (OQ-39)."""
    contact_roles: tuple[str, ...] = ("primary_contact", "exchange_contact")
    """Contacts that an application asks for as roles of their own (OQ-40)."""
    training_annual: bool = False
    """OQ-44."""
    correctional: str = "deny"
    """`deny` or `as_vaccinator_or_custodian` (OQ-43)."""
    breach_media_above: int = 500
    """Residents of one state (DT-18.5): a bound without an open question of its own."""
    report_adult_days: int = 30
    """Days to report a consenting adult's dose; no clock of the law was found (OQ-46)."""


FIELDS: Mapping[str, str] = {
    "clinic.registered_provider": "registered_provider",
    "age.feb29": "feb29",
    "consent.late_minor": "late_minor",
    "consent.minor_retention_age": "minor_retention_age",
    "signer.minor_exceptions": "minor_exceptions",
    "release.pending_adult": "release_pending_adult",
    "deceased.block_new": "deceased_block_new",
    "attributes.review_at_18": "review_at_18",
    "preflight.severity": "preflight_severity",
    "lists.turning_18_months": "turning_18_months",
    "lists.last_chance_age": "last_chance_age",
    "lists.declined_again_months": "declined_again_months",
    "lists.amber_days": "amber_days",
    "lists.red_days": "red_days",
    "disaster.campaign_months": "dir_campaign_months",
    "disaster.keep_years": "disaster_keep_years",
    "signing.mode": "signing_mode",
    "withdrawal.reminder_days": "withdrawal_reminder_days",
    "responder.removal_days": "responder_removal_days",
    "agreement.period_months": "agreement_period_months",
    "agreement.reminders": "agreement_reminders",
    "agreement.amber_days": "application_amber_days",
    "agreement.signer_titles": "signer_titles",
    "agreement.optional_fields": "optional_fields",
    "lists.contact_roles": "contact_roles",
    "training.annual": "training_annual",
    "access.correctional": "correctional",
    "breach.media_above": "breach_media_above",
    "report.adult_days": "report_adult_days",
}
"""The name of each setting in the clinic's table, and its field here."""


def law_settings(values: Mapping[str, SettingValue]) -> LawSettings:
    """Return the settings from `values` by name; names of other rooms are left alone.

    What a value may be is the clinic's table's to say; here only its kind is asked. InputError
    `setting.kind` beside the setting's name.
    """
    chosen: dict[str, object] = {}
    for name, field in FIELDS.items():
        if name not in values:
            continue
        kind = type(getattr(_DEFAULTS, field))
        if type(values[name]) is not kind:
            raise InputError("setting.kind", name, kind=kind.__name__)
        chosen[field] = _days(values[name]) if field in _LADDERS else values[name]
    return LawSettings(**chosen)  # type: ignore[arg-type]  # the kinds were just matched


def _days(words: object) -> tuple[int, ...]:
    """Return a list of numbers, which the clinic's table keeps as text, the greatest first."""
    assert isinstance(words, tuple)
    return tuple(sorted({int(word) for word in words}, reverse=True))


_LADDERS = frozenset({"agreement_reminders"})


_DEFAULTS = LawSettings()
