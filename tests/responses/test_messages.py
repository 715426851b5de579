"""HL7 answers: severity, person, dose; what is taken, refused, cut off or of another kind."""

from datetime import date

import pytest

from immtrac_desk.responses import Reply, Severity, read
from tests.responses.answers import ack, dose, err


def told(text: str) -> Reply:
    return read(text.encode())


def codes(reply: Reply) -> list[str]:
    return [one.code for one in reply.sightings]


def unread(reply: Reply) -> list[tuple[int, str]]:
    return [(run.line, run.what) for run in reply.unread]


@pytest.mark.parametrize("said", ["AE", "AA", "AR", "CE", ""])
@pytest.mark.parametrize(
    ("letter", "severity"),
    [
        ("E", Severity.ERROR),
        ("F", Severity.ERROR),
        ("W", Severity.WARNING),
        ("w", Severity.WARNING),
        ("I", Severity.INFORMATION),
        ("", None),
        ("X", None),
    ],
)
def test_the_severity_is_the_error_segments_whatever_the_acknowledgement_says(
    said: str, letter: str, severity: Severity | None
) -> None:
    reply = told(ack(errors=[err(severity=letter)], said=said))
    assert [(one.code, one.severity) for one in reply.sightings] == [("IEE-526", severity)]


def test_an_error_beside_a_warning_keeps_each_its_own_severity() -> None:
    reply = told(ack(errors=[err("IEE-413", "W", "PID^1^13"), err("IMR-100", "E")]))
    severities = {one.code: one.severity for one in reply.sightings}
    assert severities == {"IEE-413": Severity.WARNING, "IMR-100": Severity.ERROR}


def test_a_code_said_three_times_in_one_segment_is_one() -> None:
    assert codes(told(ack(errors=[err()]))) == ["IEE-526"]


def test_several_codes_of_one_segment_are_several() -> None:
    both = err().replace("told in words", "and IEE-571")
    assert codes(told(ack(errors=[both]))) == ["IEE-526", "IEE-571"]


