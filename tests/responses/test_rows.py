"""Rows: a consent fault once for each client, a dose's fault once for each dose, counts kept."""

from immtrac_desk.responses import ResponseRow, Severity, read, rows
from tests.responses.answers import ack, dose, err


def listed(text: str) -> tuple[ResponseRow, ...]:
    found = read(text.encode()).sightings
    return rows(found, lambda code: code.startswith("CLR-") or code == "IMR-132")


def shown(text: str) -> list[tuple[str, str | None, int]]:
    return [(one.code, one.whose.ref if one.whose else None, one.count) for one in listed(text)]


def answered(code: str, charts: str, *, at: str = "RXA^1^5") -> str:
    """One message for each letter, each about a dose of its own day."""
    return "".join(
        ack(f"C{n}", [err(code, at=at)], chart=chart, doses=[dose(given=f"2026050{n}")])
        for n, chart in enumerate(charts, 1)
    )


def test_a_consent_fault_is_one_row_for_each_client() -> None:
    assert shown(answered("CLR-100", "AAB")) == [("CLR-100", "A", 2), ("CLR-100", "B", 1)]
    assert shown(answered("IMR-132", "AAB")) == [("IMR-132", "A", 2), ("IMR-132", "B", 1)]


def test_another_fault_is_one_row_for_each_dose() -> None:
    assert shown(answered("IMR-133", "AAB")) == [
        ("IMR-133", "A", 1),
        ("IMR-133", "A", 1),
        ("IMR-133", "B", 1),
    ]


def test_a_fault_of_the_client_is_one_row_whatever_dose_was_sent() -> None:
    assert shown(answered("IEE-413", "AAB", at="PID^1^13")) == [
        ("IEE-413", "A", 2),
        ("IEE-413", "B", 1),
    ]


def test_two_consent_faults_of_one_client_are_two_rows() -> None:
    text = ack("C1", [err("CLR-100", at="PID^1^3"), err("CLR-105", at="PID^1^3")], chart="A")
    assert shown(text) == [("CLR-100", "A", 1), ("CLR-105", "A", 1)]


def test_the_same_dose_answered_in_two_messages_counts_once() -> None:
    sent = [ack(n, [err("IMR-109")], chart="A", doses=[dose()]) for n in ("C1", "C2")]
    assert shown("".join(sent)) == [("IMR-109", "A", 1)]
    assert listed("".join(sent))[0].lines == [3, 8]


def test_doses_that_the_answer_does_not_name_are_told_apart_by_message_and_place() -> None:
    sent = [
        ack("C1", [err("IMR-109"), err("IMR-109", at="RXA^2^5")], chart="A"),
        ack("C2", [err("IMR-109")], chart="A"),
    ]
    assert shown("".join(sent)) == [("IMR-109", "A", 3)]


def test_the_same_message_twice_counts_once() -> None:
    assert shown(ack("C1", [err("IMR-109")]) * 2) == [("IMR-109", None, 1)]


def test_people_without_a_number_are_told_apart_by_name_and_stay_unnamed() -> None:
    sent = [
        ack(n, [err("CLR-100")], chart="^^^^", name=name)
        for n, name in (("C1", "LOPEZ^ANA"), ("C2", "LOPEZ^EVA"), ("C3", "lopez^ana"))
    ]
    assert shown("".join(sent)) == [("CLR-100", "", 2), ("CLR-100", "", 1)]
    assert "LOPEZ" not in repr(listed("".join(sent)))


def test_nobodys_answers_share_a_row_and_keep_their_count_and_messages() -> None:
    text = "".join(ack(f"C{n}", [err("CLR-100")]) for n in range(3))
    (row,) = listed(text)
    assert (row.count, row.lines, row.controls) == (3, [3, 6, 9], ["C0", "C1", "C2"])


def test_a_row_is_as_severe_as_the_worst_of_it() -> None:
    sent = [ack(n, [err("CLR-100", s)], chart="A") for n, s in (("C1", "W"), ("C2", "E"))]
    assert listed("".join(sent))[0].severity is Severity.ERROR
    assert listed("".join(sent[:1]))[0].severity is Severity.WARNING
