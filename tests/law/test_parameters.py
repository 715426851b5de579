"""The settings of the law: safe defaults, and one meaning with the clinic's own table."""

from dataclasses import fields
from datetime import date

import pytest

from immtrac_desk.errors import InputError
from immtrac_desk.law.parameters import FIELDS, LawSettings, SettingValue, law_settings
from immtrac_desk.law.tables import rows
from immtrac_desk.settings import table

ASKED_AT_FIRST_RUN = "clinic.registered_provider"
NO_QUESTION = "breach.media_above"
"""Unconfirmed in its table, and no open question asks it: the row's own mark says so."""


def test_every_field_has_one_name() -> None:
    assert sorted(FIELDS.values()) == sorted(entry.name for entry in fields(LawSettings))


@pytest.mark.parametrize("name", sorted(set(FIELDS) - {ASKED_AT_FIRST_RUN}))
def test_the_clinics_table_has_the_same_default(name: str) -> None:
    told = law_settings({name: table()[name].default})
    assert getattr(told, FIELDS[name]) == getattr(LawSettings(), FIELDS[name])


def test_every_unconfirmed_point_is_a_setting_with_its_open_question() -> None:
    named = {one.setting for one in rows(date.max) if one.setting}
    assert named <= set(table())
    assert {name for name in named if not table()[name].oq} == {NO_QUESTION}
    assert [one.id for one in rows(date.max) if one.mark == "unconfirmed" and not one.setting] == []


def test_nothing_chosen_gives_the_safe_defaults() -> None:
    assert law_settings({}) == LawSettings()
    assert law_settings({"forms.language_fallback": "en"}) == LawSettings()


def test_a_value_changes_its_field_alone() -> None:
    chosen = law_settings({"consent.minor_retention_age": 21, "age.feb29": "feb28"})
    assert chosen == LawSettings(minor_retention_age=21, feb29="feb28")


def test_a_ladder_is_read_as_numbers_the_greatest_first() -> None:
    told = law_settings({"agreement.reminders": ("7", "90", "30", "7")})
    assert told.agreement_reminders == (90, 30, 7)


@pytest.mark.parametrize(
    ("name", "value"),
    [("lists.red_days", "14"), ("lists.red_days", True), ("clinic.registered_provider", 1)],
)
def test_a_value_of_the_wrong_kind_is_refused_beside_its_name(
    name: str, value: SettingValue
) -> None:
    with pytest.raises(InputError) as refused:
        law_settings({name: value})
    assert (refused.value.code, refused.value.field) == ("setting.kind", name)
