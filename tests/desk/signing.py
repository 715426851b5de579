"""Signing at the counter, for tests: begin, read, sign on the screen or in ink, record."""

from __future__ import annotations

import dataclasses
from datetime import date, time
from typing import Any

from immtrac_desk.desk.pictures import Printed, Receipt, RecordConsent
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Signature, Stroke
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.words import Choice, Intent, Manner, Who
from tests.office import Office

INK: tuple[Stroke, ...] = (((0.1, 0.5, 0, 0.5), (0.4, 0.3, 90, 0.8), (0.8, 0.6, 200, 0.4)),)
MOTHER: dict[str, Any] = {
    "who": Who.PARENT,
    "signer_name": "María García",
    "relation": "mother",
}
FATHER: dict[str, Any] = {**MOTHER, "signer_name": "Luis López", "relation": "father"}


def begin(
    office: Office,
    client: Client,
    intent: Intent = Intent.JOIN,
    language: str = "en",
    *,
    despite: bool = False,
    **changes: Any,
) -> ConsentDraft:
    """A fresh draft; for a minor the mother is the signer unless told otherwise."""
    draft = office.desk.consents.begin(client, intent, language, despite=despite)
    if draft.who is None:
        draft = dataclasses.replace(draft, **MOTHER)
    return dataclasses.replace(draft, **changes)


def on_screen(office: Office, **changes: Any) -> Signature:
    now = office.clock()
    made = Signature(
        manner=Manner.INK_ON_SCREEN,
        signed_on=now.date(),
        signed_at=now.time().replace(second=0, microsecond=0),
        strokes=INK,
    )
    return dataclasses.replace(made, **changes)


def sign(office: Office, draft: ConsentDraft, **changes: Any) -> Receipt:
    """Read it, sign it on the screen, record it; a minute passes."""
    read = office.desk.consents.draw_up(draft)
    signature = on_screen(office, **changes)
    receipt = office.desk.consents.record(
        RecordConsent(draft=draft, signature=signature, digest_read=read.digest)
    )
    office.clock.tick(minutes=1)
    return receipt


def grant(office: Office, client: Client, **changes: Any) -> Receipt:
    """A consent granted on the screen today."""
    return sign(office, begin(office, client, choice=Choice.GRANT, **changes))


def in_ink(
    office: Office, draft: ConsentDraft, printed: Printed, signed_on: date, **changes: Any
) -> Receipt:
    """The print came back signed; the clerk says what was ticked on it."""
    signature = Signature(
        manner=Manner.WET_INK, signed_on=signed_on, signed_at=changes.pop("at", None), seen_by="Dan"
    )
    return office.desk.consents.record(
        RecordConsent(draft=draft, signature=signature, print_id=printed.print.id, **changes)
    )


NOON = time(12, 0)
