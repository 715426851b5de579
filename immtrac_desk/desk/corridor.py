"""The corridor that every act walks through: right, transaction, audit, commit, head, bell."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TypeVar

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import NewId, new_id
from immtrac_desk.domain.staff import Actor
from immtrac_desk.errors import RefusedError, VaultError
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.standing_settings import law_of, read_settings
from immtrac_desk.settings import SettingValue
from immtrac_desk.store.unit_of_work import Filing, UnitOfWork

C = TypeVar("C")
T = TypeVar("T")
Clock = Callable[[], datetime]
Act = Callable[[C, UnitOfWork, Occasion], Outcome[T]]
Hear = Callable[[Changes], None]


@dataclass(slots=True)
class Corridor:
    """What every room of the counter shares. Rooms hold no state of their own beside it."""

    filing: Filing
    actor: Actor
    clock: Clock
    practice: bool
    paper_check: Callable[[str], str]
    seal_head: Callable[[int, str], None]
    make_id: NewId = new_id
    keepers: list[Hear] = field(default_factory=list)
    """The counter's own listeners, told first: kept lists."""
    hearers: list[Hear] = field(default_factory=list)
    """Whoever listens from outside: screens."""
    closed: bool = False
    """Set as the desk closes: late work must neither read nor write behind the lock."""
    _settings: Mapping[str, SettingValue] | None = None

    def perform(self, right: str, act: Act[C, T], command: C) -> T:
        """Do one act in one transaction and return its value; nothing is left half done.

        Raises RefusedError `right.missing` (which is itself logged) and whatever the act raises;
        VaultError `vault.closed` after the desk was closed.
        """
        self._refuse_closed()
        with self.filing.writing() as uow:
            occasion = self.occasion(uow)
            self._ask(right, uow, occasion)
            outcome = act(command, uow, occasion)
            last = self._log(outcome.entries, uow)
            uow.commit()
        self._after(last, outcome.changes)
        return outcome.value

    def need(self, right: str) -> None:
        """Ask for a right before work outside a transaction; a refusal is logged as any other."""
        with self.filing.writing() as uow:
            self._ask(right, uow, self.occasion(uow))

    def note_opening(self, *, by_recovery: bool, failures: int) -> None:
        """Log who opened the vault, how, and how many tries failed before."""
        self.perform("look", _opened, (by_recovery, failures))

    def note_loud(self, act: str) -> None:
        """Log what every supervisor must see: `vault_restored`, `slots_behind`."""
        self.perform("look", _loud, act)

    def read(self, look: Callable[[UnitOfWork], T]) -> T:
        """Answer a question that changes nothing; VaultError `vault.closed` after closing."""
        self._refuse_closed()
        with self.filing.reading() as uow:
            return look(uow)

    def occasion(self, uow: UnitOfWork) -> Occasion:
        """Who, when and under which settings, as of this moment."""
        local = self.clock()
        now = local.astimezone(UTC)
        last = uow.audit.last()
        settings = self.settings(uow)
        return Occasion(
            actor=self.actor,
            now=now,
            today=local.date(),
            clock_time=local.time().replace(microsecond=0, tzinfo=None),
            new_id=self.make_id,
            practice=self.practice,
            law=law_of(settings),
            settings=settings,
            paper_check=self.paper_check,
            clock_behind=last is not None and now < last.at,
        )

    def settings(self, uow: UnitOfWork | None = None) -> Mapping[str, SettingValue]:
        """The settings in force, read once and again after a change of settings."""
        if self._settings is None:
            self._settings = read_settings(uow) if uow else self.read(read_settings)
        return self._settings

    def law(self) -> LawSettings:
        return law_of(self.settings())

    def today(self) -> date:
        return self.clock().date()

    def _refuse_closed(self) -> None:
        if self.closed:
            raise VaultError("vault.closed")

    def _ask(self, right: str, uow: UnitOfWork, occasion: Occasion) -> None:
        try:
            occasion.need(right)
        except RefusedError:
            refused = entry(occasion, "right_refused", right=right)
            last = self._log((refused,), uow)
            uow.commit()
            self._after(last, Changes())
            raise

    @staticmethod
    def _log(entries: tuple[AuditEntry, ...], uow: UnitOfWork) -> AuditEntry | None:
        last = None
        for line in entries:
            last = uow.audit.append(line)
        return last

    def _after(self, last: AuditEntry | None, changes: Changes) -> None:
        if last is not None:
            # The act is durable already: a head that could not be sealed is sealed with the next.
            with contextlib.suppress(OSError, VaultError):
                self.seal_head(last.seq, last.digest)
        if changes.settings:
            self._settings = None
        for hear in (*self.keepers, *self.hearers):
            hear(changes)


def _opened(how: tuple[bool, int], uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    by_recovery, failures = how
    line = entry(occasion, "vault_opened", by_recovery=by_recovery, failures=failures)
    return Outcome(None, (line,))


def _loud(act: str, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    return Outcome(None, (entry(occasion, act, loud=True),))