def test_a_code_in_the_acknowledgement_counts_only_where_no_error_says_it() -> None:
    message = ack(errors=[err()]).replace("MSA|AE|C1", "MSA|AE|C1|IEE-526 and CLR-100")
    assert [(one.code, one.severity) for one in told(message).sightings] == [
        ("CLR-100", None),
        ("IEE-526", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    ("identifier", "ref"),
    [
        ("1001^^^ELM^MR", "1001"),
        ("1001", "1001"),
        ("777^^^TX^SR~1001^^^ELM^MR", "1001"),
        ("777^^^TX^SR", "777"),
        ("123456789^^^USA^SS~1001^^^ELM^PI", "1001"),
        ("123456789^^^USA^SS", ""),
        ("123-45-6789^^^ELM^MR", ""),
        ("", ""),
        ("^^^ELM^MR", ""),
    ],
)
def test_the_chart_number_is_the_clinics_and_never_a_social_security_number(
    identifier: str, ref: str
) -> None:
    message = ack(errors=[err()], chart="X").replace("X^^^ELM^MR", identifier)
    (found,) = told(message).sightings
    assert found.whose is not None
    assert found.whose.ref == ref


def test_a_person_is_shown_by_number_alone() -> None:
    (found,) = told(ack(errors=[err()], chart="1001")).sightings
    assert "LOPEZ" not in repr(found)
    assert "20160203" not in repr(found)
    assert found.whose is not None
    assert found.whose.name == "LOPEZ^ANA"


def test_nobody_is_named_where_the_message_names_nobody() -> None:
    (found,) = told(ack(errors=[err()])).sightings
    assert found.whose is None


def test_of_two_people_the_one_counted_by_the_error_is_meant() -> None:
    second = "PID|2||1002^^^ELM^MR||LOPEZ^EVA\r"
    places = {"PID^1^5": "1001", "PID^2^5": "1002", "RXA^1^5": None, "PID^3^5": None}
    for place, ref in places.items():
        message = ack(errors=[err(at=place)], chart="1001") + second
        (found,) = told(message).sightings
        assert (found.whose.ref if found.whose else None) == ref


@pytest.mark.parametrize(
    ("at", "vaccine", "given"),
    [
        ("RXA^1^5", "08", date(2026, 5, 1)),
        ("RXA^2^5", "20", date(2026, 5, 2)),
        ("ORC^2^3", "20", date(2026, 5, 2)),
        ("RXA^3^5", "", None),
        ("RXA^0^5", "", None),
        ("RXA^x^5", "", None),
        ("PID^1^13", "", None),
        ("", "", None),
    ],
)
def test_the_dose_is_the_one_that_the_error_counts_to(
    at: str, vaccine: str, given: date | None
) -> None:
    doses = [dose(), dose("20", "20260502")]
    (found,) = told(ack(errors=[err(at=at)], chart="1001", doses=doses)).sightings
    assert (found.vaccine, found.given_on) == (vaccine, given)


@pytest.mark.parametrize("at", ["", "MSH^1", "PID^1^13"])
def test_the_only_dose_is_meant_where_the_error_counts_to_none(at: str) -> None:
    (found,) = told(ack(errors=[err(at=at)], chart="1001", doses=[dose()])).sightings
    assert (found.vaccine, found.given_on) == ("08", date(2026, 5, 1))
    assert found.of_client is (at == "PID^1^13")


@pytest.mark.parametrize("given", ["20260231", "2026", "", "2026-05-", "\u0662026050"])
def test_an_impossible_day_of_a_dose_is_no_day(given: str) -> None:
    (found,) = told(ack(errors=[err()], chart="1", doses=[dose(given=given)])).sightings
    assert found.given_on is None


@pytest.mark.parametrize(
    ("at", "code"),
    [("PID^1^5", "PID-5"), ("PID^1^7", "PID-7"), ("PID^1^11", "PID-11"), ("NK1^1^2", "NK1")],
)
def test_a_fault_without_a_code_is_named_by_its_place(at: str, code: str) -> None:
    message = ack(errors=[f"ERR||{at}|101^Required field missing^HL70357|E"])
    assert codes(told(message)) == [code]


@pytest.mark.parametrize(
    ("message", "named"),
    [
        (ack(said="AA"), []),
        (ack(said="CA"), []),
        (ack(said="AE"), [(2, "no_code")]),
        (ack(said="AR"), [(2, "no_code")]),
        (ack(said=""), [(1, "half_written")]),
        (ack(errors=["ERR||RXA^1^5|101^Required^HL70357|E"]), [(3, "no_code")]),
        (ack(errors=["ERR"]), [(3, "no_code")]),
        (ack(errors=["ERR|"]), [(3, "no_code")]),
        (ack(errors=["ERR||RXA^1^5|207|W|IEE-5"]), [(3, "broken_code")]),
        (ack(errors=["ERR||RXA^1^5|207|W|IEE-"]), [(3, "broken_code")]),
        ("MSH|", [(1, "half_written")]),
        ("MSH|^~\\&|IMMTRAC2|TX", [(1, "half_written")]),
        ("MSH|^~\\&|A|B|C|D|E||ADT^A08^ADT_A01|7|P|2.5.1\rPID|1||5", [(1, "other_message")]),
        ("MSH|^~\\&|A|B|C|D|E||VXU^V04|7|P|2.5.1\rPID|1||5", [(1, "other_message")]),
        ("MSH", [(1, "no_code")]),
    ],
)
def test_what_says_nothing_is_named_by_its_line(message: str, named: list[tuple[int, str]]) -> None:
    reply = told(message)
    assert unread(reply) == named
    assert reply.sightings == ()


def test_what_was_taken_is_counted_and_not_named() -> None:
    reply = told(ack(said="AA") + ack("C2", [err()]) + ack("C3", said="AA"))
    assert (reply.messages, reply.accepted, unread(reply)) == (3, 2, [])


def test_another_kind_of_message_with_a_code_is_read() -> None:
    reply = told(f"MSH|^~\\&|A|B|C|D|E||ORU^R01|7|P|2.5.1\rNTE|1||held: IEE-200\r{ack()}")
    assert codes(reply) == ["IEE-200"]
    assert unread(reply) == [(4, "no_code")]


def test_a_file_that_begins_in_the_middle_is_read_from_there() -> None:
    whole = ack("C1", [err()], chart="1001") + ack("C2", [err("IMR-111")])
    reply = told(whole[whole.index("MSA") :])
    assert codes(reply) == ["IEE-526", "IMR-111"]
    assert reply.sightings[0].severity is Severity.WARNING


def test_segments_pasted_into_one_line_are_told_apart() -> None:
    reply = told(ack("C1", [err("IEE-413", "W"), err("CLR-100", "E")], chart="1001", end=" "))
    severities = {one.code: one.severity for one in reply.sightings}
    assert severities == {"IEE-413": Severity.WARNING, "CLR-100": Severity.ERROR}
    assert {one.whose.ref for one in reply.sightings if one.whose} == {"1001"}


def test_other_dividers_are_taken_from_the_header() -> None:
    message = ack(errors=[err()], chart="1001", doses=[dose()]).replace("|", "$").replace("^", "@")
    (found,) = told(message).sightings
    assert (found.severity, found.vaccine) == (Severity.WARNING, "08")
    assert found.whose is not None
    assert found.whose.ref == "1001"


def test_a_file_of_batches_says_nothing_with_its_frames() -> None:
    text = f"FHS|^~\\&|A\rBHS|^~\\&|A\r{ack(errors=[err()])}BTS|1\rFTS|1\r"
    reply = told(text)
    assert (codes(reply), unread(reply), reply.messages) == (["IEE-526"], [], 1)


def test_frames_of_the_wire_are_no_letters_of_the_message() -> None:
    reply = told(f"\x0b{ack(errors=[err()])}\x1c\r\x0b{ack('C2', said='AA')}\x1c\r")
    assert (codes(reply), unread(reply), reply.accepted) == (["IEE-526"], [], 1)


def test_an_error_that_mail_broke_in_two_is_put_together() -> None:
    broken = ack(errors=["ERR||RXA^1^5|207^Application error^HL70357|W|"], end="\n")
    reply = told(f"{broken}IEE-526^prescriber\n")
    assert [(one.code, one.severity) for one in reply.sightings] == [("IEE-526", Severity.WARNING)]


def test_prose_inside_a_message_is_named_and_belongs_to_nobody() -> None:
    reply = told(ack(errors=[err()], chart="1001", end="\n") + "Thank you\nMRN 1002 CLR-100\n")
    assert unread(reply) == [(5, "stray")]
    assert [one.whose.ref for one in reply.sightings if one.whose] == ["1001", "1002"]


def test_an_error_below_a_person_is_that_persons() -> None:
    text = "".join(
        f"PID|{n}||100{n}^^^ELM^MR||LOPEZ^A\rRXA|0|1|2026050{n}||08\r{err('IMR-111')}\r"
        for n in (1, 2)
    )
    for head in ("", "MSH|^~\\&|A|B|C|D|E||ACK|1|P|2.5.1\rMSA|AE|C1\r"):
        found = told(head + text).sightings
        assert [(one.whose.ref if one.whose else "", one.given_on) for one in found] == [
            ("1001", date(2026, 5, 1)),
            ("1002", date(2026, 5, 2)),
        ]


def test_a_second_answer_without_its_head_is_a_message_of_its_own() -> None:
    messages = [ack(f"C{n}", [err()]) for n in (1, 2)]
    reply = told("".join(text[text.index("MSA") :] for text in messages))
    assert [(one.code, one.control) for one in reply.sightings] == [
        ("IEE-526", "C1"),
        ("IEE-526", "C2"),
    ]
    assert reply.messages == 2


def test_whole_messages_pasted_into_one_line_are_told_apart() -> None:
    messages = [ack(f"C{n}", [err()], chart=f"100{n}", end=" ") for n in (1, 2)]
    reply = told("".join(messages))
    assert [one.whose.ref for one in reply.sightings if one.whose] == ["1001", "1002"]
    assert [one.lines for one in reply.sightings] == [[1], [1]]
