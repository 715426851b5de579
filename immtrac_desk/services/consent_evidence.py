"""Hand out the evidence of one paper as a FHIR bundle, and log that it left."""

import hashlib
from datetime import date

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Attachment, Document
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import Choice, FormKind
from immtrac_desk.errors import DeskError
from immtrac_desk.exports.evidence import ConsentEvidence
from immtrac_desk.exports.fhir_bundle import bundle_bytes
from immtrac_desk.law.age import majority
from immtrac_desk.law.citations import citation
from immtrac_desk.law.paper_state import Holds, PaperState, paper_state
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.on_document import MAKING
from immtrac_desk.store.unit_of_work import UnitOfWork

_STATUS = {
    Holds.ACTIVE: "active",
    Holds.REJECTED: "rejected",
    Holds.ENDED: "inactive",
    Holds.IN_ERROR: "entered-in-error",
}
_BASIS = {
    FormKind.MINOR: "minor-consent",
    FormKind.ADULT: "adult-consent",
    FormKind.DISASTER: "disaster-keep",
    FormKind.WITHDRAWAL: "exclusion",
    FormKind.RELEASE: "own-record",
}


def export_consent(document_id: DocumentId, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the bundle of one paper, and log it with its digest.

    Raises DeskError `document.unknown`, `fhir.invalid`.
    """
    document = uow.documents.get(document_id)
    made = bundle_bytes(evidence_of(document, uow, occasion))
    line = entry(
        occasion,
        "consent_exported",
        client_id=document.client_id,
        document_id=document.id,
        document_digest=hashlib.sha256(made).hexdigest(),
        form=document.stock_no,
    )
    return Outcome(made, (line,))


def evidence_of(document: Document, uow: UnitOfWork, occasion: Occasion) -> ConsentEvidence:
    """Return everything that the vault holds about one paper, as of the occasion's day."""
    client = uow.clients.get(uow.merges.survivor_of(document.client_id))
    acts = uow.acts.of_client(client.id)
    made, *others = acts_on(document, acts)
    state = paper_state(made, acts, client.born_on, occasion.today, occasion.law)
    site = uow.organizations.get(client.site_id) if client.site_id else None
    return ConsentEvidence(
        document=document,
        signature=uow.documents.signature(document.id),
        status=_STATUS[state.holds],
        from_on=state.from_on,
        until_on=_until(state),
        kept_only_from=_kept_only_from(document, client, occasion),
        basis=f"Texas: {citation(_BASIS[document.form]).text}",
        acts=(made, *others),
        pdf=uow.documents.pdf(document.id),
        scans=_scans((made, *others), uow),
        staff={member.id: member.name for member in uow.staff.all()},
        clinic=(site.name if site else "") or str(occasion.settings["clinic.name"]),
        clinic_id=site.id if site else "",
        practice=occasion.practice,
    )


def acts_on(document: Document, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Return the act that made the paper, then every other on it, undone ones and undos too.

    Raises DeskError `document.unknown` where no act made it: such a paper was never filed here.
    """
    own = [act for act in acts if act.document_id == document.id]
    ids = {act.id for act in own}
    undone = [act for act in acts if act.id not in ids and act.reverses in ids]
    made = next((act for act in own if act.kind in MAKING), None)
    if made is None:
        raise DeskError("document.unknown")
    others = [act for act in (*own, *undone) if act.id != made.id]
    return (made, *sorted(others, key=lambda act: (act.at, act.id)))


def _until(state: PaperState) -> date | None:
    return max(state.until_on, state.from_on) if state.until_on else None


def _kept_only_from(document: Document, client: Client, occasion: Occasion) -> date | None:
    granted = document.form is FormKind.MINOR and document.choice is Choice.GRANT
    return majority(client.born_on, occasion.today, occasion.law) if granted else None


def _scans(acts: tuple[Act, ...], uow: UnitOfWork) -> tuple[tuple[Attachment, bytes], ...]:
    """What was attached to the paper's acts, with its bytes: a paper signed in ink is its scan."""
    kept = [file for act in acts for file in uow.attachments.of_act(act.id)]
    return tuple((file, uow.attachments.content(file.id)) for file in kept)
