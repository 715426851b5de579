"""Files kept beside a site or an application: what they are is told by their content."""

from dataclasses import dataclass, field

from immtrac_desk.domain.agreement import AgreementFile
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import AgreementFileId, ApplicationId, OrganizationId
from immtrac_desk.errors import InputError
from immtrac_desk.services.application_file import ApplicationFile
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.site_file import file_away
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachAgreementFile:
    """`what` is one of `site_file.KINDS`; `data` the whole file."""

    organization_id: OrganizationId
    application_id: ApplicationId | None
    what: str
    data: bytes = field(repr=False)


def attach_agreement_file(
    command: AttachAgreementFile, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementFile]:
    """Keep a PDF, PNG or JPEG beside a site or one of its applications.

    Raises DeskError `organization.unknown`, `application.unknown`; InputError `attach.*`.
    """
    organization = uow.organizations.get(command.organization_id)
    application_id = command.application_id
    if application_id is not None:
        asked = uow.applications.get(application_id)
        if asked.organization_id != organization.id:
            raise InputError("attach.other_site", "file")
    return _keep(organization.id, application_id, command.what, command.data, uow, occasion)


def keep_file(
    file: ApplicationFile, what: str, data: bytes | None, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementFileId | None]:
    """Keep a file that came with an act on an application; nothing where none came."""
    if data is None:
        return Outcome(None)
    site, application = file.ground.organization.id, file.application.id
    kept = _keep(site, application, what, data, uow, occasion)
    return Outcome(kept.value.id, kept.entries, kept.changes)


def keep_site_file(
    organization_id: OrganizationId, data: bytes, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementFile]:
    """Keep the agreement itself beside its site."""
    return _keep(organization_id, None, "agreement", data, uow, occasion)


def open_agreement_file(
    file_id: AgreementFileId, uow: UnitOfWork, occasion: Occasion
) -> Outcome[bytes]:
    """Return a file as it came, and log the look. Raises DeskError `agreement_file.unknown`."""
    file = uow.agreement_files.get(file_id)
    line = entry(
        occasion,
        "agreement_file_looked_at",
        document_digest=file.digest,
        organization=file.organization_id,
        agreement_file=file.id,
        file_kind=file.what,
    )
    return Outcome(uow.agreement_files.content(file_id), (line,))


def _keep(
    organization_id: OrganizationId,
    application_id: ApplicationId | None,
    what: str,
    data: bytes,
    uow: UnitOfWork,
    occasion: Occasion,
) -> Outcome[AgreementFile]:
    file = file_away(organization_id, what, data, uow, occasion, application_id=application_id)
    line = entry(
        occasion,
        "agreement_file_kept",
        document_digest=file.digest,
        organization=organization_id,
        application=application_id,
        agreement_file=file.id,
        file_kind=what,
    )
    return Outcome(file, (line,), Changes(organizations=frozenset({organization_id})))
