"""Portal text, mail and tables: whose code it is, what counts twice, what is named unread."""

from datetime import date

import pytest

from immtrac_desk.responses import Reply, Severity, read, read_text


def told(text: str) -> list[tuple[str, str | None]]:
    found = read_text(text).sightings
    return [(one.code, one.whose.ref if one.whose else None) for one in found]


def unread(reply: Reply) -> list[tuple[int, int, str]]:
    return [(run.line, run.last, run.what) for run in reply.unread]


@pytest.mark.parametrize(
    "text",
    [
        "IEE-526 prescriber",
        "iee-526",
        "[IEE-526]",
        "code=IEE-526;",
        "xIEE-526",
        "IEE\u2011526",
        "IEE\u2013526",
        "IEE\u00ad-526",
        "\ufeffIEE-526",
    ],
)
def test_a_code_is_found_however_it_was_pasted(text: str) -> None:
    assert told(text) == [("IEE-526", None)]


@pytest.mark.parametrize(
    "text", ["IEE526", "IEE 526", "IEE_526", "IEE-52", "IEE-", "IEE-52x", "clr-1"]
)
def test_what_is_nearly_a_code_is_named_and_not_guessed(text: str) -> None:
    reply = read_text(text)
    assert (reply.sightings, unread(reply)) == ((), [(1, 1, "broken_code")])


def test_a_number_that_is_too_long_is_read_by_the_rule_and_named() -> None:
    reply = read_text("IEE-5261")
    assert [one.code for one in reply.sightings] == ["IEE-526"]
    assert unread(reply) == [(1, 1, "broken_code")]


@pytest.mark.parametrize("text", ["summer 2026", "The fir 2 stands", "hello", "-", "CLR", "123"])
def test_a_line_without_a_code_is_named(text: str) -> None:
    reply = read_text(f"CLR-100\n{text}\n")
    assert [one.code for one in reply.sightings] == ["CLR-100"]
    assert [(run[0], run[1]) for run in unread(reply)] == [(2, 2)]


def test_several_codes_of_a_line_are_several() -> None:
    assert told("CLR-100, IMR-132; IEE-413 CLR-100") == [
        ("CLR-100", None),
        ("IMR-132", None),
        ("IEE-413", None),
    ]


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("MRN 1001 CLR-100", "1001"),
        ("MRN1001 CLR-100", "1001"),
        ("mrn: A-1001, CLR-100", "A-1001"),
        ("Client ID: 1001 CLR-100", "1001"),
        ("client=1001 CLR-100", "1001"),
        ("Patient #1001: CLR-100", "1001"),
        ("Chart number 1001 CLR-100", "1001"),
        ("Expediente: 1001 CLR-100", "1001"),
        ("PID-3: 1001 CLR-100", "1001"),
        ("ImmTrac2 ID 1001 CLR-100", "1001"),
        ("CLR-100 for MRN 1001.", "1001"),
        ('{"client": "1001", "code": "CLR-100"}', "1001"),
        ("CLR-100 for patient P-00002", "P-00002"),
        ("paciente 100342 CLR-100", "100342"),
        ("patient 20150504 CLR-100", None),
        ("patient 2015 CLR-100", None),
        ("client PCV-13 CLR-100", None),
        ("Client not found CLR-100", None),
        ("patient 12 years old CLR-100", None),
        ("Client: ANA LOPEZ CLR-100", None),
        ("Client ID: CLR-100", None),
        ("client: 2026-05-01 CLR-100", None),
        ("client: 05/01/2026 CLR-100", None),
        ("client: 123-45-6789 CLR-100", None),
        ("CLR-100 client", None),
    ],
)
def test_a_client_is_known_by_a_number_and_never_by_a_name(text: str, ref: str | None) -> None:
    assert told(text) == [("CLR-100", ref)]


def test_two_clients_of_one_line_have_each_their_own() -> None:
    assert told("MRN 1 CLR-100; MRN 2 CLR-100 IMR-132") == [
        ("CLR-100", "1"),
        ("CLR-100", "2"),
        ("IMR-132", "2"),
    ]


