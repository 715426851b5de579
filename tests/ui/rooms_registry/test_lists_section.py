"""The section Lists in the window: lists, filters, ticks, letters as pages, the list as a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Address, PersonName
from tests.journeys.conftest import Counter
from tests.office import Office, open_office
from tests.ui.accessibility import look
from tests.ui.rooms_registry.at_the_registry import standing_in
from ui.views.documents import LETTERS, DocumentsView
from ui.views.registry import RegistryView
from ui.views.registry_lists import RegistryLists

SOON = date(2008, 12, 10)
PEOPLE = (("García", "Ana", "es"), ("Nguyễn", "Thị Đào", "en"), ("Ortiz", "Luis", "en"))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("lists"), verified=False)
    for last, first, language in PEOPLE:
        made.client(SOON, name=PersonName(last=last, first=first), language=language)
    made.client(SOON, name=PersonName(last="Sin", first="Casa"), address=Address())
    yield made
    made.desk.close()


@pytest.fixture
def counter(
    office: Office, dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    with standing_in(office, dressed, monkeypatch) as made:
        yield made


def lists(counter: Counter) -> RegistryLists:
    """The section, with the list of who turns 18 in hand."""
    room = counter.go("registry", section="lists", list_code="turning_18")
    assert isinstance(room, RegistryView)
    counter.settle()
    assert isinstance(room.page, RegistryLists)
    return room.page


def names(page: RegistryLists) -> list[str]:
    return [row.cells[0] for row in page.people.table.rows.rows]


def made_letters(counter: Counter) -> int:
    return len(counter.office.desk.book.history(acts=(ActKind.LETTER_MADE.value,)))


def written(counter: Counter) -> RegistryLists:
    """A run of one letter, asked for by key."""
    page = lists(counter)
    counter.type_in(page.people.filters.text, "garcia")
    page.people.narrow()
    counter.act("letters")
    counter.settle()
    counter.act("record")
    counter.settle()
    return page


def test_a_list_is_filtered_ticked_and_opened_by_key(counter: Counter) -> None:
    page = lists(counter)
    assert len(names(page)) == len(PEOPLE) + 1
    counter.type_in(page.people.filters.text, "dao")
    page.people.narrow()
    assert names(page) == ["Nguyễn, Thị Đào"]
    QTest.keyClick(page.people.table, Qt.Key.Key_Space)
    assert len(page.presenter.ticked) == 1
    assert "1" in page.people.letters.text()
    QTest.keyClick(page.people.table, Qt.Key.Key_Return)
    assert counter.inside.stage.room_id == "client"


def test_arrows_among_the_lists_show_each_at_once(counter: Counter) -> None:
    page = lists(counter)
    before = page.presenter.code
    QTest.keyClick(page.choices, Qt.Key.Key_Up)
    QTest.keyClick(page.choices, Qt.Key.Key_Down)
    QTest.keyClick(page.choices, Qt.Key.Key_Down)
    assert page.presenter.code != before
    assert page.people.name.text() == page.presenter.title()


def test_a_list_of_nobody_says_what_will_stand_there(counter: Counter) -> None:
    page = lists(counter)
    page.choose("conflict")
    assert page.people._stack.currentIndex() == 1
    assert "letters" not in page.handlers()


def test_the_plan_names_who_is_left_out(counter: Counter) -> None:
    page = lists(counter)
    counter.act("letters")
    counter.settle()
    letters = page.letters
    assert letters.presenter.count == len(PEOPLE)
    left = [letters.table.item(at, 0) for at in range(letters.table.rowCount())]
    assert [item.text() for item in left if item is not None] == ["Sin, Casa"]


def test_a_run_is_shown_as_pages_printed_saved_and_noted(counter: Counter, tmp_path: Path) -> None:
    before = made_letters(counter)
    page = written(counter)
    assert page.letters.preview.pages() == 2, "a letter and its envelope"
    assert "Ana" in page.letters.preview.text()
    counter.act("print")
    page.letters.save(tmp_path / "run.pdf")
    assert counter.printed == [(tmp_path / "run.pdf").read_bytes()]
    assert made_letters(counter) == before + 1


def test_cancel_leaves_no_letter_and_says_so(counter: Counter) -> None:
    before = made_letters(counter)
    page = lists(counter)
    counter.act("letters")
    counter.settle()
    # While the first sheet is drawn: the moment of a press would be a matter of luck.
    page.letters.stepped.connect(page.letters.stop, Qt.ConnectionType.DirectConnection)
    page.letters.write()
    counter.settle()
    assert made_letters(counter) == before
    assert page.letters.presenter.run is None
    assert "Stopped" in page.letters.outcome.accessibleName()
    assert page.letters.do.isEnabled(), "one can begin again"


def test_the_lock_falls_upon_a_run_and_nothing_of_it_is_noted(counter: Counter) -> None:
    before = made_letters(counter)
    page = lists(counter)
    counter.act("letters")
    counter.settle()
    gate = Event()
    page.letters.stepped.connect(lambda *_: gate.wait(60), Qt.ConnectionType.DirectConnection)
    page.letters.write()
    assert counter.inside.keep()
    gate.set()
    counter.settle()
    assert made_letters(counter) == before


def test_the_last_run_can_be_returned_to(counter: Counter) -> None:
    page = written(counter)
    page.letters.left.emit()
    assert not page.last_run.isHidden()
    page.last_run.click()
    assert page.letters.preview.pages() == 2


def test_a_run_whose_pages_a_lock_hid_is_found_again_and_printed(
    counter: Counter, tmp_path: Path
) -> None:
    """As where the lock falls in the instant between the note and the pages."""
    desk, before = counter.office.desk, made_letters(counter)
    client = next(one.client_id for one in desk.letters.lists()[1].entries if one.client_id)
    run = desk.letters.write("turning_18", [client])
    page = lists(counter)
    assert page.letters.presenter.run is None
    assert not page.last_run.isHidden()
    page.last_run.click()
    room = counter.inside.stage.room
    assert isinstance(room, DocumentsView)
    assert room.kind.value() == LETTERS
    assert room.letters.preview.pages() == run.pages
    assert look.everything(counter.inside, counter.app) == {}
    counter.act("print")
    room.letters.save_to(tmp_path / "run.pdf")
    assert counter.printed == [run.pdf] == [(tmp_path / "run.pdf").read_bytes()]
    lines = desk.book.history(limit=3)
    assert [line.act for line in lines] == ["letters_again", "letters_again", "letters_looked_at"]
    assert made_letters(counter) == before + 1, "and nobody is noted again"


def test_the_list_is_written_where_one_says(counter: Counter, tmp_path: Path) -> None:
    page = lists(counter)
    for name in ("list.csv", "list.xlsx"):
        page.people.write_export(tmp_path / name)
        counter.settle()
    assert b"Ortiz" in (tmp_path / "list.csv").read_bytes()
    assert (tmp_path / "list.xlsx").read_bytes().startswith(b"PK")
    page.people.write_export(tmp_path / "nowhere" / "list.csv")
    counter.settle()
    assert "could not be written" in counter.inside.notice.text


@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("es", 200)])
def test_nothing_is_nameless_small_or_cut(counter: Counter, language: str, percent: int) -> None:
    counter.window.looks.speak(language)
    counter.window.looks.wear(percent=percent)
    told = {}
    try:
        page = lists(counter)
        told["lists"] = look.everything(counter.inside, counter.app)
        page.beside.turn()
        told["people"] = look.everything(counter.inside, counter.app)
        page.to_letters()
        counter.settle()
        told["plan"] = look.everything(counter.inside, counter.app)
        page.letters.write()
        counter.settle()
        told["run"] = look.everything(counter.inside, counter.app)
    finally:
        counter.window.looks.wear(percent=100)
    assert {part: complaints for part, complaints in told.items() if complaints} == {}
