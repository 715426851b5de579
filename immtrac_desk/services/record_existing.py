"""Record an existing consent: signed on paper, at birth registration, or seen in ImmTrac2."""

from dataclasses import replace
from typing import Any

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.values import clean
from immtrac_desk.domain.words import Choice
from immtrac_desk.errors import RefusedError
from immtrac_desk.services.acts_of_record import Filed, making_act, part
from immtrac_desk.services.attach import keep_attachment
from immtrac_desk.services.existing_rules import IN_THE_REGISTRY, assess_existing, verdict_on
from immtrac_desk.services.existing_seen import RecordExisting
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.on_client import ClientFileRead, open_client
from immtrac_desk.services.override import override_line, refuse_false_override
from immtrac_desk.services.tidy_draft import tidy_override
from immtrac_desk.store.unit_of_work import UnitOfWork

_KINDS = {Choice.GRANT: ActKind.CONSENT_GRANTED, Choice.WITHDRAW: ActKind.CONSENT_WITHDRAWN}


def record_existing(
    command: RecordExisting, uow: UnitOfWork, occasion: Occasion
) -> Outcome[Document]:
    """File what was seen, without a sheet of ours, and the acts it amounts to.

    Raises InputError beside a malformed text, RefusedError `existing.refused` with findings.
    """
    command = _tidy(command)
    read = open_client(command.client_id, uow, occasion)
    refuse_false_override(command.override, occasion)
    findings = assess_existing(command, read.client, read.standing, occasion)
    if findings:
        raise RefusedError("existing.refused", findings)
    filed = _filed(command, read, occasion)
    uow.documents.add(filed.document)
    acts = _acts(command, filed, occasion)
    for act in acts:
        uow.acts.add(act)
    lines = (*_lines(acts, filed, occasion), *_scan(command, acts[0], uow, occasion))
    touched = Changes(clients=frozenset({read.client.id}), documents=frozenset({filed.document.id}))
    return Outcome(filed.document, lines, touched)


def _tidy(command: RecordExisting) -> RecordExisting:
    texts = ("where", "signer_name", "relation", "revision", "affirmed_by", "language")
    tidy: dict[str, Any] = {name: clean(getattr(command, name), name) for name in texts}
    return replace(command, override=tidy_override(command.override), **tidy)


def _filed(command: RecordExisting, read: ClientFileRead, occasion: Occasion) -> Filed:
    who, verdict = command.who, None
    if who is not None:
        verdict = verdict_on(read.client, who, command.signed_on, occasion)
    return Filed(
        document=_document(command, read.client, occasion),
        scope=command.scope,
        row=verdict.row if verdict else "",
        verdict=verdict,
        override=command.override,
        responder=command.responder,
    )


def _document(command: RecordExisting, client: Client, occasion: Occasion) -> Document:
    return Document(
        id=DocumentId(occasion.new_id()),
        client_id=client.id,
        form=command.form,
        stock_no=command.form.stock_no,
        revision=command.revision,
        language=command.language,
        filed_at=occasion.now,
        by=occasion.actor.id,
        choice=command.choice,
        client_name=client.name,
        born_on=client.born_on,
        signer_name=command.signer_name,
        who=command.who,
        relation=command.relation,
        signed_on=command.signed_on,
        source=command.source,
        source_detail=command.where,
    )


def _acts(command: RecordExisting, filed: Filed, occasion: Occasion) -> tuple[Act, ...]:
    made = making_act(filed, _KINDS[command.choice], occasion)
    in_effect_on = command.affirmed_on
    if in_effect_on is None and command.source in IN_THE_REGISTRY:
        in_effect_on = command.signed_on
    if command.choice is not Choice.GRANT or in_effect_on is None:
        return (made,)
    received = command.source in IN_THE_REGISTRY or not occasion.law.registered_provider
    kind = ActKind.RECEIPT_CONFIRMED if received else ActKind.CONSENT_AFFIRMED
    facts = {"affirmed_by": command.affirmed_by, "how": "seen_in_registry"}
    effect = part(made, kind, filed.document.id, occasion, **facts)
    return made, replace(effect, on=in_effect_on, form=command.form)


def _lines(acts: tuple[Act, ...], filed: Filed, occasion: Occasion) -> tuple[AuditEntry, ...]:
    document = filed.document
    source = document.source.value if document.source else ""
    told = [
        entry(occasion, act.kind.value, about=act, source=source, on=act.on.isoformat())
        for act in acts
    ]
    if filed.override is not None:
        told.append(override_line(filed.override, acts[0], occasion))
    return tuple(told)


def _scan(
    command: RecordExisting, act: Act, uow: UnitOfWork, occasion: Occasion
) -> tuple[AuditEntry, ...]:
    if command.scan is None:
        return ()
    return keep_attachment(act, "scan", command.scan, uow, occasion).entries
