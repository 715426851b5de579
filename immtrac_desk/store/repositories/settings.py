"""The settings drawer: what the clinic decided, with its source; and the vault's own marks."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from immtrac_desk.store import translate
from immtrac_desk.store.rows import marks, settings


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSetting:
    """A setting that differs from its default, or that somebody confirmed.

    `value` is any JSON value; `confirmed_by` names who confirmed it, `""` for nobody yet.
    """

    key: str
    value: Any
    source: str = ""
    seen_on: date | None = None
    confirmed_by: str = ""


class Settings:
    """Settings by key; a key without a row has its default."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, setting: StoredSetting) -> None:
        """Keep a setting in place of the one before."""
        self.remove(setting.key)
        self._connection.execute(settings.insert().values(translate.values_of(setting)))

    def get(self, key: str) -> StoredSetting | None:
        """The setting, None where the default holds."""
        row = self._connection.execute(settings.select().where(settings.c.key == key)).first()
        return translate.record_of(StoredSetting, row) if row else None

    def all(self) -> dict[str, StoredSetting]:
        """Every stored setting by its key."""
        rows = self._connection.execute(settings.select().order_by(settings.c.key))
        return {row.key: translate.record_of(StoredSetting, row) for row in rows}

    def remove(self, key: str) -> None:
        """Let the default hold again."""
        self._connection.execute(settings.delete().where(settings.c.key == key))


class Marks:
    """What the vault is: `practice`, `program`, `vault_id` and the like."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> Any:
        """A mark's JSON value, None where it was never made."""
        return self._connection.scalar(sa.select(marks.c.value).where(marks.c.key == key))

    def put(self, key: str, value: Any) -> None:
        """Make a mark, in place of the one before."""
        self._connection.execute(marks.delete().where(marks.c.key == key))
        self._connection.execute(marks.insert().values(key=key, value=value))
