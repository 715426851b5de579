"""The trial clinic: a practice vault with drafts ready to be drawn, assessed and recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from immtrac_desk.desk import Desk
from immtrac_desk.domain.document import Signature
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.words import Choice, Intent, Manner, Who
from immtrac_desk.practice import PracticePlan, build
from immtrac_desk.practice.invented import Inventor
from immtrac_desk.practice.signing import scribble
from immtrac_desk.services.record_consent import RecordConsent

PASSPHRASE = "a practice day in an invented clinic"  # noqa: S105  # guards invented people
CLIENTS = 40


def open_clinic(folder: Path) -> Desk:
    """A new practice clinic in `folder`/vault, open."""
    return build(PracticePlan(path=folder / "vault", passphrase=PASSPHRASE, clients=CLIENTS))


def finished_drafts(desk: Desk, count: int) -> list[ConsentDraft]:
    """Adult consents of as many new clients, complete but for the signature."""
    invent = Inventor(2, desk.today())
    return [_finished(desk, invent) for _ in range(count)]


def _finished(desk: Desk, invent: Inventor) -> ConsentDraft:
    client = desk.people.save(invent.client(desk.people.new(), 40))
    return replace(
        desk.consents.begin(client, Intent.JOIN, "en"),
        signer_name=client.name.shown,
        who=Who.SELF,
        relation="self",
        choice=Choice.GRANT,
        received_by=desk.actor.name,
    )


def recording(desk: Desk, drafts: list[ConsentDraft]) -> Callable[[], object]:
    """Work that records the next draft at each call, durably; each was read and signed before."""
    waiting = iter([_signed(desk, draft) for draft in drafts])
    return lambda: desk.consents.record(next(waiting))


def _signed(desk: Desk, draft: ConsentDraft) -> RecordConsent:
    now = desk.now()
    signature = Signature(
        manner=Manner.INK_ON_SCREEN,
        signed_on=now.date(),
        signed_at=now.time().replace(microsecond=0, tzinfo=None),
        strokes=scribble(),
        printed_name=draft.signer_name,
    )
    read = desk.consents.draw_up(draft)
    return RecordConsent(draft=draft, signature=signature, digest_read=read.digest)


def typing(desk: Desk, draft: ConsentDraft) -> Callable[[], object]:
    """Work that assesses the draft as it is after one more letter of the signer's name."""
    typed = [replace(draft, signer_name="Maria Fernanda Lopez"[:n]) for n in range(1, 21)]
    letters = cycle(typed)
    return lambda: desk.consents.assess(next(letters))
