"""Change a setting, with the source it was read in and who confirmed it."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.values import clean, clean_as_written
from immtrac_desk.errors import InputError
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.settings import Setting, SettingValue, known
from immtrac_desk.store.repositories.settings import StoredSetting
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSetting:
    """`confirmed` says that the source settles the open question behind the setting."""

    key: str
    value: object
    source: str = ""
    seen_on: date | None = None
    confirmed: bool = False


def change_setting(
    command: ChangeSetting, uow: UnitOfWork, occasion: Occasion
) -> Outcome[SettingValue]:
    """Return the value as kept. Raises InputError beside the setting or its source."""
    setting = known(command.key)
    value = _tidy(setting, setting.parse(command.value))
    source = clean(command.source, "source")
    if command.confirmed and not source:
        raise InputError("setting.source_missing", "source")
    if command.seen_on is not None and command.seen_on > occasion.today:
        raise InputError("date.future", "seen_on")
    uow.settings.put(
        StoredSetting(
            key=command.key,
            value=list(value) if isinstance(value, tuple) else value,
            source=source,
            seen_on=command.seen_on,
            confirmed_by=occasion.actor.name if command.confirmed else "",
        )
    )
    shown = ", ".join(value) if isinstance(value, tuple) else value
    line = entry(occasion, "setting_changed", setting=command.key, value=shown)
    return Outcome(value, (line,), Changes(settings=True))


def _tidy(setting: Setting, value: SettingValue) -> SettingValue:
    """Clean what was typed; a folder may be called anything that is no control character."""
    if setting.kind == "folder":
        clean_as_written(str(value), setting.key)
        return value
    if isinstance(value, tuple):
        return tuple(clean(part, setting.key) for part in value)
    return clean(value, setting.key, limit=500) if isinstance(value, str) else value
