"""What a signed form amounts to: the act, and its parts, that recording it enters (DT-1, DT-5)."""

from dataclasses import dataclass, replace

from immtrac_desk.domain.act import Act, ActKind, FactValue
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.draft import Override
from immtrac_desk.domain.ids import ActId, DocumentId
from immtrac_desk.domain.values import fold
from immtrac_desk.domain.words import Choice, FormKind, MaySign, Responder, Scope
from immtrac_desk.law.history import counting
from immtrac_desk.law.signers import SignerVerdict
from immtrac_desk.law.story import tell
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.on_client import ClientFileRead

_KINDS = {
    Choice.GRANT: ActKind.CONSENT_GRANTED,
    Choice.DECLINE: ActKind.CONSENT_DECLINED,
    Choice.WITHDRAW: ActKind.CONSENT_WITHDRAWN,
    Choice.KEEP: ActKind.WITHDRAWAL_KEPT,
    Choice.RELEASE: ActKind.RELEASE_AUTHORIZED,
    Choice.NOT_RELEASE: ActKind.RELEASE_DECLINED,
}
STANDARD = frozenset({FormKind.MINOR, FormKind.ADULT})


@dataclass(frozen=True, slots=True)
class Filed:
    """A document about to be filed, with what the law said about it."""

    document: Document
    scope: Scope | None
    row: str
    verdict: SignerVerdict | None
    override: Override | None = None
    responder: Responder = Responder.NONE


def act_of(filed: Filed, read: ClientFileRead, occasion: Occasion) -> Act:
    """Return the act that the choice on a document amounts to.

    A refusal by somebody who may not sign is a note. One by the signer of a grant that waits,
    or by the client who is now 18, takes it back; where nothing else then stands, that is
    recorded as a withdrawal (text of DT-5).
    """
    act = making_act(filed, _KINDS[filed.document.choice], occasion)
    if act.kind is not ActKind.CONSENT_DECLINED:
        return act
    if not _may_sign(filed):
        return replace(act, kind=ActKind.REFUSAL_NOTED)
    if act.form not in STANDARD or not _takes_all_back(act, read, occasion):
        return act
    taken = {**act.facts, "refused": True}
    return replace(act, kind=ActKind.CONSENT_WITHDRAWN, scope=Scope.STANDARD, facts=taken)


def making_act(filed: Filed, kind: ActKind, occasion: Occasion) -> Act:
    """Return the act by which the document comes into being."""
    document = filed.document
    return Act(
        id=ActId(occasion.new_id()),
        client_id=document.client_id,
        kind=kind,
        on=document.signed_on,
        at=occasion.now,
        by=occasion.actor.id,
        document_id=document.id,
        form=document.form,
        scope=filed.scope if kind is ActKind.CONSENT_WITHDRAWN else None,
        signed_at=document.signed_at,
        signer=fold(document.signer_name),
        capacity=document.who,
        row=filed.row,
        facts=_facts(filed, kind),
    )


def part(
    of: Act,
    kind: ActKind,
    document_id: DocumentId,
    occasion: Occasion,
    *,
    row: str = "",
    **facts: FactValue,
) -> Act:
    """Return an act that is a part of another and is undone with it; it counts from today."""
    return Act(
        id=ActId(occasion.new_id()),
        client_id=of.client_id,
        kind=kind,
        on=occasion.today,
        at=occasion.now,
        by=occasion.actor.id,
        document_id=document_id,
        row=row or of.row,
        facts={"part_of": of.id, **facts},
    )


def _may_sign(filed: Filed) -> bool:
    if filed.verdict is None:
        return False
    # One of two who disagree may not decide alone, yet refuses as a representative (DT-6.4).
    disagrees = filed.verdict.row == "DT-2.12"
    return disagrees or filed.verdict.may is MaySign.YES or filed.override is not None


def _takes_all_back(refusal: Act, read: ClientFileRead, occasion: Occasion) -> bool:
    counted = counting((*read.acts, refusal), occasion.today)
    withdrawn = tell(read.client.born_on, counted, occasion.today, occasion.law).withdrawn
    return withdrawn is not None and withdrawn.id == refusal.id


def _facts(filed: Filed, kind: ActKind) -> dict[str, FactValue]:
    facts: dict[str, FactValue] = {}
    if kind is ActKind.CONSENT_GRANTED and filed.responder is not Responder.NONE:
        facts["fr"] = filed.responder.value
    if filed.override is not None:
        facts |= {"override": True, "reason": filed.override.reason, "seen": filed.override.seen}
    if filed.document.source is not None:
        facts |= {"source": filed.document.source.value, "where": filed.document.source_detail}
    return facts
