"""Canaries: a word that stands in every field of a day, and the net that looks for it in bytes."""

from __future__ import annotations

import base64
import contextlib
import itertools
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

STEM = "Zyxquokka"
"""Part of every word a canary day types; it occurs nowhere else."""
BORN_ON = date(2015, 7, 19)
GROWN_ON = date(1987, 11, 3)

SHEET = b"%PDF-"
"""A sheet writes letters as numbers of its font; that it is a sheet at all is what is seen."""

_numbers = itertools.count(1)


def canary(field: str = "") -> str:
    """Return a new word of its own, e.g. `Zyxquokka7 last`."""
    return f"{STEM}{next(_numbers)} {field}".strip()


def _days() -> Iterator[str]:
    for day in (BORN_ON, GROWN_ON):
        for shape in ("%Y-%m-%d", "%m/%d/%Y", "%Y%m%d", "%m%d%Y", "%m-%d-%Y"):
            yield day.strftime(shape)


def _spellings(word: str) -> Iterator[bytes]:
    for text in (word, word.upper(), word.lower()):
        yield text.encode()
        yield text.encode("utf-16-le")
        yield text.encode("utf-16-be")
        for shift in range(3):
            # the middle of the word as it looks wherever it stands in base64
            whole = base64.b64encode(b"\0" * shift + text.encode())
            yield whole[4 if shift else 0 : -4]
        yield text.encode().hex().encode()
        yield text[::-1].encode()


NEEDLES: tuple[bytes, ...] = (
    *dict.fromkeys(_spellings(STEM)),
    *(day.encode() for day in _days()),
    SHEET,
)


def seen_in(data: bytes, more: Iterable[bytes] = ()) -> list[bytes]:
    """Return the spellings of a canary (or of `more`) that stand in these bytes."""
    return [needle for needle in (*NEEDLES, *more) if needle in data]


def seen_in_files(*folders: Path, more: tuple[bytes, ...] = ()) -> dict[str, list[bytes]]:
    """Return by file what was seen in its bytes, in what these inflate to, or in its name."""
    found: dict[str, list[bytes]] = {}
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()):
            data = path.read_bytes()
            name = str(path.relative_to(folder)).encode()
            seen = seen_in(data, more) + seen_in(name) + seen_in(inflated(data))
            if seen:
                found[str(path)] = seen
    return found


def inflated(data: bytes) -> bytes:
    """Return everything in `data` that is a zlib stream, unpacked."""
    parts, at = [], data.find(b"\x78\x9c")
    while at >= 0:
        with contextlib.suppress(zlib.error):
            parts.append(zlib.decompressobj().decompress(data[at:], 1_000_000))
        at = data.find(b"\x78\x9c", at + 1)
    return b"".join(parts)
