"""The settings: what each kind takes, what it refuses beside its key, and every default stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.errors import InputError
from immtrac_desk.law.parameters import FIELDS, law_settings
from immtrac_desk.settings import Setting, known, table

ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.lists(st.one_of(st.text(max_size=5), st.integers()), max_size=3),
    st.binary(max_size=5),
)


def refused(key: str, value: object) -> str:
    with pytest.raises(InputError) as error:
        known(key).parse(value)
    assert error.value.field == key
    return error.value.code


@pytest.mark.parametrize("key", list(table()))
def test_a_default_is_one_of_the_values_it_may_have(key: str) -> None:
    setting = table()[key]
    assert setting.parse(setting.default) == setting.default
    assert setting.key == key


@pytest.mark.parametrize("key", list(table()))
@given(value=ANYTHING)
def test_any_value_is_read_or_refused_beside_its_key(key: str, value: Any) -> None:
    setting = table()[key]
    kept, field = None, ""
    try:
        kept = setting.parse(value)
    except InputError as error:
        field = error.field
    if field:
        assert field == key
    else:
        assert setting.parse(kept) == kept
        assert type(kept) is type(setting.default)


@pytest.mark.parametrize("key", [k for k, s in table().items() if s.kind == "int" and not s.fixed])
def test_a_number_may_stand_on_its_bounds_and_not_beyond(key: str) -> None:
    setting = table()[key]
    assert setting.low is not None
    assert setting.high is not None
    assert setting.parse(setting.low) == setting.low
    assert setting.parse(str(setting.high)) == setting.high
    assert refused(key, setting.high + 1) == "setting.out_of_range"
    assert refused(key, setting.low - 1) in ("setting.out_of_range", "setting.not_a_number")


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("lock.idle_minutes", "0", "setting.out_of_range"),
        ("lock.idle_minutes", True, "setting.not_a_number"),
        ("lock.idle_minutes", "5.0", "setting.not_a_number"),
        ("lock.idle_minutes", "9" * 5000, "setting.not_a_number"),
        ("clinic.registered_provider", 1, "setting.not_a_yes_or_no"),
        ("clinic.registered_provider", "yes", "setting.not_a_yes_or_no"),
        ("clinic.name", None, "setting.not_text"),
        ("clinic.name", "x" * 501, "setting.not_text"),
        ("age.feb29", "feb30", "setting.not_a_choice"),
        ("lists.gender", [], "setting.not_a_list"),
        ("lists.gender", [" "], "setting.not_a_list"),
        ("lists.gender", "female", "setting.not_a_list"),
        ("lists.gender", [1], "setting.not_a_list"),
        ("forms.cutoff_on", "22 November", "setting.not_a_date"),
        ("retention.auto_delete", True, "setting.fixed"),
        ("print.logo", True, "setting.fixed"),
        ("print.use_own_form", False, "setting.fixed"),
        ("consent.employer_access", True, "setting.fixed"),
        ("withdrawal.channel", "courier", "setting.fixed"),
        ("accounts.inactive_days", 90, "setting.fixed"),
        ("agreement.paper", True, "setting.fixed"),
        ("responder.removal_days", 10, "setting.fixed"),
    ],
)
def test_a_value_of_another_kind_is_refused(key: str, value: object, code: str) -> None:
    assert refused(key, value) == code


@pytest.mark.parametrize("key", ["", "clinic", "clinic.name ", "__class__", "clinic.secret"])
def test_an_unknown_setting_is_refused(key: str) -> None:
    with pytest.raises(InputError) as error:
        known(key)
    assert error.value.code == "setting.unknown"


@pytest.mark.parametrize("key", [k for k, s in table().items() if s.choices])
def test_each_choice_may_be_chosen(key: str) -> None:
    setting = table()[key]
    assert setting.default in setting.choices
    assert [setting.parse(one) for one in setting.choices] == list(setting.choices)
    assert len(set(setting.choices)) == len(setting.choices)


def _extremes(setting: Setting) -> list[Any]:
    if setting.kind == "list":
        return [setting.default]
    if setting.kind == "int":
        return [setting.low, setting.high]
    return [True, False] if setting.kind == "bool" else list(setting.choices)


@pytest.mark.parametrize("key", sorted(key for key in FIELDS if not table()[key].fixed))
def test_the_law_takes_every_value_the_table_allows(key: str) -> None:
    setting = table()[key]
    values = _extremes(setting)
    assert values
    for value in values:
        told = getattr(law_settings({key: setting.parse(value)}), FIELDS[key])
        assert (tuple(map(str, told)) if isinstance(told, tuple) else told) == value


def test_a_list_of_numbers_is_kept_once_each_and_the_greatest_first() -> None:
    setting = table()["agreement.reminders"]
    assert setting.parse(["7", " 90 ", "007", "120"]) == ("120", "90", "7")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("0", "setting.out_of_range"),
        ("366", "setting.out_of_range"),
        ("soon", "setting.not_a_number"),
        ("-7", "setting.not_a_number"),
    ],
)
def test_a_line_of_a_list_of_numbers_that_is_none_is_refused(line: str, code: str) -> None:
    assert refused("agreement.reminders", ["90", line]) == code


def test_no_setting_is_a_secret() -> None:
    for key in table():
        assert not {"pass", "secret", "key", "code"} & set(key.replace(".", "_").split("_"))


_ROOT = Path(__file__).parent.parent
_PAGES = _ROOT / "ui" / "presenters" / "settings_pages.py"
_LAW = _ROOT / "immtrac_desk" / "law" / "parameters.py"
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for house in ("immtrac_desk", "ui", "forms")
    for path in sorted((_ROOT / house).rglob("*.py"))
    if path not in (_PAGES, _LAW)
)
CHANGEABLE = [
    key
    for key, one in table().items()
    if not one.fixed and len(one.choices) != 1 and not key.startswith(("lists.", "contacts."))
]
"""Words of lists and contact lines are read by the family, not one by one."""


@pytest.mark.parametrize("key", CHANGEABLE)
def test_what_may_be_changed_is_read_by_something(key: str) -> None:
    """A switch that turns nothing is no setting: it says "this version does not change it"."""
    field = FIELDS.get(key, "")
    read_as_law = bool(field) and re.search(rf"\.{field}\b", SOURCE) is not None
    assert f'"{key}"' in SOURCE or read_as_law
