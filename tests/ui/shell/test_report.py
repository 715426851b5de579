"""The report of a crash: where, of what kind, and nothing of whom."""

from __future__ import annotations

from immtrac_desk.errors import DeskError
from ui.presenters.shell_report import scrubbed

NAME = "García-López"


def report_of(error: Exception) -> str:
    def breaks(person: str) -> None:
        assert person
        raise error

    try:
        breaks(NAME)
    except Exception as caught:
        return scrubbed(caught, caught.__traceback__)
    raise AssertionError


def test_what_was_typed_is_in_no_report() -> None:
    assert NAME not in report_of(ValueError(f"no such client: {NAME}"))


def test_the_kind_and_the_place_are() -> None:
    report = report_of(ValueError(NAME))
    assert "builtins.ValueError" in report
    assert "test_report.py" in report
    assert " breaks" in report


def test_the_code_of_a_refusal_is() -> None:
    assert "[vault.full]" in report_of(DeskError("vault.full", name=NAME))


def test_folders_that_name_a_person_are_not() -> None:
    report = report_of(ValueError())
    assert "/home/" not in report
    assert "/tmp/" not in report


def test_a_cause_is_told_by_kind_only() -> None:
    error = RuntimeError(NAME)
    error.__cause__ = KeyError(NAME)
    report = report_of(error)
    assert "because of builtins.KeyError" in report
    assert NAME not in report
