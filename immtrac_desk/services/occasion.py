"""The occasion of an act: who, when, under which settings; and what comes out of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Generic, TypeVar

from immtrac_desk.domain.act import Act, FactValue
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import NewId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.staff import Actor
from immtrac_desk.errors import RefusedError
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.settings import SettingValue

T = TypeVar("T")

GROUNDS = frozenset({"reason", "note", "seen", "source", "outcome", "how"})
"""Facts of an act that say why, or on what evidence: its line in the book repeats them.

What was given to whom, and numbers, stay with the act alone.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Everything an act may know of the world outside the vault.

    `now` is aware UTC; `today` and `clock_time` are the clinic's local day and time.
    `paper_check` makes the keyed check of the QR code; `practice` marks every sheet.
    """

    actor: Actor
    now: datetime
    today: date
    clock_time: time
    new_id: NewId
    practice: bool
    law: LawSettings
    settings: Mapping[str, SettingValue]
    paper_check: Callable[[str], str]
    clock_behind: bool = False
    """The computer's clock stands before the last audit entry (E3)."""

    def need(self, right: str) -> None:
        """Refuse (RefusedError `right.missing`) unless the actor holds `right`."""
        if not may(self.actor.role, right):
            raise RefusedError("right.missing", right=right, role=self.actor.role.value)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an act gives back, what the book says of it, and what screens must read again."""

    value: T
    entries: tuple[AuditEntry, ...] = ()
    changes: Changes = field(default_factory=Changes)


def entry(
    occasion: Occasion,
    act: str,
    *,
    about: Act | None = None,
    client_id: str = "",
    document_id: str = "",
    document_digest: str = "",
    row: str = "",
    loud: bool = False,
    **facts: FactValue,
) -> AuditEntry:
    """Return one unsealed audit entry of this occasion; `about` fills ids and row from an act.

    The line that enters an act repeats the grounds of the act (GROUNDS).
    """
    own = _grounds(about) if about and about.kind.value == act else {}
    return AuditEntry(
        seq=0,
        at=occasion.now,
        actor_id=occasion.actor.id,
        actor=occasion.actor.name,
        act=act,
        client_id=client_id or (about.client_id if about else ""),
        document_id=document_id or (about.document_id or "" if about else ""),
        act_id=about.id if about else "",
        row=row or (about.row if about else ""),
        document_digest=document_digest,
        loud=loud,
        facts={**({"clock_behind": True} if occasion.clock_behind else {}), **own, **facts},
    )


def _grounds(act: Act) -> dict[str, FactValue]:
    return {name: act.facts[name] for name in act.facts if name in GROUNDS}
