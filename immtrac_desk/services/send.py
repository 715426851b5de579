"""Send a finished paper, and note when it was received or how DSHS answered (DT-8, DT-5)."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind, FactValue
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.handling import handling
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.on_document import (
    DocumentFile,
    enter,
    open_standing_file,
    refuse_day,
    told,
)
from immtrac_desk.store.unit_of_work import UnitOfWork

CHANNELS = ("mail", "fax", "courier", "email", "hand_over")
"""`hand_over`: to a registered provider, or a release to the person who asked."""


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
    facts: dict[str, FactValue] = {
        "channel": command.channel,
        "detail": clean(command.detail, "detail"),
        "registered": occasion.law.registered_provider,
    }
    act = enter(file, ActKind.PAPER_SENT, command.on, uow, occasion, row=row, **facts)
    return told(act, occasion, channel=command.channel)


def _refuse_unsendable(file: DocumentFile, occasion: Occasion) -> str:
    found = handling(file.document.choice, occasion.today, occasion.law)
    if found.action == "keep_here":
        raise RefusedError("send.nothing_leaves", row=found.row)
    if found.action == "affirm":
        raise RefusedError("send.affirm_instead", row=found.row)
    return found.row


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmReceipt:
    """`on` is the day DSHS or the registered provider received it, `how` what shows that.

    The fax confirmation, the hand-over, or DSHS's answer (DT-8.2).
    """

    document_id: DocumentId
    on: date
    how: str


def confirm_receipt(command: ConfirmReceipt, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Record when a consent was received: from then it is in effect where nobody affirms.

    Raises RefusedError `receipt.not_a_grant`, `document.*`; InputError `receipt.how`, `date.*`.
    """
    file = open_standing_file(command.document_id, uow)
    if not file.is_grant:
        raise RefusedError("receipt.not_a_grant")
    refuse_day(command.on, file.document, occasion)
    how = clean(command.how, "how")
    if not how:
        raise InputError("receipt.how", "how")
    kind = ActKind.RECEIPT_CONFIRMED
    act = enter(file, kind, command.on, uow, occasion, row="DT-8.2", how=how)
    return told(act, occasion)
