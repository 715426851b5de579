"""The editor of one setting: the widget that fits its kind, and the value in it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.settings import SettingValue
from ui.widgets.checks import Checks
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.framed import Framed
from ui.widgets.path_field import PathField
from ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from immtrac_desk.desk.pictures import SettingLine

_LONG = 60
_YES_NO = (Option("yes", "settings.yes"), Option("no", "settings.no"))
Read = Callable[[], object]
Made = tuple[list[Framed], Read]


def editor_for(line: "SettingLine", parse: Callable[[str], date]) -> Made:
    """The widgets that edit a setting, the one that refusals stand beside first; and its value."""
    return _MAKERS[line.kind](line, parse)


def _yes_no(line: "SettingLine", _: object) -> Made:
    choice = Choice(_name(line), _YES_NO, name=line.key)
    choice.set_value("yes" if line.value else "no")
    return [choice], lambda: choice.value() == "yes"


def _choice(line: "SettingLine", _: object) -> Made:
    options = [Option(c, f"setting_choice.{line.key}.{c}") for c in line.choices]
    choice = Choice(_name(line), options, name=line.key)
    choice.set_value(str(line.value))
    return [choice], choice.value


def _number(line: "SettingLine", _: object) -> Made:
    field = Field(_name(line), name=line.key, letters=6)
    field.set_value(str(line.value))
    return [field], field.text


def _text(line: "SettingLine", _: object) -> Made:
    if len(str(line.default)) > _LONG:
        area = TextArea(_name(line), name=line.key, lines=2)
        area.set_text(str(line.value))
        return [area], area.text
    field = Field(_name(line), name=line.key)
    field.set_value(str(line.value))
    return [field], field.text


def _folder(line: "SettingLine", _: object) -> Made:
    field = PathField(_name(line), name=line.key)
    field.set_value(str(line.value))
    return [field], field.text


def _date(line: "SettingLine", parse: Callable[[str], date]) -> Made:
    field = DateField(_name(line), parse, name=line.key)
    field.set_day(date.fromisoformat(str(line.value)) if line.value else None)

    def read() -> str:
        day = field.day()
        return day.isoformat() if day else field.text()

    return [field], read


def _list(line: "SettingLine", _: object) -> Made:
    """The known words as boxes, any others one on each line."""
    known, value = _words(line.default), _words(line.value)
    options = [Option(word, f"setting_choice.{line.key}.{word}") for word in known]
    boxes = Checks(_name(line), options, name=line.key)
    boxes.set_values(value)
    others = TextArea("settings.others", name=f"{line.key}.others", lines=2)
    others.set_text("\n".join(word for word in value if word not in known))
    return [boxes, others], lambda: (*boxes.values(), *others.text().splitlines())


def _words(value: SettingValue) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _name(line: "SettingLine") -> str:
    return f"setting_name.{line.key}"


_MAKERS: dict[str, Callable[["SettingLine", Callable[[str], date]], Made]] = {
    "bool": _yes_no,
    "choice": _choice,
    "int": _number,
    "text": _text,
    "folder": _folder,
    "date": _date,
    "list": _list,
}
