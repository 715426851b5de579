"""The write-ahead log: what counts in it is checked to the byte, what does not is left alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from immtrac_desk.store.engine import PAGE, close, create_database, open_engine, raw, settle
from immtrac_desk.store.unit_of_work import Filing
from immtrac_desk.store.verify import Problem, verify
from immtrac_desk.store.write_ahead import FRAME_HEADER, HEADER, log_damage, log_of
from tests.store.records import a_client, an_entry

KEY = bytes(range(32))
FRAME = FRAME_HEADER + PAGE


@pytest.fixture(scope="module")
def interrupted(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """File and log as a crash leaves them: the log in its second round, with older frames behind.

    What lies behind the newest frame of a log is left over and counts for nothing.
    """
    place: Path = tmp_path_factory.mktemp("log") / "desk.db"
    create_database(place, KEY)
    engine = open_engine(place, KEY)
    with Filing(engine).writing() as work:
        for _ in range(30):
            work.clients.add(a_client())
        work.commit()
    _begin_anew(engine)
    with Filing(engine).writing() as work:
        work.audit.append(an_entry())
        work.commit()
    taken = place.read_bytes(), log_of(place).read_bytes()
    close(engine)
    return taken


def _begin_anew(engine: sa.Engine) -> None:
    """Bring the log into the file, and write it from its beginning over what stands in it."""
    with engine.connect() as connection:
        raw(connection).execute("PRAGMA wal_checkpoint(RESTART)").fetchall()


@pytest.fixture
def place(interrupted: tuple[bytes, bytes], tmp_path: Path) -> Path:
    file = tmp_path / "desk.db"
    file.write_bytes(interrupted[0])
    log_of(file).write_bytes(interrupted[1])
    return file


def live_frames(log: bytes) -> int:
    salts = log[16:24]
    starts = range(HEADER, len(log) - FRAME + 1, FRAME)
    return sum(log[at + 8 : at + 16] == salts for at in starts)


def test_a_log_as_a_crash_leaves_it_is_sound(place: Path, interrupted: tuple[bytes, bytes]) -> None:
    frames = (len(interrupted[1]) - HEADER) // FRAME
    assert 1 < live_frames(interrupted[1]) < frames, "this log has both kinds"
    assert log_damage(log_of(place), PAGE) == ""
    assert verify(place, KEY) == ()


def flips(log: bytes) -> Iterator[tuple[int, str]]:
    """The header, the first and last bytes of every frame that counts, and some between."""
    drawn = random.Random(2026)
    yield from ((at, "header") for at in (0, 3, 5, 10, 13, 17, 22, 24, 31))
    for frame in range(live_frames(log)):
        start = HEADER + frame * FRAME
        inner = {FRAME_HEADER, FRAME - 1, *(drawn.randrange(16, FRAME) for _ in range(9))}
        yield from ((start + at, f"frame {frame + 1}") for at in sorted({0, 4, 7, 16, 23} | inner))


def test_one_flipped_bit_in_what_counts_is_found_and_its_place_named(
    place: Path, interrupted: tuple[bytes, bytes]
) -> None:
    whole, log = interrupted[1], log_of(place)
    for at, where in flips(whole):
        lying = bytearray(whole)
        lying[at] ^= 1
        log.write_bytes(lying)
        assert log_damage(log, PAGE) == where, at


def test_a_frame_passed_off_as_an_older_one_shows_by_those_behind_it(
    place: Path, interrupted: tuple[bytes, bytes]
) -> None:
    lying = bytearray(interrupted[1])
    lying[HEADER + 8] ^= 1
    log_of(place).write_bytes(lying)
    assert log_damage(log_of(place), PAGE) == "frame 2"


def test_a_flipped_byte_of_an_older_round_means_nothing(
    place: Path, interrupted: tuple[bytes, bytes]
) -> None:
    lying = bytearray(interrupted[1])
    lying[-1] ^= 1
    log_of(place).write_bytes(lying)
    assert log_damage(log_of(place), PAGE) == ""


def test_a_last_frame_cut_short_is_what_a_crash_leaves(
    place: Path, interrupted: tuple[bytes, bytes]
) -> None:
    whole = interrupted[1]
    end = HEADER + live_frames(whole) * FRAME
    log_of(place).write_bytes(whole[: end - 1])
    assert log_damage(log_of(place), PAGE) == ""


@pytest.mark.parametrize("junk", [b"x", b"junk" * 2000, bytes(32), b"\x37\x7f\x06\x82" + bytes(28)])
def test_junk_beside_a_closed_file_is_found(place: Path, junk: bytes) -> None:
    engine = open_engine(place, KEY)
    settle(engine)
    close(engine)
    assert verify(place, KEY) == ()
    log_of(place).write_bytes(junk)
    assert verify(place, KEY) == (Problem(file="desk.db-wal", place="header", what="log_damaged"),)
    assert log_of(place).read_bytes() == junk, "nothing is written"


@pytest.mark.parametrize("left", [None, b""])
def test_no_log_and_an_emptied_one_are_sound(place: Path, left: bytes | None) -> None:
    close(open_engine(place, KEY))
    if left is not None:
        log_of(place).write_bytes(left)
    assert verify(place, KEY) == ()
