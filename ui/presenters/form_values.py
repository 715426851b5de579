"""What stands in a small form as it is sent off, by the names of its fields."""

from collections.abc import Iterable, Mapping
from datetime import date

from immtrac_desk.errors import InputError

Value = str | date | bool | bytes | tuple[str, ...] | None
Values = Mapping[str, Value]


def text_of(values: Values, name: str) -> str:
    """What was typed or chosen, tidied."""
    return str(values.get(name) or "").strip()


def day_of(values: Values, name: str = "on") -> date:
    """The day that was typed; the form asked for it before."""
    value = values.get(name)
    assert isinstance(value, date)
    return value


def several_of(values: Values, name: str) -> tuple[str, ...]:
    """What was ticked, in the order it stands."""
    value = values.get(name)
    return value if isinstance(value, tuple) else ()


def bytes_of(values: Values, name: str = "file") -> bytes | None:
    """The file that was chosen, None where none was."""
    value = values.get(name)
    return value if isinstance(value, bytes) else None


def need(values: Values, names: Iterable[str]) -> None:
    """Raise InputError for the first of the fields that is empty; what is wrong with a file, an
    empty one too, the desk says."""
    for name in names:
        value = values.get(name)
        if not value and not isinstance(value, bytes):
            raise InputError("act_form.needed", name)
