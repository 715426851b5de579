"""The write-ahead log beside the file: whether every byte of it that counts is as it was written.

SQLite passes over a log it cannot read, and over everything behind the first broken frame,
without a word; what was written last would be gone unnoticed. Layout and checksum are those of
the SQLite file format, section 4 ("The Write-Ahead Log").
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HEADER, FRAME_HEADER = 32, 24
"""Bytes."""
_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""First word of a log, and the order of bytes in which its checksums are reckoned."""
_VERSION = 3007000
_WORD = 0xFFFFFFFF

Sums = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Frame:
    number: int
    """1 for the first."""
    salts: bytes
    counted: bytes
    """What goes into its checksum: eight bytes of its header, then its page."""
    sums: Sums


def log_of(path: Path) -> Path:
    """Where the log of the file at `path` lies while there is one."""
    return path.with_name(path.name + "-wal")


def log_damage(log: Path, page_size: int) -> str:
    """Return where the log is not as it was written (`header`, `frame 3`), "" if it is sound.

    A missing or empty log is sound; so is a last frame cut short, as a crash while it was being
    written leaves it. A writer may be at work: what is found counts if it is found twice.
    """
    found = _damage(_bytes(log), page_size)
    return found if found and found == _damage(_bytes(log), page_size) else ""


def _damage(log: bytes, page_size: int) -> str:
    if not log:
        return ""
    if not _header_holds(log, page_size):
        return "header"
    order, salts = _MAGIC[_words(log[:4])[0]], log[16:24]
    sums = _pair(log[24:32])
    ended = False
    for frame in _frames(log, page_size):
        # Behind the newest frame lie those of an earlier round, under other salts.
        ended = ended or frame.salts != salts
        if frame.salts != salts:
            continue
        sums = _sum(frame.counted, order, sums)
        if ended or sums != frame.sums:
            return f"frame {frame.number}"
    return ""


def _header_holds(log: bytes, page_size: int) -> bool:
    if len(log) < HEADER:
        return False
    magic, version, size, *_ = _words(log[:HEADER])
    known = magic in _MAGIC and version == _VERSION and size == page_size
    return known and _sum(log[:24], _MAGIC[magic], (0, 0)) == _pair(log[24:32])


def _frames(log: bytes, page_size: int) -> Iterator[_Frame]:
    step = FRAME_HEADER + page_size
    for number, at in enumerate(range(HEADER, len(log) - step + 1, step), start=1):
        head, page = log[at : at + FRAME_HEADER], log[at + FRAME_HEADER : at + step]
        yield _Frame(number, head[8:16], head[:8] + page, _pair(head[16:24]))


def _words(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(data) // 4}I", data)


def _pair(data: bytes) -> Sums:
    first, second = struct.unpack(">2I", data)
    return first, second


def _sum(data: bytes, order: str, begun: Sums) -> Sums:
    first, second = begun
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _WORD
        second = (second + odd + first) & _WORD
    return first, second


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
