"""What a small form needs before the desk is asked."""

from __future__ import annotations

import pytest

from immtrac_desk.errors import InputError
from ui.presenters.form_values import Value, need


@pytest.mark.parametrize("value", [None, ""])
def test_an_empty_field_is_needed(value: Value) -> None:
    with pytest.raises(InputError) as refused:
        need({"file": value}, ("file",))
    assert (refused.value.code, refused.value.field) == ("act_form.needed", "file")


def test_an_empty_file_was_chosen_and_the_desk_says_that_it_is_empty() -> None:
    values: dict[str, Value] = {"file": b""}
    need(values, ("file",))
    assert values["file"] == b""
