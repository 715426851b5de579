"""An invented hand: strokes that look like a signature, for practice clinics only."""

import math
from dataclasses import replace

from immtrac_desk.desk import Desk
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Signature, Stroke
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.words import Choice, Intent, Manner, Who
from immtrac_desk.services.record_consent import Receipt, RecordConsent

POINTS = 60


def scribble() -> tuple[Stroke, ...]:
    """Return two strokes: a looping line and a flourish below it."""
    loops = tuple(_loop(i / POINTS) for i in range(POINTS))
    under = tuple(
        (0.15 + 0.6 * i / 20, 0.82 - 0.06 * math.sin(i / 6), 900 + i * 8, 0.5) for i in range(21)
    )
    return loops, under


def sign_on_screen(desk: Desk, draft: ConsentDraft) -> Receipt:
    """Record a finished draft as signed on the screen by the invented hand."""
    drawn = desk.consents.draw_up(draft)
    now = desk.now()
    signature = Signature(
        manner=Manner.INK_ON_SCREEN,
        signed_on=now.date(),
        signed_at=now.time().replace(microsecond=0, tzinfo=None),
        strokes=scribble(),
        printed_name=draft.signer_name,
    )
    command = RecordConsent(draft=draft, signature=signature, digest_read=drawn.digest)
    return desk.consents.record(command)


def decline_on_screen(desk: Desk, client: Client, signer: str) -> Receipt:
    """Ask a parent, who reads the sheet and declines (E27)."""
    draft = desk.consents.begin(client, Intent.JOIN, client.language)
    draft = replace(
        draft,
        signer_name=signer,
        who=Who.PARENT,
        relation="mother",
        choice=Choice.DECLINE,
        received_by=desk.actor.name,
    )
    return sign_on_screen(desk, draft)


def _loop(t: float) -> tuple[float, float, int, float]:
    x = 0.08 + 0.8 * t + 0.035 * math.sin(t * 38)
    y = 0.52 - 0.26 * math.sin(t * 38 + 1.1) * (1 - 0.5 * t)
    return x, y, int(t * 850), 0.35 + 0.4 * abs(math.cos(t * 19))
