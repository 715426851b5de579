"""Attached files are told by their content: what opens is kept, the rest refused with a code."""

import io
import struct
import zlib

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from immtrac_desk.errors import InputError
from immtrac_desk.paperwork.scans import MAX_BYTES, media_type


def picture(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind)
    return out.getvalue()


def pdf(pages: int = 1) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(612, 792)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def flood_of_pixels(side: int) -> bytes:
    """A tiny PNG that declares side x side pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 100)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (picture("PNG"), "image/png"),
        (picture("JPEG"), "image/jpeg"),
        (pdf(), "application/pdf"),
        (pdf(3), "application/pdf"),
    ],
)
def test_tells_what_opens(data: bytes, kind: str) -> None:
    assert media_type(data) == kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "attach.empty"),
        (b"hello", "attach.kind"),
        (b"GIF89a" + b"\0" * 50, "attach.kind"),
        (b"<html><img src=x.png>", "attach.kind"),
        (b"PK\x03\x04" + b"\0" * 50, "attach.kind"),
        (b"%PDF-1.7\nnothing follows", "attach.unreadable"),
        (pdf()[:200], "attach.unreadable"),
        (picture("PNG")[:60], "attach.unreadable"),
        (picture("JPEG")[:100], "attach.unreadable"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "attach.unreadable"),
        (flood_of_pixels(30_000), "attach.too_big_page"),
        (flood_of_pixels(8_000), "attach.too_big_page"),
        (flood_of_pixels(100), "attach.unreadable"),
        (b"%PDF-" + b"\0" * MAX_BYTES, "attach.too_large"),
    ],
)
def test_refuses_what_does_not_open(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        media_type(data)
    assert refused.value.code == code
    assert refused.value.field == "file"


@given(
    st.binary(max_size=400), st.sampled_from([b"", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
)
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_told_or_refused_and_never_fall(data: bytes, head: bytes) -> None:
    try:
        told = media_type(head + data)
    except InputError as refused:
        told = refused.code
    assert told.startswith(("attach.", "application/pdf", "image/"))


def scanned(stream: bytes, filters: bytes = b"/FlateDecode", more: bytes = b"") -> bytes:
    """A PDF whose one page is drawn by this stream; `more` goes into the catalog."""
    head = b"<</Filter" + filters + b"/Length %d>>stream\n" % len(stream)
    parts = (
        b"<</Type/Catalog/Pages 2 0 R" + more + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        head + stream + b"\nendstream",
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % part for part in enumerate(parts, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Size 5/Root 1 0 R>>\n%%EOF\n"


def swollen(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * 1024**2) for _ in range(megabytes)) + packer.flush()


@pytest.mark.parametrize(
    "data",
    [
        scanned(swollen(96)),
        scanned(swollen(96), b"/Fl#61teDecode"),
        scanned(zlib.compress(swollen(96)), b"[/FlateDecode/FlateDecode]"),
    ],
    ids=["once", "under another spelling", "twice over"],
)
def test_refuses_what_unpacks_to_more_than_any_paper(data: bytes) -> None:
    assert len(data) < 200_000
    with pytest.raises(InputError) as caught:
        media_type(data)
    assert (caught.value.code, caught.value.field) == ("attach.swells", "file")


def test_refuses_a_tree_of_pages_that_bites_its_tail() -> None:
    data = scanned(swollen(1)).replace(b"/Kids[3 0 R]/Count 1", b"/Kids[2 0 R 2 0 R]/Count 2")
    with pytest.raises(InputError) as caught:
        media_type(data)
    assert caught.value.code == "attach.unreadable"


@pytest.mark.parametrize(
    "act",
    [
        b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
        b"/OpenAction<</S/Launch/F(/bin/true)>>",
        b"/AA<</O<</S/URI/URI(http://192.0.2.1/)>>>>",
    ],
)
def test_keeps_a_paper_with_a_script_which_nothing_ever_runs(act: bytes) -> None:
    """The reader that shows it is built without a script engine, and opens no address."""
    assert media_type(scanned(swollen(4), more=act)) == "application/pdf"
