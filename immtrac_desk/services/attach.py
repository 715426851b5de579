"""Attach a scan, a confirmation or a court order to an act; the content decides what it is."""

import hashlib
from dataclasses import dataclass

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.document import Attachment
from immtrac_desk.domain.ids import ActId, AttachmentId
from immtrac_desk.errors import InputError
from immtrac_desk.paperwork.scans import media_type
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.on_document import told
from immtrac_desk.store.unit_of_work import UnitOfWork

KINDS = ("scan", "dshs_confirmation", "court_order", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachFile:
    """`what` is one of KINDS; `data` the whole file."""

    act_id: ActId
    what: str
    data: bytes


def attach(command: AttachFile, uow: UnitOfWork, occasion: Occasion) -> Outcome[Attachment]:
    """Keep the file beside the act. Raises DeskError `act.unknown`, InputError `attach.*`."""
    act = uow.acts.get(command.act_id)
    return keep_attachment(act, command.what, command.data, uow, occasion)


def keep_attachment(
    act: Act, what: str, data: bytes, uow: UnitOfWork, occasion: Occasion
) -> Outcome[Attachment]:
    """Keep `data` beside an act of this transaction or an earlier one."""
    if what not in KINDS:
        raise InputError("attach.what", "what")
    attachment = _attachment(act, what, data, occasion)
    uow.attachments.add(attachment, data)
    noted = Act(
        id=ActId(occasion.new_id()),
        client_id=act.client_id,
        kind=ActKind.FILE_ATTACHED,
        on=occasion.today,
        at=occasion.now,
        by=occasion.actor.id,
        document_id=act.document_id,
        facts={"attachment": attachment.id, "what": what, "attached_to": act.id},
    )
    uow.acts.add(noted)
    done = told(noted, occasion, attachment=attachment.id, what=what, digest=attachment.digest)
    return Outcome(attachment, done.entries, done.changes)


def _attachment(act: Act, what: str, data: bytes, occasion: Occasion) -> Attachment:
    return Attachment(
        id=AttachmentId(occasion.new_id()),
        act_id=act.id,
        client_id=act.client_id,
        what=what,
        media_type=media_type(data),
        size=len(data),
        digest=hashlib.sha256(data).hexdigest(),
        attached_at=occasion.now,
        by=occasion.actor.id,
    )


def open_attachment(
    attachment_id: AttachmentId, uow: UnitOfWork, occasion: Occasion
) -> Outcome[bytes]:
    """Return the file as it came, and log the look. Raises DeskError `attachment.unknown`."""
    attachment = uow.attachments.get(attachment_id)
    line = entry(
        occasion,
        "attachment_looked_at",
        client_id=attachment.client_id,
        attachment=attachment.id,
        digest=attachment.digest,
    )
    return Outcome(uow.attachments.content(attachment_id), (line,))
