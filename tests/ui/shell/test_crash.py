"""What nobody caught: a refusal becomes a notice, anything else a report without names."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal

from immtrac_desk.errors import DeskError
from ui.shell.crash import catch_everything


class Caught:
    def __init__(self) -> None:
        self.reports: list[str] = []
        self.refused: list[str] = []
        self.put_back = catch_everything(
            self.reports.append, lambda error: self.refused.append(error.code)
        )

    def throw(self, error: BaseException) -> None:
        try:
            raise error
        except BaseException as thrown:
            sys.excepthook(type(thrown), thrown, thrown.__traceback__)


@pytest.fixture
def caught() -> Iterator[Caught]:
    made = Caught()
    yield made
    made.put_back()


def test_a_refusal_is_no_crash(caught: Caught) -> None:
    caught.throw(DeskError("vault.full"))
    assert (caught.refused, caught.reports) == (["vault.full"], [])


def test_anything_else_is_reported_without_its_message(caught: Caught) -> None:
    caught.throw(ValueError("García"))
    assert "ValueError" in caught.reports[0]
    assert "García" not in caught.reports[0]


def test_a_crash_while_telling_a_crash_ends_on_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(_: str) -> None:
        sys.excepthook(KeyError, KeyError("x"), None)

    put_back = catch_everything(broken, lambda _: None)
    sys.excepthook(ValueError, ValueError("x"), None)
    put_back()
    assert "KeyError" in capsys.readouterr().err


def test_the_old_hook_comes_back() -> None:
    before = sys.excepthook
    catch_everything(lambda _: None, lambda _: None)()
    assert sys.excepthook is before


class Bell(QObject):
    rung = Signal()


def test_what_breaks_in_a_slot_is_caught(caught: Caught, qapp: object) -> None:
    bell = Bell()

    def breaks() -> None:
        raise ZeroDivisionError

    bell.rung.connect(breaks)
    bell.rung.emit()
    assert any("ZeroDivisionError" in report for report in caught.reports)
