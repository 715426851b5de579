"""Lists at hand: what is derived at once, what is brought while somebody may go on working."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from immtrac_desk.desk import stale
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.errors import VaultError
from immtrac_desk.store.unit_of_work import UnitOfWork
from tests.desk.dosing import enter, report, take
from tests.office import Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return open_office(tmp_path)


def _few(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    for place in ("derived", "registry_board"):
        monkeypatch.setattr(f"immtrac_desk.desk.{place}.FEW", most)


def test_what_a_few_clients_need_is_always_at_hand(office: Office) -> None:
    enter(office, office.client())
    assert office.desk.book.lists_at_hand()
    assert office.reopen().book.lists_at_hand()


def test_of_many_clients_the_lists_are_brought_first(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        enter(office, office.client())
    _few(monkeypatch, 2)
    desk = office.reopen()
    assert not desk.book.lists_at_hand()
    desk.book.bring_lists()
    assert desk.book.lists_at_hand()


def test_an_act_about_one_client_leaves_them_at_hand_a_setting_and_a_new_day_do_not(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    clients = [office.client() for _ in range(3)]
    _few(monkeypatch, 2)
    office.desk.book.bring_lists()
    enter(office, clients[0])
    assert office.desk.book.lists_at_hand()
    office.desk.book.change_setting("clinic.name", "Elm Street Clinic")
    assert not office.desk.book.lists_at_hand()
    office.desk.book.bring_lists()
    office.clock.on(office.desk.today() + timedelta(days=1))
    assert not office.desk.book.lists_at_hand()


def test_a_long_answer_is_brought_first_a_short_one_is_not(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    _few(monkeypatch, 1)
    office.desk.book.bring_lists()
    take(office, "IMR-111 told\n")
    assert office.desk.book.lists_at_hand()
    take(office, "".join(f"ERR||RXA^1|207|W|IMR-{code}\r" for code in range(100, 125)))
    assert not office.desk.book.lists_at_hand()


def test_an_act_while_the_lists_are_derived_is_not_forgotten(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    dose = enter(office, office.client())
    board = office.desk.doses.board
    begun, go_on = Event(), Event()
    whole = type(board)._read_all

    def slowly(self: object, uow: UnitOfWork) -> None:
        whole(board, uow)
        begun.set()
        assert go_on.wait(60)

    monkeypatch.setattr(type(board), "_read_all", slowly)
    board.hear(Changes(settings=True))
    reader = Thread(target=office.desk.book.bring_lists)
    reader.start()
    assert begun.wait(60)
    assert not office.desk.book.lists_at_hand()
    report(office, dose)
    go_on.set()
    reader.join(60)
    assert office.desk.doses.to_report() == ()


def test_what_fails_is_derived_anew(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(office, office.client())
    assert len(office.desk.doses.to_report()) == 1
    board = office.desk.doses.board
    broken: Callable[..., None] = _breaks
    with monkeypatch.context() as once:
        once.setattr(type(board), "_read_again", broken)
        enter(office, office.client())
        with pytest.raises(VaultError):
            office.desk.doses.to_report()
    assert len(office.desk.doses.to_report()) == 2


def _breaks(*_: object) -> None:
    raise VaultError("vault.damaged")


def test_marks_add_up_until_they_are_taken() -> None:
    marks = stale.Marks()
    assert marks.take().everything
    assert not marks.look()
    for name in ("a", "b"):
        marks.hear(Changes(clients=frozenset({ClientId(name)})))
    marks.hear(Changes(answers=True))
    taken = marks.take()
    assert taken.clients == {"a", "b"}
    assert (taken.answers, taken.sites, taken.everything) == (True, False, False)
    assert not marks.take()
