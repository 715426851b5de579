"""Verification: a sound file has no problem; any change of it is found and named."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from immtrac_desk.store.engine import close, create_database, keyed, open_engine, raw
from immtrac_desk.store.unit_of_work import Filing
from immtrac_desk.store.verify import Problem, verify
from tests.store.records import (
    PDF,
    STAFF,
    a_client,
    a_document,
    a_draft,
    a_print,
    an_act,
    an_attachment,
    an_entry,
    sha,
    told_of,
)

KEY = bytes(range(32))
PAGE = 4096
FLIPS = 300


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A closed file with people, papers, overflow and free pages."""
    place: Path = tmp_path_factory.mktemp("sound") / "desk.db"
    create_database(place, KEY)
    engine = open_engine(place, KEY)
    client = a_client()
    sheet = PDF * 2000
    act, kept = an_act(client), a_draft(client)
    with Filing(engine).writing() as work:
        work.staff.put(STAFF)
        work.clients.add(client)
        paper = replace(a_document(client), digest=sha(sheet))
        work.documents.add(paper, sheet)
        work.acts.add(act)
        scan, printed = an_attachment(act, b"scan"), a_print(kept.draft)
        work.attachments.add(scan, b"scan")
        work.prints.add(printed, PDF)
        work.drafts.put(kept)
        work.marks.put("big", "x" * 60_000)
        work.audit.append(told_of(paper))
        facts = {"attachment": scan.id, "digest": scan.digest}
        work.audit.append(an_entry("file_attached", act_id="ACT-2", facts=facts))
        named = {"document_id": printed.record_id, "document_digest": printed.digest}
        work.audit.append(an_entry("print_prepared", **named))
        work.commit()
    with Filing(engine).writing() as work:
        work.marks.put("big", "")
        work.commit()
    close(engine)
    return place.read_bytes()


@pytest.fixture
def place(sound: bytes, tmp_path: Path) -> Path:
    file = tmp_path / "desk.db"
    file.write_bytes(sound)
    return file


def test_a_sound_file_has_no_problem_and_is_not_touched(place: Path, sound: bytes) -> None:
    assert verify(place, KEY) == ()
    assert place.read_bytes() == sound
    assert [p.name for p in place.parent.iterdir()] == ["desk.db"]


def test_a_file_in_use_has_no_problem(filing: Filing, path: Path) -> None:
    with filing.writing() as work:
        work.audit.append(an_entry())
        work.commit()
    assert verify(path, KEY) == ()


def free_pages(place: Path) -> int:
    connection = keyed(place, KEY, "ro&immutable=1")
    try:
        return int(connection.execute("PRAGMA freelist_count").fetchone()[0])
    finally:
        connection.close()


def flips(size: int) -> Iterator[int]:
    """The header, reserve bytes, the last page, and offsets drawn from everywhere."""
    drawn = random.Random(2026)
    yield from (0, 15, 16, 99, 100, 4015, 4016, 4032, 4095, size - PAGE, size - 81, size - 1)
    yield from (drawn.randrange(size) for _ in range(FLIPS - 12))


def test_one_flipped_bit_anywhere_is_found_and_its_page_named(place: Path, sound: bytes) -> None:
    assert free_pages(place) > 5
    bits = random.Random(7)
    for offset in flips(len(sound)):
        lying = bytearray(sound)
        lying[offset] ^= 1 << bits.randrange(8)
        place.write_bytes(lying)
        where = "header" if offset < 16 else f"page {offset // PAGE + 1}"
        assert verify(place, KEY) == (Problem(file="desk.db", place=where, what="page_damaged"),), (
            offset
        )


@pytest.mark.parametrize("cut", [1, 100, PAGE - 1, PAGE, 2 * PAGE])
def test_a_cut_file_is_found(place: Path, sound: bytes, cut: int) -> None:
    place.write_bytes(sound[:-cut])
    assert verify(place, KEY)


