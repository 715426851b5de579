"""DT-6.4 and 6.5: representatives of a minor who disagree, and what settled it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId, DocumentId
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.grants import Grant
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.refusals import is_lawful


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """An open disagreement: since when, and the acts and documents that clash."""

    since: date
    acts: tuple[ActId, ...]
    documents: tuple[DocumentId, ...]


def settled(signed: Sequence[Act], counted: Sequence[Act]) -> tuple[Act, ...]:
    """Return `signed` without the acts that the latest settlement set aside (DT-6.5).

    The prevailing signer's acts stay; those of the others who had signed by then do not count,
    later ones neither, until another settlement.
    """
    settlements = [act for act in counted if act.kind is ActKind.CONFLICT_SETTLED]
    if not settlements:
        return tuple(signed)
    last = max(settlements, key=lambda act: (act.on, act.at, act.id))
    prevails = last.facts.get("prevails") or last.document_id
    winners = {act.signer for act in signed if prevails in (act.document_id, act.id)}
    if not winners:
        return tuple(signed)
    losers = {act.signer for act in signed if act.at <= last.at and act.signer} - winners
    return tuple(act for act in signed if act.signer not in losers)


def open_disagreement(
    signed: Sequence[Act], grants: Mapping[ActId, Grant], born_on: date, settings: LawSettings
) -> Disagreement | None:
    """Return the open disagreement of the minor's representatives, None where there is none.

    Each signer stands where the latest act left them. The adult's own act ends it.
    """
    stands: dict[str, tuple[bool, Act]] = {}
    for act in signed:
        if not is_minor(born_on, act.on, settings):
            if _is_adults_act(act, grants, born_on, settings):
                return None
            continue
        agrees = _stance(act, grants, born_on, settings)
        if agrees is not None and not _refuses_own(act, agrees, stands, grants):
            stands[act.signer] = (agrees, act)
    if {agrees for agrees, _ in stands.values()} != {True, False}:
        return None
    clashing = [act for _, act in stands.values()]
    return Disagreement(
        since=max(act.on for act in clashing),
        acts=tuple(act.id for act in clashing),
        documents=tuple(act.document_id for act in clashing if act.document_id),
    )


def _is_adults_act(
    act: Act, grants: Mapping[ActId, Grant], born_on: date, settings: LawSettings
) -> bool:
    if act.kind is ActKind.CONSENT_GRANTED:
        return act.id in grants
    return act.kind is ActKind.CONSENT_WITHDRAWN or is_lawful(act, born_on, settings)


def _stance(
    act: Act, grants: Mapping[ActId, Grant], born_on: date, settings: LawSettings
) -> bool | None:
    """True grants, False refuses or withdraws, None where the act takes no side."""
    if not act.signer:
        return None
    if act.kind is ActKind.CONSENT_GRANTED:
        grant = grants.get(act.id)
        return True if grant and not grant.late else None
    if act.kind is ActKind.CONSENT_DECLINED and not is_lawful(act, born_on, settings):
        return None
    return False


def _refuses_own(
    act: Act,
    agrees: bool,
    stands: Mapping[str, tuple[bool, Act]],
    grants: Mapping[ActId, Grant],
) -> bool:
    """A refusal does not undo the refuser's own consent in effect (DT-5)."""
    if agrees or act.kind is not ActKind.CONSENT_DECLINED or act.signer not in stands:
        return False
    before = grants.get(stands[act.signer][1].id)
    return before is not None and before.in_effect(act.on)
