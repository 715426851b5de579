"""What is handed out of one client or one paper as a file or as pages, for whoever may do it."""

from typing import TYPE_CHECKING

from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.rights import may

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

RECORD_NAME = "record.json"
"""A file's name is read by whoever sees the folder: it names nobody."""


class EvidencePresenter:
    """Each of its answers is logged by the desk; none of them changes a record."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.may_give = may(desk.actor.role, "give_record")
        self.may_export = may(desk.actor.role, "export")

    def summary(self, client_id: ClientId, language: str) -> bytes:
        """The whole record of a client as a PDF in `en` or `es`."""
        return self._desk.evidence.record_summary(client_id, language)

    def file(self, client_id: ClientId) -> bytes:
        """The whole record of a client as one JSON file."""
        return self._desk.evidence.record_file(client_id)

    def bundle(self, document: Document) -> bytes:
        """A paper's evidence as a FHIR bundle. Raises DeskError `fhir.invalid`."""
        return self._desk.evidence.bundle(document.id)

    @staticmethod
    def bundle_name(document: Document) -> str:
        """A name for the file: the record id is random and stands on the paper."""
        return f"consent-{document.id}.json"
