"""DSHS's written confirmation of a withdrawal, with its paper if there is one (DT-8.3)."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import Choice
from immtrac_desk.errors import RefusedError
from immtrac_desk.services.attach import keep_attachment
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.on_document import enter, open_standing_file, refuse_day, told
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmWithdrawal:
    """`attachment` is DSHS's letter as PDF, PNG or JPEG bytes, None to attach it later."""

    document_id: DocumentId
    on: date
    attachment: bytes | None = None


def confirm_withdrawal(
    command: ConfirmWithdrawal, uow: UnitOfWork, occasion: Occasion
) -> Outcome[Act]:
    """Record the confirmation.

    Raises RefusedError `withdrawal.not_one`, `withdrawal.already_confirmed`, `document.*`;
    InputError `date.*`, `attach.*`.
    """
    file = open_standing_file(command.document_id, uow)
    if file.document.choice is not Choice.WITHDRAW:
        raise RefusedError("withdrawal.not_one")
    if file.has(ActKind.WITHDRAWAL_CONFIRMED):
        raise RefusedError("withdrawal.already_confirmed")
    refuse_day(command.on, file.document, occasion)
    kind = ActKind.WITHDRAWAL_CONFIRMED
    act = enter(file, kind, command.on, uow, occasion, row="DT-8.3")
    done = told(act, occasion)
    if command.attachment is None:
        return done
    kept = keep_attachment(act, "dshs_confirmation", command.attachment, uow, occasion)
    return Outcome(act, (*done.entries, *kept.entries), done.changes)
