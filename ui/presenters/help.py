"""Help: the table of acts as a page, and what the program says about itself."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple, Protocol

from immtrac_desk import __version__
from immtrac_desk.domain.values import plain_letters
from immtrac_desk.domain.words import Role
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


class Listed(Protocol):
    """What the page needs of an act of the one table."""

    @property
    def id(self) -> str: ...
    @property
    def keys(self) -> str: ...
    @property
    def menu(self) -> str: ...
    @property
    def roles(self) -> frozenset[Role]: ...


class HelpRow(NamedTuple):
    """One act: its words, its key sequence ("" for none), its help line."""

    id: str
    group: str
    label: str
    keys: str
    help: str


class HelpPresenter:
    """Made from the table that feeds menus and keys, so that it cannot go stale."""

    def __init__(self, desk: "Desk", tr: Wording, acts: Iterable[Listed]) -> None:
        self._desk, self._tr, self._acts = desk, tr, tuple(acts)

    def rows(self, text: str = "") -> tuple[HelpRow, ...]:
        """The acts whose words hold what is typed, in the order of the table."""
        wanted = plain_letters(text).split()
        rows = (self._row(act) for act in self._acts)
        return tuple(
            r for r in rows if all(w in plain_letters(f"{r.label} {r.help}") for w in wanted)
        )

    def about(self) -> tuple[str, ...]:
        """Version, law, and whose program this is, one sentence each."""
        count, since = self._desk.book.law_tables()
        return (
            self._tr.say("help.version", version=__version__),
            self._tr.say("help.law", rows=count, since=self._tr.long_date(since)),
            self._tr.say("help.nothing_leaves"),
            self._tr.say("help.not_official"),
        )

    @staticmethod
    def licences() -> tuple[tuple[str, str], ...]:
        """Each part the program is built on, and its licence."""
        text = (files("ui") / "resources" / "licences.toml").read_text(encoding="utf-8")
        return tuple((part, str(licence)) for part, licence in tomllib.loads(text).items())

    def _row(self, act: Listed) -> HelpRow:
        said = [self._tr.say(f"action.{act.id}.help")]
        if self._desk.actor.role not in act.roles:
            said.append(self._tr.say("help.not_yours"))
        if not act.keys:
            said.append(self._tr.say("help.no_key"))
        label = self._tr.say(f"action.{act.id}")
        return HelpRow(act.id, act.menu, label, act.keys, " ".join(said))
