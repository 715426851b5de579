"""Where an open fault or an answer leads: the room and the place in it where it is mended."""

from dataclasses import dataclass

from immtrac_desk.domain.ids import ClientId, DocumentId, DoseId, OrganizationId

NOBODY = ClientId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A room and what it is opened about; `back`: one returns here when it is done."""

    room: str
    about: dict[str, object]


def way(
    kind: str,
    *,
    client_id: ClientId | None = None,
    document_id: DocumentId | None = None,
    dose_id: DoseId | None = None,
    org_id: OrganizationId | None = None,
    field: str = "",
) -> Way | None:
    """Return where `kind` of mending is done; None where it is done in place, or nowhere."""
    if kind == "agreement":
        return Way(room="agreement", about={"section": "standing", "organization_id": org_id})
    if kind == "dose" and dose_id:
        return Way(room="dose", about={"dose_id": dose_id, "then_back": True})
    if not client_id:
        return None
    about: dict[str, object] = {"client_id": client_id, "then_back": True}
    if kind == "consent":
        return Way(room="client", about={"client_id": client_id, "offer": "join"})
    if kind == "affirm":
        return Way(room="client", about={**about, "form": "affirm", "document_id": document_id})
    if kind in ("client", "responsible", "dose"):
        return Way(room="client", about={**about, "edit": field or "client.last_name"})
    return None
