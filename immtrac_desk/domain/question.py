"""Questions of the agreement application: data, editable, unconfirmed (OQ-37, OQ-39)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from immtrac_desk.domain.ids import QuestionSetId, StaffId

STEPS = ("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8")
"""The portal's steps; only their titles are confirmed (01/2021)."""


class QuestionKind(Enum):
    """How a question is answered."""

    TEXT = "text"
    CHOICE = "choice"
    """One word of `options`, or of the setting `options_from`."""
    YES_NO = "yes_no"
    WORDS = "words"
    """Several words of `options`, of the setting `options_from`, or of the counties."""
    DAY = "day"
    SITE = "site"
    """Another organization of this vault: the parent."""
    PEOPLE = "people"
    """Not typed: everybody who holds one of `roles`."""
    TOLD = "told"
    """Nothing is asked: a text to be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opens:
    """The question is asked only where another one was answered with one of `values`.

    A yes is `yes`, a no is `no`; `*` stands for any answer.
    """

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `id` is the Organization's field where it has one."""

    id: str
    step: str
    kind: QuestionKind
    required_for: tuple[str, ...] = ()
    """Kinds of application (`registration`, `renewal`, `change`) that need an answer."""
    opens: tuple[Opens, ...] = ()
    """All must hold."""
    options: tuple[str, ...] = ()
    options_from: str = ""
    """A list setting, or `counties`."""
    roles: tuple[str, ...] = ()
    check: str = ""
    """DT-15: `npi`, `tin`, `tx_iis_id`, `zip`, `phone`, `email`, `again:<question>`, or ""."""
    limit: int = 300
    asked: bool = True
    label: str = ""
    """The clinic's own words for a question of its own; "" for one of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """All questions as they stood from `made_at` on; made by None: the built-in set."""

    id: QuestionSetId
    made_at: datetime
    made_by: StaffId | None = None
    questions: tuple[Question, ...] = field(default_factory=tuple)