def test_a_reference_alone_on_its_line_stands_for_the_lines_below_it_up_to_a_blank_one() -> None:
    text = "MRN 1\nCLR-100\nIEE-413\n\nIEE-526\nMRN 2\nCLR-101\nMRN 3 CLR-105\nCLR-106\n"
    assert told(text) == [
        ("CLR-100", "1"),
        ("IEE-413", "1"),
        ("IEE-526", None),
        ("CLR-101", "2"),
        ("CLR-105", "3"),
        ("CLR-106", None),
    ]
    assert unread(read_text(text)) == []


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("MRN 1 IMR-111 x", "MRN 1 IMR-111 x", 1),
        ("MRN 1 IMR-111 x", "MRN 1  IMR-111  x", 1),
        ("MRN 1 IMR-111 x", "MRN 1 IMR-111 y", 2),
        ("MRN 1 IMR-111 x", "MRN 2 IMR-111 x", 2),
        ("MRN 1 IMR-111 CVX 08 2026-05-01 sent 3", "MRN 1 IMR-111 cvx:8 05/01/2026 sent 4", 1),
        ("MRN 1 IMR-111 CVX 08 2026-05-01", "MRN 1 IMR-111 CVX 08 2026-05-02", 2),
        ("MRN 1 IMR-111 CVX 08 2026-05-01", "MRN 1 IMR-111 CVX 20 2026-05-01", 2),
        ("MRN 1 IMR-111 HepB 2026-05-01", "MRN 1 IMR-111 MMR 2026-05-01", 2),
        ("IMR-111 CVX 08 2026-05-01 Ana", "IMR-111 CVX 08 2026-05-01 Eva", 2),
    ],
)
def test_the_same_thing_counts_once_and_two_things_count_twice(
    first: str, second: str, count: int
) -> None:
    assert len(read_text(f"{first}\n{second}\n").sightings) == count


def test_a_day_of_two_is_not_guessed() -> None:
    (found,) = read_text("MRN 1 IMR-111 CVX 08 born 2016-02-03 given 2026-05-01").sightings
    assert (found.vaccine, found.given_on) == ("08", None)
    (found,) = read_text("MRN 1 IMR-111 CVX 08 given 2026-02-31").sightings
    assert found.given_on is None


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
def test_a_table_is_read_by_the_names_of_its_columns(divider: str) -> None:
    rows = [
        ["Chart Number", "Client name", "Error Code", "CVX", "Date given", "Severity"],
        ["1001", "ANA LOPEZ", "IMR-111", "08", "2026-05-01", "Warning"],
        ["1002", "EVA DIAZ", "CLR-100", "20", "05/02/2026", "E"],
        ["1003", "LEO RUIZ", "", "20", "2026-05-01", ""],
    ]
    reply = read_text("\n".join(divider.join(row) for row in rows))
    found = [
        (one.code, one.whose.ref if one.whose else "", one.vaccine, one.given_on, one.severity)
        for one in reply.sightings
    ]
    assert found == [
        ("IMR-111", "1001", "08", date(2026, 5, 1), Severity.WARNING),
        ("CLR-100", "1002", "20", date(2026, 5, 2), Severity.ERROR),
    ]
    assert unread(reply) == [(4, 4, "no_code")]


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
def test_a_copied_row_may_have_lost_its_empty_cells_at_the_end(divider: str) -> None:
    rows = [
        ["Chart number", "Code", "Severity", "CVX", "Date given"],
        ["1001", "IEE-413", "W", "", ""],
        ["1002", "IEE-998"],
        ["IEE-413 again", "see above"],
    ]
    reply = read_text("\n".join(divider.join(row).rstrip("\t") for row in rows))
    assert [(one.code, one.whose.ref if one.whose else "") for one in reply.sightings] == [
        ("IEE-413", "1001"),
        ("IEE-998", "1002"),
        ("IEE-413", ""),
    ]


def test_a_name_in_the_column_of_clients_tells_apart_and_is_never_a_number() -> None:
    reply = read_text('Client,Code\n"LOPEZ, ANA",CLR-100\n"DIAZ, EVA",CLR-100\n123-45-6789,IEE-413')
    assert [one.whose.ref if one.whose else None for one in reply.sightings] == ["", "", None]
    assert "LOPEZ" not in repr(reply)


def test_a_fault_without_a_code_is_named_by_its_place() -> None:
    assert told("MRN 7: PID-11 missing\nNK1 missing\nPID-5 is BABY\n") == [
        ("PID-11", "7"),
        ("NK1", None),
        ("PID-5", None),
    ]


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b"\xef\xbb\xbf", b"  \t\n", b"\xff\xfe"])
def test_nothing_is_named_as_nothing(data: bytes) -> None:
    assert unread(read(data)) == [(1, 1, "empty")]


def test_neighbours_with_one_reason_are_one_run() -> None:
    assert unread(read_text("a\nb\nc\nIEE-5\nd\n\ne\n")) == [
        (1, 3, "no_code"),
        (4, 4, "broken_code"),
        (5, 5, "no_code"),
        (7, 7, "no_code"),
    ]
