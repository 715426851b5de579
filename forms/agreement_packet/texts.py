"""Every text of a packet by the name of its field: what the typeface must be able to draw."""

from collections.abc import Iterator

from forms.agreement_packet.packet import Packet


def texts_of(packet: Packet) -> Iterator[tuple[str, str]]:
    """Yield every typed text of a packet with the name of its field: a person's own first."""
    yield "organization", packet.organization
    yield "record_id", packet.record_id + packet.check
    for person in packet.people:
        for part in ("name", "title", "email", "phone", "user_name", "licence_no", "npi"):
            yield f"person.{part}", getattr(person, part)
    for key, answer in packet.site.items():
        yield from _typed(key, answer)
    for asked in packet.asked:
        yield f"{asked.key}.label", asked.label
        yield from _typed(asked.key, asked.answer)
        yield from _typed(asked.key, asked.was)
    for change in packet.changes:
        for text in (change.what, change.before, change.after):
            yield from _typed(change.key or "change", text)
    for part in ("name", "title", "licence_no"):
        yield f"signer.{part}", getattr(packet.signer, part)
        yield f"marks.{part}", getattr(packet.marks, part, "")
    for part in ("signed_text", "seen_by"):
        yield f"marks.{part}", getattr(packet.marks, part, "")


def _typed(key: str, answer: object) -> Iterator[tuple[str, str]]:
    for part in answer if isinstance(answer, tuple) else (answer,):
        yield key, part if isinstance(part, str) else part.key
