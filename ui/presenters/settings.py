"""Settings as the office manager reads them: what holds, on whose word, and what is open."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.rights import may
from immtrac_desk.settings import SettingValue
from ui.presenters.settings_pages import keys_of
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.pictures import SettingLine


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting in words. `pill` is "" where nothing needs saying about how sure it is."""

    line: "SettingLine"
    name: str
    help: str
    value: str
    pill: str
    tone: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChange:
    """What somebody typed into a setting; `settles` closes its open question."""

    key: str
    value: object
    source: str = ""
    seen_on: date | None = None
    settles: bool = False


class SettingsPresenter:
    """Reads every setting at once; `save` is one act of the desk."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self.may_change = may(desk.actor.role, "change_setting")

    def rows(self, page: str) -> dict[str, SettingRow]:
        """The settings of a page by key, in its order."""
        lines = {line.key: line for line in self._desk.book.settings()}
        return {key: self.row(lines[key]) for key in keys_of(page)}

    def row(self, line: "SettingLine") -> SettingRow:
        pill, tone = self._pill(line)
        return SettingRow(
            line=line,
            name=self._tr.say(f"setting_name.{line.key}"),
            help=self._tr.say(f"setting_help.{line.key}"),
            value=self.value_words(line, line.value),
            pill=pill,
            tone=tone,
            notes=self._notes(line),
        )

    def save(self, change: SettingChange) -> None:
        """Raises InputError beside the setting, its `source` or `seen_on`; RefusedError."""
        self._desk.book.change_setting(
            change.key, change.value, change.source, change.seen_on, change.settles
        )

    def left(self, page: str) -> tuple[str, str]:
        """How many rules of a page are not confirmed, in words, and the tone of saying so."""
        rows = self.rows(page).values()
        if not any(row.line.open_question for row in rows):
            return "", ""
        count = sum(row.line.unconfirmed for row in rows)
        code = {0: "left_0", 1: "left_1"}.get(count, "left_n")
        return self._tr.say(f"settings.{code}", count=count), "warn" if count else "good"

    def value_words(self, line: "SettingLine", value: SettingValue) -> str:
        """A value as people read it."""
        if isinstance(value, bool):
            return self._tr.say("settings.yes" if value else "settings.no")
        if isinstance(value, tuple):
            return ", ".join(self._word(line.key, item) for item in value)
        if isinstance(value, int):
            return self._number(line.key, value)
        if line.kind == "date" and value:
            return self._tr.long_date(date.fromisoformat(value))
        return self._word(line.key, value) if value else self._tr.say("settings.empty")

    def _number(self, key: str, value: int) -> str:
        if value == 0 and self._tr.has(f"setting_none.{key}"):
            return self._tr.say(f"setting_none.{key}")
        code = f"setting_unit.{key}"
        return self._tr.say(code, value=value) if self._tr.has(code) else str(value)

    def _word(self, key: str, item: str) -> str:
        code = f"setting_choice.{key}.{item}"
        return self._tr.say(code) if self._tr.has(code) else item

    def _pill(self, line: "SettingLine") -> tuple[str, str]:
        if line.confirmed_by:
            return self._tr.say("settings.settled"), "good"
        if line.unconfirmed:
            return self._tr.say("settings.unconfirmed"), "warn"
        return "", ""

    def _notes(self, line: "SettingLine") -> tuple[str, ...]:
        """The question while it is open, the word it stands on, and what else must be known."""
        notes = []
        if line.unconfirmed:
            question = self._tr.say(f"open_question.{line.open_question}")
            notes.append(self._tr.say("settings.question", question=question))
        if line.source and line.open_question:
            notes.append(self._stands(line))
        if line.confirmed_by:
            notes.append(self._tr.say("settings.confirmed_by", name=line.confirmed_by))
        if line.value != line.default and line.open_question:
            default = self.value_words(line, line.default)
            notes.append(self._tr.say("settings.default_is", value=default))
        if len(line.choices) == 1:
            notes.append(self._tr.say("settings.one_answer"))
        if line.fixed:
            notes.append(self._tr.say("settings.fixed_note"))
        return tuple(notes)

    def _stands(self, line: "SettingLine") -> str:
        if line.seen_on is None:
            return self._tr.say("settings.stands_undated", source=line.source)
        seen = self._tr.long_date(line.seen_on)
        return self._tr.say("settings.stands", source=line.source, seen_on=seen)
