"""File what came with a site, an application or a person: its content says what it is."""

import hashlib

from immtrac_desk.domain.agreement import AgreementFile
from immtrac_desk.domain.ids import AgreementFileId, ApplicationId, OrganizationId, PersonId
from immtrac_desk.errors import InputError
from immtrac_desk.paperwork.scans import media_type
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.store.unit_of_work import UnitOfWork

KINDS = ("agreement", "confidentiality", "confirmation", "training_proof", "scan", "other")


def file_away(
    organization_id: OrganizationId,
    what: str,
    data: bytes,
    uow: UnitOfWork,
    occasion: Occasion,
    *,
    application_id: ApplicationId | None = None,
    person_id: PersonId | None = None,
) -> AgreementFile:
    """Return the record of the file as filed. InputError `attach.what`, or as `media_type`."""
    if what not in KINDS:
        raise InputError("attach.what", "what")
    kept = AgreementFile(
        id=AgreementFileId(occasion.new_id()),
        organization_id=organization_id,
        application_id=application_id,
        person_id=person_id,
        what=what,
        media_type=media_type(data),
        size=len(data),
        digest=hashlib.sha256(data).hexdigest(),
        attached_at=occasion.now,
        by=occasion.actor.id,
    )
    uow.agreement_files.add(kept, data)
    return kept
