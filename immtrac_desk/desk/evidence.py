"""The counter's room for evidence that travels: what leaves about one paper or one client."""

from dataclasses import dataclass

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.services.consent_evidence import export_consent


@dataclass(slots=True)
class EvidenceRoom:
    """Everything that is handed out as a file of its own; each is logged with its digest."""

    corridor: Corridor

    def bundle(self, document_id: DocumentId) -> bytes:
        """Return one paper as a checked FHIR R4 bundle in JSON, and log it.

        Raises DeskError `document.unknown`, `fhir.invalid`.
        """
        return self.corridor.perform("export", export_consent, document_id)
