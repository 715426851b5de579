"""Packets to draw, with one thing changed, and where the letters of a page stand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2

from forms.agreement_packet.packet import Asked, Change, Packet, PacketMarks, Person, Signer
from forms.answers import Word
from tests.forms.press import REVISION

KINDS = ("registration", "renewal", "change")
LANGUAGES = ("en", "es")
EVERY = [(kind, language) for kind in KINDS for language in LANGUAGES]
SIGNER = Signer(
    label="responsible_medical_provider", name="Rosa Peña", title="MD", licence_no="X0000"
)
ROSA = Person(
    name="Rosa Peña",
    roles=("signer", "prescriber", "point_of_contact"),
    title="MD",
    email="rosa@example.com",
    phone="(512) 555-0142",
    licence_no="X0000",
    npi="1234567893",
)
ANA = Person(
    name="Ana Ruiz",
    roles=("supervisor",),
    email="ana@example.com",
    user_name="aruiz",
    trained_on="10/05/2026",
)


def packet(kind: str = "renewal", language: str = "en", **changed: Any) -> Packet:
    """A packet of a small clinic, with what is `changed`."""
    made = Packet(
        kind=kind,  # type: ignore[arg-type]
        revision=REVISION,
        language=language,
        record_id="01JD7K2MQ4",
        check="k7q2m9x4",
        organization="Oak Street Clinic",
        site={"name": "Oak Street Clinic", "tx_iis_id": "0001112000", "tvfc": Word("yes")},
        people=(ROSA, ANA),
        asked=(
            Asked(key="name", step="A3", answer="Oak Street Clinic"),
            Asked(key="street", step="A3", answer="9 Elm St", changed=True, was="7 Oak St"),
            Asked(key="own-1", step="A6", label="Walk-ins welcome?", answer=Word("no")),
        ),
        changes=(
            Change(
                what=Word("q.street"),
                key="street",
                before="7 Oak St",
                after="9 Elm St",
                since="09/01/2026",
            ),
        ),
        former=kind != "registration",
        signer=SIGNER,
    )
    return replace(made, **changed)


def signed(made: Packet, **changed: Any) -> Packet:
    """The packet with the marks of a signing on the screen."""
    wavy = tuple((0.1 + at / 50, 0.5 + (at % 5) / 15, at * 10.0, at / 30) for at in range(31))
    marks = PacketMarks(manner="ink", strokes=(wavy,), signed_text="11/22/2026")
    return replace(made, marks=replace(marks, **changed))


def many(count: int) -> tuple[Person, ...]:
    """So many users, each with a name of their own."""
    return tuple(
        Person(
            name=f"User Number{at:03d}",
            roles=("full_access", "prescriber"),
            email=f"user{at:03d}@example.com",
        )
        for at in range(count)
    )


def letters(pdf: bytes) -> Iterator[tuple[str, float, float, float, float]]:
    """Every visible letter with its left, bottom, right and top, on any page."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            whole = text.get_text_range()
            for at in range(text.count_chars()):
                if at < len(whole) and not whole[at].isspace():
                    yield (whole[at], *text.get_charbox(at))


def rises(pdf: bytes, words: str) -> list[float]:
    """How far these words climb or fall on the first page, wherever they stand; 0.0 on one line."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        found = [one.span() for one in re.finditer(pattern, text.get_text_range())]
        middles = [[sum(text.get_charbox(at)[1::2]) / 2 for at in (a, b - 1)] for a, b in found]
    return [abs(first - last) for first, last in middles]
