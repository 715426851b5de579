"""Look at a signed packet, or make it ready to print again: byte for byte, and logged."""

from immtrac_desk.domain.ids import PaperId
from immtrac_desk.domain.words import Role
from immtrac_desk.paperwork.copy_stamp import stamped
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


def reprint_packet(paper_id: PaperId, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the filed bytes; an auditor's print is the same packet marked 'copy'.

    Raises DeskError `agreement_paper.unknown`.
    """
    paper, pdf = uow.agreement_papers.get(paper_id), uow.agreement_papers.content(paper_id)
    copy = occasion.actor.role is Role.AUDITOR
    line = entry(
        occasion,
        "packet_reprinted",
        document_digest=paper.digest,
        organization=paper.organization_id,
        application=paper.application_id,
        agreement_paper=paper.id,
        copy=copy,
    )
    return Outcome(stamped(pdf, paper.language) if copy else pdf, (line,))
