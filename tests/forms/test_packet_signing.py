"""The signer's page: what was read stays as it is, and the ink lands in its box."""

from dataclasses import replace

import pytest

from forms.agreement_packet.packet import Signer
from forms.agreement_packet.render import render_packet
from tests.forms.packet_press import EVERY, SIGNER, packet, signed
from tests.forms.press import darkness, texts

OPEN = Signer(label=SIGNER.label)
LABELS = {
    ("responsible_medical_provider", "en"): "Responsible Medical Provider",
    ("pharmacist_in_charge", "en"): "Responsible Medical Provider (pharmacist-in-charge)",
    ("authorized_signer", "en"): "Authorized signer or director",
    ("responsible_medical_provider", "es"): "Proveedor médico responsable",
    ("pharmacist_in_charge", "es"): "Proveedor médico responsable (farmacéutico a cargo)",
    ("authorized_signer", "es"): "Firmante autorizado o director",
}


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_signed_packet_is_the_packet_as_read_with_marks(kind: str, language: str) -> None:
    read = packet(kind, language)
    before, after = render_packet(read), render_packet(signed(read))
    assert after.pages == before.pages
    assert after.signature_box == before.signature_box
    for page, text in enumerate(texts(before.pdf)):
        now = texts(after.pdf)[page]
        assert all(line in now for line in text.split("\n") if line.strip()), page
        assert (now == text) is (page != before.signature_page)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_ink_lands_in_the_signature_box(kind: str, language: str) -> None:
    read = packet(kind, language)
    before, after = render_packet(read), render_packet(signed(read))
    where = (before.signature_page, before.signature_box)
    assert darkness(after.pdf, *where) > darkness(before.pdf, *where) + 100


def test_a_stroke_outside_the_box_stays_within_it() -> None:
    wild = (((-5.0, 9.0, 0.0, 7.0), (8.0, -3.0, 5.0, -2.0)),)
    made = render_packet(signed(packet(), strokes=wild))
    plain = render_packet(signed(packet(), strokes=()))
    x0, _, x1, y1 = made.signature_box
    above = (made.signature_page, (x0, y1 + 3, x1, y1 + 12))
    assert darkness(made.pdf, *above) == darkness(plain.pdf, *above)


def test_wet_ink_leaves_the_line_free_and_says_who_saw_it() -> None:
    plain = render_packet(packet())
    wet = render_packet(signed(packet(), manner="wet", strokes=(), seen_by="Luis Soto"))
    where = (wet.signature_page, wet.signature_box)
    assert darkness(wet.pdf, *where) == darkness(plain.pdf, *where)
    page = texts(wet.pdf)[wet.signature_page]
    assert "Luis Soto" in page
    assert "Signed in ink on paper" in page


def test_what_the_packet_has_of_the_signer_is_not_written_twice() -> None:
    made = render_packet(signed(packet(), name="Rosa Peña", title="MD", licence_no="X0000"))
    page = texts(made.pdf)[made.signature_page]
    assert page.count("Rosa Peña") == 1
    assert page.count("X0000") == 1


def test_an_open_signers_page_takes_name_title_and_licence_with_the_signature() -> None:
    read = packet(signer=OPEN)
    marks = {"name": "Ben Cho", "title": "APN", "licence_no": "Y1111"}
    made = render_packet(signed(read, **marks))
    page = texts(made.pdf)[made.signature_page]
    assert all(text in page for text in (*marks.values(), "11/22/2026", "Signed on screen"))
    assert all(text not in texts(render_packet(read).pdf)[-1] for text in marks.values())


def test_overlong_marks_shrink_and_move_nothing() -> None:
    read = packet(signer=OPEN)
    name = "Wolfeschlegelsteinhausen" * 8
    made = render_packet(signed(read, name=name, seen_by=name))
    assert made.pages == render_packet(read).pages
    assert "".join("".join(texts(made.pdf)).split()).count(name) == 2


@pytest.mark.parametrize(("label", "language"), LABELS)
def test_the_signer_signs_as_what_the_kind_of_organization_asks(label: str, language: str) -> None:
    made = render_packet(packet(language=language, signer=replace(SIGNER, label=label)))
    page = " ".join(texts(made.pdf)[made.signature_page].split())
    assert page.count(LABELS[label, language]) == 2
    doubtful = "TVFC/ASN" in page
    assert doubtful is (label != "authorized_signer")


def test_the_page_speaks_for_itself() -> None:
    made = render_packet(packet(site={"org_code": "OAK01", "tx_iis_id": "0001112000"}))
    page = " ".join(texts(made.pdf)[made.signature_page].split())
    assert "Oak Street Clinic" in page
    assert "Periodic renewal" in page
    assert "0001112000" in page
    assert f"Pages of this packet {made.pages}" in page