@pytest.mark.parametrize("more", [1, PAGE - 1, PAGE])
def test_a_lengthened_file_is_found(place: Path, sound: bytes, more: int) -> None:
    place.write_bytes(sound + bytes(more))
    assert verify(place, KEY)


def test_two_pages_put_in_each_others_place_are_found(place: Path, sound: bytes) -> None:
    pages = [sound[i : i + PAGE] for i in range(0, len(sound), PAGE)]
    pages[4], pages[7] = pages[7], pages[4]
    place.write_bytes(b"".join(pages))
    assert [p.place for p in verify(place, KEY)] == ["page 5", "page 8"]


def test_a_missing_and_an_emptied_file_are_told(place: Path) -> None:
    place.write_bytes(b"")
    assert [p.what for p in verify(place, KEY)] == ["missing"]
    place.unlink()
    assert [p.what for p in verify(place, KEY)] == ["missing"]
    assert not place.exists()


def test_another_key_is_a_problem_of_the_whole_file(place: Path) -> None:
    assert [p.place for p in verify(place, bytes(32))] == ["header"]


def tampered(place: Path, *statements: str) -> tuple[tuple[str, str], ...]:
    """What is found after somebody with the key worked on the file by hand."""
    engine: sa.Engine = open_engine(place, KEY)
    with engine.connect() as connection:
        driver = raw(connection)
        driver.execute("PRAGMA foreign_keys = OFF")
        guards = driver.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'")
        for name, _ in (kept := guards.fetchall()):
            driver.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            driver.execute(statement)
        for _, sql in kept:
            driver.execute(sql)
    close(engine)
    return tuple((p.place.split()[0], p.what) for p in verify(place, KEY))


EXCHANGED = f"UPDATE {{}} SET digest = '{sha(b'%PDF')}', {{}} = x'25504446'"
"""Another content with its own digest: only the book still knows better."""


def test_guards_made_again_as_they_were_are_no_problem(place: Path) -> None:
    assert tampered(place) == ()


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE documents SET pdf = x'25504446'", ("documents", "digest_differs")),
        ("UPDATE prints SET pdf = x'25504446'", ("prints", "digest_differs")),
        ("UPDATE attachments SET content = x'73636162'", ("attachments", "digest_differs")),
        (EXCHANGED.format("documents", "pdf"), ("documents", "not_as_booked")),
        (EXCHANGED.format("prints", "pdf"), ("prints", "not_as_booked")),
        (EXCHANGED.format("attachments", "size = 4, content"), ("attachments", "not_as_booked")),
        ("DELETE FROM prints", ("prints", "not_as_booked")),
        ("DELETE FROM attachments", ("attachments", "not_as_booked")),
        ("UPDATE audit SET actor = 'Eve' WHERE seq = 2", ("audit", "chain_broken")),
        ("DELETE FROM audit WHERE seq = 2", ("audit", "chain_broken")),
        ("DELETE FROM clients", ("acts", "reference_missing")),
        ("CREATE TABLE more (a)", ("schema", "schema_changed")),
        ("DROP INDEX ix_acts_client_id", ("schema", "schema_changed")),
    ],
)
def test_work_by_hand_is_found(place: Path, statement: str, found: tuple[str, str]) -> None:
    assert found in tampered(place, statement)


def test_a_lost_guard_is_found(place: Path) -> None:
    engine = open_engine(place, KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER acts_refuses_delete")
    close(engine)
    assert [p.what for p in verify(place, KEY)] == ["schema_changed"]


def test_a_file_that_waits_for_its_migration_is_sound(place: Path) -> None:
    older = "UPDATE alembic_version SET version_num = 'r0000'"
    newer = "UPDATE alembic_version SET version_num = 'r9999'"
    assert tampered(place, older, "CREATE TABLE more (a)") == ()
    assert tampered(place, newer) == (("schema", "schema_changed"),)


def test_nothing_of_a_person_is_in_a_problem(place: Path) -> None:
    found = tampered(place, "UPDATE documents SET pdf = x'25504446'")
    assert found == (("documents", "digest_differs"),)
    assert "García" not in str(verify(place, KEY))
