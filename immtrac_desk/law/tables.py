"""The decision tables: rows read from tables/*.toml, checked, and chosen by their facts."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from immtrac_desk.errors import DeskError
from immtrac_desk.law.citations import MARKS, citation
from immtrac_desk.law.timeline import Since, Timeline, timeline

Facts = Mapping[str, str | bool]
"""What a function of the law found out about a case, in the words of the `when` column."""

_NEEDED = {"id", "what", "what_es", "mark", "cites"}
_KEYS = _NEEDED | {"since", "setting", "order", "when", "then"}
_FILES = tuple(f"dt{number:02}.toml" for number in range(1, 25))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `when` its conditions (all must hold), `then` its outcome, `order` its turn.

    `what` says the rule in English, `what_es` the same rule in Spanish.
    `setting` names the clinic's setting behind an unconfirmed point, "" where there is none.
    """

    id: str
    what: str
    what_es: str
    mark: str
    citation: str
    setting: str = ""
    since: date = date.min
    order: int = 0
    when: Mapping[str, tuple[str | bool, ...]] = field(default_factory=dict)
    then: Mapping[str, Any] = field(default_factory=dict)

    def holds(self, facts: Facts) -> bool:
        """True if every condition of the row is met by `facts`."""
        return all(facts[key] in allowed for key, allowed in self.when.items())

    def text(self, key: str) -> str:
        """Return a word of the outcome, "" where the row does not give it."""
        return str(self.then.get(key, ""))

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of words of the outcome, empty where the row does not give it."""
        return tuple(self.then.get(key, ()))


def row(row_id: str, on: date) -> Row:
    """Return the row `DT-4.2` as it stands on `on`; DeskError `law.unknown_row` if none."""
    try:
        return _timelines()[row_id].at(on)
    except KeyError:
        raise DeskError("law.unknown_row", row=row_id) from None


def rows(on: date) -> tuple[Row, ...]:
    """Return every row of every table as it stands on `on`, in the order of the files."""
    return tuple(line.at(on) for line in _timelines().values())


def first_row(table: str, facts: Facts, on: date) -> Row:
    """Return the first row of `table` (`DT-1`) that holds; DeskError `law.no_row` if none."""
    for line in _in_turn()[table]:
        candidate = line.at(on)
        if candidate.holds(facts):
            return candidate
    raise DeskError("law.no_row", table=table)


@cache
def _timelines() -> Mapping[str, Timeline[Row]]:
    entries: list[Row] = []
    for name in _FILES:
        source = files("immtrac_desk.law").joinpath("tables", name).read_text("utf-8")
        entries += _read(tomllib.loads(source), name)
    return _lines(entries)


def _lines(entries: Iterable[Row]) -> Mapping[str, Timeline[Row]]:
    """Return the versions of each row by date; a row may be entered before its day."""
    versions: dict[str, list[Since[Row]]] = {}
    for entry in entries:
        versions.setdefault(entry.id, []).append(Since(entry.since, entry, entry.citation))
    return MappingProxyType({key: timeline(found) for key, found in versions.items()})


@cache
def _in_turn() -> Mapping[str, tuple[Timeline[Row], ...]]:
    """The rows that take part in a choice (`order` above 0), table by table, in their turn."""
    turns: dict[str, list[Timeline[Row]]] = {}
    for key, line in _timelines().items():
        if line.values[-1].value.order:
            turns.setdefault(key.split(".")[0], []).append(line)
    return {
        table: tuple(sorted(lines, key=lambda line: line.values[-1].value.order))
        for table, lines in turns.items()
    }


def _read(source: Mapping[str, Any], name: str) -> list[Row]:
    found = [_row(entry, source["table"], source["since"]) for entry in source["row"]]
    turns = [(entry.order, entry.since) for entry in found if entry.order]
    if len(set(turns)) != len(turns):
        raise DeskError("law.order_twice", file=name)
    return found


def _row(entry: Mapping[str, Any], table: str, since: date) -> Row:
    row_id = f"{table}.{entry.get('id', '?')}".rstrip(".")
    if not _NEEDED <= set(entry) <= _KEYS or entry["mark"] not in MARKS or not _said_twice(entry):
        raise DeskError("law.bad_row", row=row_id)
    if entry["mark"] == "unconfirmed" and not entry.get("setting"):
        raise DeskError("law.unconfirmed_without_setting", row=row_id)
    return Row(
        id=row_id,
        what=entry["what"],
        what_es=entry["what_es"],
        mark=entry["mark"],
        citation="; ".join(citation(code).text for code in entry["cites"]),
        setting=entry.get("setting", ""),
        since=entry.get("since", since),
        order=entry.get("order", 0),
        when={key: _allowed(value) for key, value in entry.get("when", {}).items()},
        then=MappingProxyType(entry.get("then", {})),
    )


def _said_twice(entry: Mapping[str, Any]) -> bool:
    """True if the rule is said in both languages: a copy of the English is no translation."""
    english, spanish = str(entry["what"]).strip(), str(entry["what_es"]).strip()
    return bool(english and spanish) and english != spanish


def _allowed(value: str | bool | list[str]) -> tuple[str | bool, ...]:
    return tuple(value) if isinstance(value, list) else (value,)
