"""Items of answers as lines: whose each is, and where it leads."""

from collections.abc import Sequence

from immtrac_desk.desk.registry_pictures import ItemLine, Lead
from immtrac_desk.domain.client import Client, ClientMatch
from immtrac_desk.domain.ids import ClientId, DocumentId
from immtrac_desk.law.response_codes import Owner
from immtrac_desk.law.standing import Standing
from immtrac_desk.services.answer_read import JudgedItem
from immtrac_desk.store.unit_of_work import UnitOfWork
from immtrac_desk.vaccines import vaccine

_OF_CLIENT = {
    "consent": "consent",
    "affirmation": "affirm",
    "consent_date": "consent",
    "client": "client",
    "responsible": "responsible",
    "dose": "dose",
}
"""By what mends it: where an item leads once it is known whose it is."""


def item_lines(items: Sequence[JudgedItem], uow: UnitOfWork) -> tuple[ItemLine, ...]:
    """Return the lines of some items; their clients are read at once."""
    ids = {one.verdict.client_id for one in items if one.verdict.client_id}
    clients = uow.clients.many(ids)
    return tuple(item_line(one, clients) for one in items)


def item_line(
    judged: JudgedItem, clients: dict[ClientId, Client], standing: Standing | None = None
) -> ItemLine:
    """Return one line; with the client's standing it leads to the paper itself."""
    verdict = judged.verdict
    client = clients.get(verdict.client_id) if verdict.client_id else None
    return ItemLine(
        item=judged.item,
        code=judged.code,
        state=verdict.state,
        client=_match(client) if client else None,
        answer=judged.answer,
        leads_to=lead(judged, standing),
        vaccine=vaccine(judged.item.vaccine),
        dose_id=verdict.dose_id,
        by=verdict.by,
        closed_at=verdict.at,
        again=verdict.again,
        note=verdict.note,
    )


def lead(judged: JudgedItem, standing: Standing | None) -> Lead:
    """Return where an item leads: to the act that mends it, or to saying whose it is."""
    code, verdict = judged.code, judged.verdict
    kind = _OF_CLIENT.get(code.mends, "")
    if code.mends == "agreement_change":
        return Lead(kind="agreement", client_id=verdict.client_id, organization_id=judged.site)
    if code.mends == "email_dshs":
        return Lead(kind="dshs", client_id=verdict.client_id)
    if not kind:
        spare = "none" if code.owner is Owner.NONE else "note"
        return Lead(kind=spare, client_id=verdict.client_id, dose_id=verdict.dose_id)
    if verdict.client_id is None or (kind == "dose" and verdict.dose_id is None):
        return Lead(kind="match", client_id=verdict.client_id)
    document = _paper(code.mends, standing)
    if kind == "consent" and document is not None:
        kind = "affirm"
    return Lead(
        kind=kind,
        client_id=verdict.client_id,
        document_id=document,
        dose_id=verdict.dose_id,
    )


def _paper(mends: str, standing: Standing | None) -> DocumentId | None:
    """The signed paper that only waits to be affirmed: no other needs to be signed."""
    if standing is None or mends not in ("consent", "affirmation"):
        return None
    return next((one.document_id for one in standing.to_affirm if one.document_id), None)


def _match(client: Client) -> ClientMatch:
    return ClientMatch(
        id=client.id,
        name=client.name,
        born_on=client.born_on,
        chart_no=client.chart_no,
        found_by="number",
    )
