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
