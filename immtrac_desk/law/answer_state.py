"""The state of an item of an answer (DT-24): open, hidden, mended by an act, or closed by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from immtrac_desk.domain.answer import AnswerItem, AnswerStep, AnswerStepKind, ItemState
from immtrac_desk.domain.ids import ClientId, DoseId, OrganizationId
from immtrac_desk.law.response_codes import ResponseCode

BY_HAND = "hand"
EMAIL_DSHS = "email_dshs"
AGREEMENT_CHANGE = "agreement_change"
_PREFIXES = ("CLR-", "IMR-")
_SAID_AGAIN = (AnswerStepKind.SEEN_AGAIN, AnswerStepKind.REOPENED)
_CLOSING = (AnswerStepKind.CLOSED, AnswerStepKind.REOPENED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """Something done that may close an item, and when it was entered.

    `kind` is a word of `mends` in response_codes.toml: `consent`, `affirmation`, `consent_date`,
    `client`, `responsible`, `dose` or `agreement_change`. `fields` are what changed, for a
    correction of a client or a dose.
    """

    kind: str
    at: datetime
    client_id: ClientId | None = None
    dose_id: DoseId | None = None
    organization_id: OrganizationId | None = None
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemVerdict:
    """`by` is what closed it: a kind of Mending, `email_dshs`, `hand`, or "" while it is open.

    `said_at` is when the registry last said it; `again` how often it did so after the first time.
    """

    state: ItemState
    client_id: ClientId | None
    dose_id: DoseId | None
    said_at: datetime
    by: str = ""
    at: datetime | None = None
    again: int = 0
    note: str = ""
    """What was written down by whoever closed it by hand."""


def item_state(
    item: AnswerItem,
    answer_at: datetime,
    code: ResponseCode,
    steps: Sequence[AnswerStep],
    mendings: Sequence[Mending],
) -> ItemVerdict:
    """Return where an item stands.

    `steps` as entered; `mendings` those of its client and its site, undone acts left out, so that
    an undo opens it again. The act must come after the answer, and after whatever said the same
    again or opened the item again by hand.
    """
    client_id, dose_id = whose(item, steps)
    said_at = max((answer_at, *(s.at for s in steps if s.kind is AnswerStepKind.SEEN_AGAIN)))
    since = max((answer_at, *(s.at for s in steps if s.kind in _SAID_AGAIN)))
    state, by, at = _closed(code, steps) or _mended(code, dose_id, mendings, since)
    return ItemVerdict(
        state=state,
        client_id=client_id,
        dose_id=dose_id,
        said_at=said_at,
        by=by,
        at=at,
        again=sum(step.kind is AnswerStepKind.SEEN_AGAIN for step in steps),
        note=_note(by, steps),
    )


def whose(item: AnswerItem, steps: Sequence[AnswerStep]) -> tuple[ClientId | None, DoseId | None]:
    """Return client and dose of an item: as somebody last said, else as its number was read."""
    said = [step for step in steps if step.kind is AnswerStepKind.MATCHED]
    return (said[-1].client_id, said[-1].dose_id) if said else (item.client_id, item.dose_id)


def rejects(code: ResponseCode, severity: str) -> bool:
    """True if nothing of what the item is about was taken: CLR or IMR, and more than a warning.

    The severity is the error segment's; where an answer does not say any, the code counts as an
    error. A duplicate (DT-24.4) is at the registry already and rejects nothing.
    """
    error = severity in ("", "error")
    return error and not code.hidden and code.code.startswith(_PREFIXES)


def _note(by: str, steps: Sequence[AnswerStep]) -> str:
    closing = (s.note for s in reversed(steps) if s.kind is AnswerStepKind.CLOSED)
    return next(closing, "") if by in (BY_HAND, EMAIL_DSHS) else ""


def _closed(
    code: ResponseCode, steps: Sequence[AnswerStep]
) -> tuple[ItemState, str, datetime] | None:
    by_hand = [step for step in steps if step.kind in _CLOSING]
    if not by_hand or by_hand[-1].kind is AnswerStepKind.REOPENED:
        return None
    if code.mends == EMAIL_DSHS:
        return ItemState.MENDED, EMAIL_DSHS, by_hand[-1].at
    return ItemState.CLOSED, BY_HAND, by_hand[-1].at


def _mended(
    code: ResponseCode, dose_id: DoseId | None, mendings: Sequence[Mending], since: datetime
) -> tuple[ItemState, str, datetime | None]:
    fitting = [one for one in mendings if one.at > since and _fits(one, code, dose_id)]
    if fitting:
        first = min(fitting, key=lambda one: one.at)
        return ItemState.MENDED, first.kind, first.at
    return (ItemState.HIDDEN if code.hidden else ItemState.OPEN), "", None


def _fits(mending: Mending, code: ResponseCode, dose_id: DoseId | None) -> bool:
    if mending.dose_id is not None and mending.dose_id != dose_id:
        return False
    changed = bool(mending.fields & code.fields)
    asked = mending.kind == code.mends
    return changed or (asked and not (mending.fields and code.fields))
