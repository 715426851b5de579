"""The agreement drawers: approved agreements, signed packets, files; only ever added to."""

import sqlalchemy as sa

from immtrac_desk.domain.agreement import (
    AgreementFile,
    AgreementPaper,
    SiteAgreement,
    StepKind,
)
from immtrac_desk.domain.ids import (
    AgreementFileId,
    AgreementId,
    ApplicationId,
    OrganizationId,
    PaperId,
    PersonId,
)
from immtrac_desk.errors import DeskError
from immtrac_desk.store import translate
from immtrac_desk.store.repositories import blobs
from immtrac_desk.store.rows import (
    agreement_files,
    agreement_papers,
    agreements,
    application_steps,
)

_papers = sa.select(*translate.columns_of(AgreementPaper, agreement_papers))
_files = sa.select(*translate.columns_of(AgreementFile, agreement_files))


class Agreements:
    """Approved agreements. One whose approval was undone is kept and does not count."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, agreement: SiteAgreement) -> None:
        """File an agreement. One that was applied for is filed in the moment of its approval."""
        self._connection.execute(agreements.insert().values(translate.values_of(agreement)))

    def get(self, agreement_id: AgreementId) -> SiteAgreement:
        """One agreement, an undone one too. Refuses `agreement.unknown`."""
        found = self._read(agreements.c.id == agreement_id)
        if not found:
            raise DeskError("agreement.unknown")
        return found[0]

    def of_site(self, organization_id: OrganizationId) -> tuple[SiteAgreement, ...]:
        """A site's agreements that count, the one in force last."""
        here = agreements.c.organization_id == organization_id
        return _by_since(self._read(here & ~_undone()))

    def latest_all(self) -> dict[OrganizationId, SiteAgreement]:
        """The agreement in force of every site that has one. One statement for all."""
        standing = _by_since(self._read(~_undone()))
        return {agreement.organization_id: agreement for agreement in standing}

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[SiteAgreement, ...]:
        query = agreements.select().where(where).order_by(agreements.c.n)
        rows = self._connection.execute(query)
        return tuple(translate.record_of(SiteAgreement, row) for row in rows)


def _by_since(found: tuple[SiteAgreement, ...]) -> tuple[SiteAgreement, ...]:
    return tuple(sorted(found, key=lambda agreement: agreement.since))


def _undone() -> sa.ColumnElement[bool]:
    """True where the approval in whose moment the agreement was filed has been reversed."""
    approval = application_steps.alias("approval")
    reversal = application_steps.alias("reversal")
    return (
        sa.select(approval.c.n)
        .join(reversal, reversal.c.reverses == approval.c.id)
        .where(
            approval.c.application_id == agreements.c.application_id,
            approval.c.kind == StepKind.APPROVED,
            approval.c.at == agreements.c.entered_at,
        )
        .correlate(agreements)
        .exists()
    )


class AgreementPapers:
    """Packets as they were signed; the bytes are asked for apart from the record."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, paper: AgreementPaper, pdf: bytes) -> None:
        """File a signed packet. Refuses `agreement_paper.digest_differs`."""
        if paper.digest != blobs.digest_of(pdf):
            raise DeskError("agreement_paper.digest_differs")
        values = translate.values_of(paper) | {"pdf": pdf}
        self._connection.execute(agreement_papers.insert().values(values))

    def get(self, paper_id: PaperId) -> AgreementPaper:
        """One packet. Refuses `agreement_paper.unknown`."""
        found = self._read(agreement_papers.c.id == paper_id)
        if not found:
            raise DeskError("agreement_paper.unknown")
        return found[0]

    def content(self, paper_id: PaperId) -> bytes:
        """The filed bytes. Refuses `agreement_paper.unknown`."""
        c = agreement_papers.c
        return blobs.read(self._connection, c.pdf, c.digest, paper_id, "agreement_paper.unknown")

    def of_application(self, application_id: ApplicationId) -> tuple[AgreementPaper, ...]:
        """An application's packets, oldest first; a dropped signature's too."""
        return self._read(agreement_papers.c.application_id == application_id)

    def of_site(self, organization_id: OrganizationId) -> tuple[AgreementPaper, ...]:
        """A site's packets, oldest first."""
        return self._read(agreement_papers.c.organization_id == organization_id)

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[AgreementPaper, ...]:
        c = agreement_papers.c
        rows = self._connection.execute(_papers.where(where).order_by(c.filed_at, c.id))
        return tuple(translate.record_of(AgreementPaper, row) for row in rows)


class AgreementFiles:
    """Files as they came; what they are was settled by their content before they got here."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, file: AgreementFile, content: bytes) -> None:
        """File `content`. Refuses `agreement_file.digest_differs`."""
        if (file.digest, file.size) != (blobs.digest_of(content), len(content)):
            raise DeskError("agreement_file.digest_differs")
        values = translate.values_of(file) | {"content": content}
        self._connection.execute(agreement_files.insert().values(values))

    def get(self, file_id: AgreementFileId) -> AgreementFile:
        """One file. Refuses `agreement_file.unknown`."""
        found = self._read(agreement_files.c.id == file_id)
        if not found:
            raise DeskError("agreement_file.unknown")
        return found[0]

    def content(self, file_id: AgreementFileId) -> bytes:
        """The bytes of one file. Refuses `agreement_file.unknown`."""
        c = agreement_files.c
        return blobs.read(self._connection, c.content, c.digest, file_id, "agreement_file.unknown")

    def of_site(self, organization_id: OrganizationId) -> tuple[AgreementFile, ...]:
        """Every file of a site, those of its applications and people too, oldest first."""
        return self._read(agreement_files.c.organization_id == organization_id)

    def of_application(self, application_id: ApplicationId) -> tuple[AgreementFile, ...]:
        """The files kept beside an application, oldest first."""
        return self._read(agreement_files.c.application_id == application_id)

    def of_person(self, person_id: PersonId) -> tuple[AgreementFile, ...]:
        """The files kept beside a person, oldest first."""
        return self._read(agreement_files.c.person_id == person_id)

    def _read(self, where: sa.ColumnElement[bool]) -> tuple[AgreementFile, ...]:
        c = agreement_files.c
        rows = self._connection.execute(_files.where(where).order_by(c.attached_at, c.id))
        return tuple(translate.record_of(AgreementFile, row) for row in rows)
