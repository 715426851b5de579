"""The list bringer: at once where lists are at hand, off the event loop where much changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from immtrac_desk.desk.registry_board import RegistryBoard
from immtrac_desk.domain.changes import Changes
from immtrac_desk.errors import DeskError, VaultError
from tests.desk.dosing import enter
from tests.office import Office, open_office
from ui import background
from ui.shell.lists_bar import ListsBar


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = open_office(tmp_path_factory.mktemp("office"))
    for _ in range(2):
        enter(office, office.client())
    return office


@pytest.fixture
def page(dressed: QApplication) -> Iterator[QWidget]:
    page = QWidget()
    page.show()
    yield page
    page.deleteLater()


@pytest.fixture
def refused() -> list[DeskError]:
    return []


@pytest.fixture
def bar(
    dressed: QApplication, office: Office, refused: list[DeskError], monkeypatch: pytest.MonkeyPatch
) -> ListsBar:
    """Before a desk for which one client is many."""
    for place in ("derived", "registry_board"):
        monkeypatch.setattr(f"immtrac_desk.desk.{place}.FEW", 0)
    office.desk.book.bring_lists()
    return ListsBar(office.desk, refused.append)


def _much_changed(office: Office) -> None:
    for hear in office.desk.corridor.keepers:
        hear(Changes(settings=True))


def _brought(app: QApplication) -> None:
    while background.busy():
        app.processEvents()


def _noting(into: list[str], word: str) -> Callable[[], None]:
    return lambda: into.append(word)


def test_what_is_at_hand_is_shown_in_the_same_turn(bar: ListsBar, page: QWidget) -> None:
    done: list[str] = []
    bar.then(page, _noting(done, "shown"))
    assert done == ["shown"]


def test_where_much_changed_it_is_shown_when_the_lists_are_there(
    bar: ListsBar, page: QWidget, office: Office, dressed: QApplication
) -> None:
    _much_changed(office)
    done: list[str] = []
    shown = _noting(done, "shown")
    bar.then(page, shown)
    bar.then(page, shown)
    assert done == []
    _brought(dressed)
    assert done == ["shown"]
    assert office.desk.book.lists_at_hand()


def test_a_page_out_of_sight_or_gone_is_not_shown(
    bar: ListsBar, page: QWidget, office: Office, dressed: QApplication
) -> None:
    _much_changed(office)
    done: list[str] = []
    gone = QWidget()
    bar.then(page, _noting(done, "hidden"))
    bar.then(gone, _noting(done, "gone"))
    page.hide()
    del gone
    _brought(dressed)
    assert done == []


def test_what_changes_meanwhile_is_waited_for_too(
    bar: ListsBar, page: QWidget, office: Office, dressed: QApplication
) -> None:
    _much_changed(office)
    done: list[str] = []
    bar.then(page, lambda: _much_changed(office))
    bar.then(page, _noting(done, "shown"))
    _brought(dressed)
    assert done == ["shown"]
    assert office.desk.book.lists_at_hand()


def test_a_refusal_is_said_and_the_next_asking_tries_again(
    bar: ListsBar,
    page: QWidget,
    office: Office,
    dressed: QApplication,
    refused: list[DeskError],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(*_: object) -> None:
        raise VaultError("vault.damaged")

    _much_changed(office)
    done: list[str] = []
    with monkeypatch.context() as once:
        once.setattr(RegistryBoard, "_read_all", breaks)
        bar.then(page, _noting(done, "shown"))
        _brought(dressed)
    assert [error.code for error in refused] == ["vault.damaged"]
    assert done == []
    bar.then(page, _noting(done, "shown"))
    _brought(dressed)
    assert done == ["shown"]
