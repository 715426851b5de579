"""Any bytes at all: never a crash, no code lost, every line either read or named."""

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from immtrac_desk.responses import MOST_BYTES, Reply, read, rows
from immtrac_desk.responses.found import MOST_RUNS
from tests.responses.answers import ack, dose, err

BARE = re.compile(r"(?:CLR|IMR|IEE|FIR|MER)-[0-9]{3}")
CODES = st.sampled_from(["CLR-100", "IMR-132", "IMR-109", "IEE-526", "IEE-413", "MER-001", "CLR-9"])
ENDS = st.sampled_from(["\r", "\n", "\r\n"])


@st.composite
def messages(draw: st.DrawFn) -> str:
    """A batch of answers with mixed line ends, some of them with a person and doses."""
    count = draw(st.integers(1, 5))
    return "".join(
        ack(
            f"C{number}",
            [err(draw(CODES), draw(st.sampled_from("EWI")), "RXA^1^5")],
            chart=draw(st.sampled_from(["", "1001", "1002"])),
            doses=[dose(given=f"2026050{draw(st.integers(1, 9))}")],
            end=draw(ENDS),
        )
        for number in range(count)
    )


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A batch with pieces cut out, put in, or the end torn off."""
    data = bytearray(draw(messages()).encode())
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        kind = draw(st.sampled_from(["cut", "put", "tear"]))
        if kind == "cut":
            del data[at : at + draw(st.integers(1, 30))]
        elif kind == "put":
            data[at:at] = draw(
                st.sampled_from([b"|", b"^", b"\r", b"\n", b"\0", b"\xff", b"\x80 "])
            )
        else:
            del data[at:]
    return bytes(data)


def things(reply: Reply) -> list[tuple[object, ...]]:
    found = rows(reply.sightings, lambda code: code.startswith("CLR-") or code == "IMR-132")
    return [(one.code, one.whose, one.vaccine, one.given_on, one.count) for one in found]


def named(reply: Reply) -> set[int]:
    return {line for run in reply.unread for line in range(run.line, run.last + 1)}


def accounted(reply: Reply) -> set[int]:
    return named(reply) | {line for one in reply.sightings for line in one.lines}


@given(st.binary(max_size=600))
@example(b"\xff\xfe\x00")
@example(b"\xfe\xff\xd8\x00")
@example(b"\xff\xfe\x00\x00\x00")
@example(b"MSH|")
@example(b"ERR|")
@example(b"MSH|\rERR||\xb2^\xb2|\rRXA")
@example(b"%PDF-1.7\n\x00\x01")
def test_any_bytes_are_read_without_a_crash(data: bytes) -> None:
    reply = read(data)
    assert reply.sightings or reply.unread or reply.messages or data.strip()
    lines = 1 + len(re.findall(rb"\r\n|\r|\n", data))
    assert all(1 <= run.line <= run.last <= lines for run in reply.unread)


@given(damaged())
def test_no_code_of_a_damaged_file_is_lost(data: bytes) -> None:
    bare = set(BARE.findall(data.decode("utf-8", "replace")))
    assert bare <= {one.code for one in read(data).sightings}


@given(damaged())
def test_an_error_segment_of_a_damaged_file_is_read_or_named(data: bytes) -> None:
    reply = read(data)
    numbered = enumerate(re.split(rb"\r\n|\r|\n", data), 1)
    errors = {number for number, text in numbered if text.startswith(b"ERR|")}
    assert errors <= accounted(reply)


@given(st.lists(st.text("abc xyz.,", max_size=12), max_size=12), ENDS)
def test_every_line_of_prose_is_named(prose: list[str], end: str) -> None:
    reply = read(end.join(prose).encode())
    wanted = {number for number, text in enumerate(prose, 1) if text.strip()}
    assert named(reply) == wanted or (not wanted and named(reply) == {1})


@given(messages(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]))
def test_the_character_set_changes_nothing(text: str, codec: str) -> None:
    told = text.replace("LOPEZ^ANA", "NUÑEZ^JOSÉ")
    assert things(read(told.encode(codec))) == things(read(told.encode()))
    assert read(told.encode(codec)).unread == read(told.encode()).unread


@given(messages(), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_a_lost_mark_changes_nothing(text: str, codec: str) -> None:
    assert things(read(text.encode(codec))) == things(read(text.encode()))


@given(messages(), st.sampled_from(["\r", "\n", "\r\n", "\r\r\n", "\n\n"]))
def test_the_ends_of_lines_change_nothing(text: str, end: str) -> None:
    one = re.sub(r"\r\n|\r|\n", "\n", text)
    assert things(read(one.replace("\n", end).encode())) == things(read(text.encode()))


@given(messages())
def test_the_same_file_twice_counts_once(text: str) -> None:
    assert things(read(text.encode() * 2)) == things(read(text.encode()))


@given(messages(), messages())
def test_what_follows_does_not_change_what_was_read(first: str, second: str) -> None:
    alone = {one.code for one in read(first.encode()).sightings}
    both = {one.code for one in read((first + second).encode()).sightings}
    assert alone <= both


def test_a_file_of_two_character_sets_is_read_line_by_line() -> None:
    reply = read("MRN 1 CLR-100 José\n".encode() + "MRN 2 IEE-413 José\n".encode("cp1252"))
    assert [one.code for one in reply.sightings] == ["CLR-100", "IEE-413"]
    assert reply.unread == ()


def test_a_byte_that_is_no_letter_is_named_and_the_code_beside_it_read() -> None:
    reply = read(b"MRN 1 CLR-100 Jos\x81\xe9\nIEE\x00-413\n")
    assert [one.code for one in reply.sightings] == ["CLR-100", "IEE-413"]
    assert [(run.line, run.last, run.what) for run in reply.unread] == [(1, 2, "letters")]


def test_a_torn_line_without_a_code_is_named_once() -> None:
    torn = b"MSH|^~\\&|TXIIS|TX|A|B|20261101||ACK|1|P|2.5.1\rMSA|AE|1\rERR||PID^1|\x81\xe9 bad|E\r"
    for data in (b"Jos\x81\xe9 all is well\n", torn):
        named = [line for run in read(data).unread for line in range(run.line, run.last + 1)]
        assert len(named) == len(set(named)), named
        assert named


@pytest.mark.parametrize("head", [b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_picture_or_an_office_file_is_named_as_no_letters(head: bytes) -> None:
    reply = read(head + bytes(range(256)) * 4)
    assert reply.sightings == ()
    assert "binary" in {run.what for run in reply.unread}


def test_ten_thousand_messages_are_ten_thousand_rows() -> None:
    text = "".join(
        ack(f"C{n}", [err("IMR-111")], chart=str(n), doses=[dose()]) for n in range(10_000)
    )
    found = rows(read(text.encode()).sightings, lambda _: False)
    assert len(found) == 10_000
    assert {(one.count, one.vaccine, one.given_on) for one in found} == {
        (1, "08", date(2026, 5, 1))
    }


def test_a_file_beyond_the_bound_is_read_up_to_it_and_the_rest_named() -> None:
    head = b"MRN 1 CLR-100\n"
    reply = read(head + b" " * (MOST_BYTES - len(head)) + b"MRN 2 CLR-101\n")
    assert [one.code for one in reply.sightings] == ["CLR-100"]
    assert [(run.line, run.what) for run in reply.unread] == [(2, "too_long")]


def test_a_line_without_an_end_is_read() -> None:
    reply = read(b"x" * 3_000_000 + b" CLR-100 " + b"y" * 3_000_000)
    assert [one.code for one in reply.sightings] == ["CLR-100"]


def test_countless_unread_places_become_one_run_and_none_is_lost() -> None:
    reply = read(b"a\n\n" * (MOST_RUNS + 10))
    assert len(reply.unread) == MOST_RUNS
    assert reply.unread[-1].last == 2 * (MOST_RUNS + 9) + 1
