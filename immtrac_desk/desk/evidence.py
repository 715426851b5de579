"""The counter's room for evidence that travels: what leaves about one paper or one client."""

from dataclasses import dataclass

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.domain.ids import ClientId, DocumentId
from immtrac_desk.services.consent_evidence import export_consent
from immtrac_desk.services.give_record import GiveSummary, give_file, give_summary


@dataclass(slots=True)
class EvidenceRoom:
    """Everything that is handed out as a file of its own; each is logged with its digest."""

    corridor: Corridor

    def bundle(self, document_id: DocumentId) -> bytes:
        """Return one paper as a checked FHIR R4 bundle in JSON, and log it.

        Raises DeskError `document.unknown`, `fhir.invalid`.
        """
        return self.corridor.perform("export", export_consent, document_id)

    def record_summary(self, client_id: ClientId, language: str) -> bytes:
        """Return a client's whole record as a printed summary in `en` or `es`, and log it.

        Raises InputError `packet.language`, DeskError `client.unknown`.
        """
        command = GiveSummary(client_id=client_id, language=language)
        return self.corridor.perform("give_record", give_summary, command)

    def record_file(self, client_id: ClientId) -> bytes:
        """Return a client's whole record as one JSON file (docs/record_file.md), and log it.

        Raises DeskError `client.unknown`.
        """
        return self.corridor.perform("give_record", give_file, client_id)
