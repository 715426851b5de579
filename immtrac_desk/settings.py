"""The settings: one table of keys, kinds and defaults; never a secret."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from immtrac_desk.errors import InputError

SettingValue = str | int | bool | tuple[str, ...]
_DIGITS = 9
"""More is no setting, and a very long number cannot even be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting. `oq` is the open question that would confirm it, "" for our own choices."""

    key: str
    kind: str
    default: SettingValue
    choices: tuple[str, ...] = ()
    low: int | None = None
    """Of an int; of each line of a list, which then holds whole numbers."""
    high: int | None = None
    oq: str = ""
    fixed: bool = False
    """Shown with its question, but not changeable in this version."""

    def parse(self, raw: object) -> SettingValue:
        """Return `raw` as this setting's kind, or refuse it beside its key (InputError)."""
        if self.fixed and raw != self.default:
            raise InputError("setting.fixed", self.key)
        return _PARSERS[self.kind](self, raw)


@cache
def table() -> Mapping[str, Setting]:
    """Return every setting by key, in the order of the file."""
    text = (files("immtrac_desk") / "settings.toml").read_text(encoding="utf-8")
    found: dict[str, Setting] = {}
    for room, entries in tomllib.loads(text).items():
        for name, entry in entries.items():
            found[f"{room}.{name}"] = _setting(f"{room}.{name}", entry)
    return found


def known(key: str) -> Setting:
    """Return the setting called `key`, or refuse (InputError `setting.unknown`)."""
    if key not in table():
        raise InputError("setting.unknown", "key")
    return table()[key]


def _setting(key: str, entry: Mapping[str, object]) -> Setting:
    rest = {k: v for k, v in entry.items() if k not in ("default", "choices")}
    default, choices = entry["default"], entry.get("choices", ())
    assert isinstance(choices, list | tuple)
    value = tuple(default) if isinstance(default, list) else default
    return Setting(key=key, default=value, choices=tuple(choices), **rest)  # type: ignore[arg-type]


def _bool(setting: Setting, raw: object) -> SettingValue:
    if not isinstance(raw, bool):
        raise InputError("setting.not_a_yes_or_no", setting.key)
    return raw


def _int(setting: Setting, raw: object) -> SettingValue:
    if isinstance(raw, bool) or not str(raw).strip().isdecimal():
        raise InputError("setting.not_a_number", setting.key)
    if len(str(raw)) > _DIGITS:
        raise InputError("setting.not_a_number", setting.key)
    number = int(str(raw))
    low, high = setting.low or 0, setting.high if setting.high is not None else number
    if not low <= number <= high:
        raise InputError("setting.out_of_range", setting.key, low=low, high=high)
    return number


def _text(setting: Setting, raw: object) -> SettingValue:
    if not isinstance(raw, str) or len(raw) > 500:
        raise InputError("setting.not_text", setting.key)
    return raw.strip()


def _choice(setting: Setting, raw: object) -> SettingValue:
    if raw not in setting.choices:
        raise InputError("setting.not_a_choice", setting.key)
    return str(raw)


def _list(setting: Setting, raw: object) -> SettingValue:
    if not isinstance(raw, list | tuple) or not raw or not all(isinstance(x, str) for x in raw):
        raise InputError("setting.not_a_list", setting.key)
    words = tuple(str(x).strip() for x in raw if str(x).strip())
    if not words:
        raise InputError("setting.not_a_list", setting.key)
    return words if setting.low is None else _numbers(setting, words)


def _numbers(setting: Setting, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return each number once, the greatest first: a ladder is climbed down."""
    numbers = {int(str(_int(setting, word))) for word in words}
    return tuple(str(number) for number in sorted(numbers, reverse=True))


def _date(setting: Setting, raw: object) -> SettingValue:
    text = _text(setting, raw)
    try:
        return date.fromisoformat(str(text)).isoformat() if text else ""
    except ValueError:
        raise InputError("setting.not_a_date", setting.key) from None


_PARSERS = {
    "bool": _bool,
    "int": _int,
    "text": _text,
    "choice": _choice,
    "list": _list,
    "date": _date,
    "folder": _text,
}
