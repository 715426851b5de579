"""Send a finished paper, and note when it was received or how DSHS answered (DT-8, DT-5)."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import Choice
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.on_document import (
    DocumentFile,
    enter,
    open_standing_file,
    refuse_day,
    told,
)
from immtrac_desk.store.unit_of_work import UnitOfWork

CHANNELS = ("mail", "courier", "fax", "email", "registered_provider", "handed_over")
PROOFS = ("fax_confirmation", "registered_provider", "dshs_answer")
"""What shows when DSHS received a consent (handbook, 'In effect')."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPaper:
    """`channel` is one of CHANNELS; `detail` what the confirmation sheet says, or ""."""

    document_id: DocumentId
    on: date
    channel: str
    detail: str = ""


def send(command: SendPaper, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Record that a paper left the clinic. A refusal never does (DT-8.5).

    Raises RefusedError where nothing is to be sent, InputError beside `on` or `channel`.
    """
    file = open_standing_file(command.document_id, uow)
    row = _refuse_unsendable(file, occasion)
    refuse_day(command.on, file.document, occasion)
    if command.channel not in CHANNELS:
        raise InputError("send.channel", "channel")
    facts = {"channel": command.channel, "detail": command.detail.strip()}
    act = enter(file, ActKind.PAPER_SENT, command.on, uow, occasion, row=row, **facts)
    return told(act, occasion, channel=command.channel)


def _refuse_unsendable(file: DocumentFile, occasion: Occasion) -> str:
    choice = file.document.choice
    if choice is Choice.WITHDRAW:
        return "DT-8.3"
    if choice is Choice.RELEASE:
        return "DT-8.4"
    if choice is not Choice.GRANT:
        raise RefusedError("send.nothing_leaves", row="DT-8.5")
    if occasion.law.registered_provider:
        raise RefusedError("send.affirm_instead", row="DT-8.1")
    return "DT-8.2"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmReceipt:
    """`how` is one of PROOFS; `on` the day DSHS or the registered provider received it."""

    document_id: DocumentId
    on: date
    how: str


def confirm_receipt(command: ConfirmReceipt, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Record when a consent was received: from then it is in effect where nobody affirms."""
    file = open_standing_file(command.document_id, uow)
    if not file.is_grant:
        raise RefusedError("receipt.not_a_grant")
    refuse_day(command.on, file.document, occasion)
    if command.how not in PROOFS:
        raise InputError("receipt.how", "how")
    kind = ActKind.RECEIPT_CONFIRMED
    act = enter(file, kind, command.on, uow, occasion, row="DT-8.2", how=command.how)
    return told(act, occasion, how=command.how)
