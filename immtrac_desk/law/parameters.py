"""Parameters: the numbers of the law by date, and the settings the office manager may change."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from immtrac_desk.errors import InputError
from immtrac_desk.law.timeline import Since, timeline

ADULT_AGE = timeline((Since(date(2015, 9, 1), 18, "minor-consent"),))
"""The age from which a person signs alone (H&SC 161.007(a-1),(a-2))."""

SettingValue = str | int | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LawSettings:
    """What the office manager may change, with the safe defaults of the open questions.

    Days, months and years as their names say; `feb29` is `mar1` or `feb28`, `late_minor` is
    `too_late` or `accept`, `minor_exceptions` is `refer` or `block`.
    """

    registered_provider: bool = True
    feb29: str = "mar1"
    late_minor: str = "too_late"
    minor_retention_age: int = 26
    minor_exceptions: str = "refer"
    release_pending_adult: str = "adult_form_first"
    deceased_block_new: bool = True
    review_at_18: bool = True
    turning_18_months: int = 3
    last_chance_age: int = 25
    declined_again_months: int = 12
    amber_days: int = 30
    red_days: int = 14
    dir_campaign_months: int = 12
    disaster_keep_years: int = 5
    signing_mode: str = "both"
    withdrawal_reminder_days: int = 0
    """0 is empty: no reminder, since no number of days was found (OQ-14)."""
    responder_removal_days: int = 0
    """0 is empty: not shown (OQ-15)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingInfo:
    """How a setting is shown: its name in the open questions, its field, bounds or choices."""

    name: str
    field: str
    question: str
    """`OQ-11`, or "" for a house setting."""
    mark: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    @property
    def unconfirmed(self) -> bool:
        """True if the office manager is shown the note 'unconfirmed'."""
        return self.mark == "unconfirmed"


@cache
def setting_infos() -> tuple[SettingInfo, ...]:
    """Return how each LawSettings field is named, bounded and marked (parameters.toml)."""
    source = files("immtrac_desk.law").joinpath("parameters.toml").read_text("utf-8")
    return tuple(
        SettingInfo(name=name, **{**entry, "choices": tuple(entry.get("choices", ()))})
        for name, entry in tomllib.loads(source).items()
    )


def law_settings(values: Mapping[str, SettingValue]) -> LawSettings:
    """Return the settings from `values` by dotted name; names of other rooms are left alone.

    InputError `setting.kind`, `setting.choice` or `setting.bounds` beside the setting's name.
    """
    infos = {info.name: info for info in setting_infos()}
    chosen = {
        infos[name].field: checked(infos[name], value)
        for name, value in values.items()
        if name in infos
    }
    return LawSettings(**chosen)  # type: ignore[arg-type]  # `checked` has matched the kinds


def checked(info: SettingInfo, value: SettingValue) -> SettingValue:
    """Return `value` if the setting may have it, else raise InputError beside its name."""
    kind = type(default_of(info))
    if type(value) is not kind:
        raise InputError("setting.kind", info.name, kind=kind.__name__)
    if info.choices and value not in info.choices:
        raise InputError("setting.choice", info.name)
    if kind is int and not info.least <= int(value) <= info.most:
        raise InputError("setting.bounds", info.name, least=info.least, most=info.most)
    return value


def default_of(info: SettingInfo) -> SettingValue:
    """Return the safe default of a setting."""
    value: SettingValue = getattr(LawSettings(), info.field)
    return value
