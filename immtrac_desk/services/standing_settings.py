"""The settings in force: what the vault holds over the defaults of the table."""

from collections.abc import Mapping

from immtrac_desk.errors import InputError
from immtrac_desk.law.parameters import LawSettings, law_settings
from immtrac_desk.settings import SettingValue, table
from immtrac_desk.store.unit_of_work import UnitOfWork


def read_settings(uow: UnitOfWork) -> Mapping[str, SettingValue]:
    """Return every setting's value. A stored value this program cannot read falls to default."""
    kept = {key: line.value for key, line in uow.settings.all().items()}
    found: dict[str, SettingValue] = {}
    for key, setting in table().items():
        try:
            found[key] = setting.parse(kept[key]) if key in kept else setting.default
        except InputError:
            found[key] = setting.default
    return found


def law_of(settings: Mapping[str, SettingValue]) -> LawSettings:
    """Return the settings as the law reads them."""
    return law_settings(settings)
