"""The settings: their safe defaults, their bounds, and what is shown as unconfirmed."""

from dataclasses import fields

import pytest

from immtrac_desk.errors import InputError
from immtrac_desk.law.parameters import (
    LawSettings,
    SettingValue,
    checked,
    default_of,
    law_settings,
    setting_infos,
)


def test_every_field_is_a_setting_and_every_default_is_allowed() -> None:
    assert sorted(info.field for info in setting_infos()) == sorted(
        entry.name for entry in fields(LawSettings)
    )
    for info in setting_infos():
        assert checked(info, default_of(info)) == default_of(info)


def test_nothing_chosen_gives_the_safe_defaults() -> None:
    assert law_settings({}) == LawSettings()
    assert law_settings({"forms.language_fallback": "en"}) == LawSettings()


def test_a_value_changes_its_field_alone() -> None:
    chosen = law_settings({"consent.minor_retention_age": 21, "age.feb29": "feb28"})
    assert chosen == LawSettings(minor_retention_age=21, feb29="feb28")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("age.feb29", "mar2", "setting.choice"),
        ("lists.red_days", "14", "setting.kind"),
        ("lists.red_days", True, "setting.kind"),
        ("lists.red_days", -1, "setting.bounds"),
        ("clinic.registered_provider", 1, "setting.kind"),
        ("consent.minor_retention_age", 18, "setting.bounds"),
    ],
)
def test_a_wrong_value_is_refused_beside_its_name(
    name: str, value: SettingValue, code: str
) -> None:
    with pytest.raises(InputError) as refused:
        law_settings({name: value})
    assert (refused.value.code, refused.value.field) == (code, name)


def test_what_an_open_question_stands_behind_is_shown_as_unconfirmed() -> None:
    asked = {info.name for info in setting_infos() if info.question}
    assert asked == {info.name for info in setting_infos() if info.unconfirmed}
    assert {"age.feb29", "consent.late_minor", "signer.minor_exceptions"} <= asked
