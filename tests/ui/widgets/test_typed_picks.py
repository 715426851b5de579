"""Picks that are typed into: Tab goes on from them, and a long name shows its beginning."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.views.reading_order import as_read
from ui.widgets.choice import Option
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.framed import Framed
from ui.widgets.layouts import column
from ui.widgets.open_pick import OpenPick
from ui.widgets.pick import Pick

LONG = "140 · Influenza, trivalent, preservative-free (Fluzone, Fluarix, FluLaval, Afluria)"
VACCINES = (Option("115", "115 · Tdap"), Option("140", LONG))

ROUTES = (
    Option("IM", "IM · Intramuscular"),
    Option("SC", "SC · Subcutaneous"),
    Option("ID", "ID · Intradermal"),
    Option("NS", "NS · Nasal"),
    Option("OTH", "OTH · Other, into the muscle"),
)


@pytest.fixture
def form(qtbot: QtBot, dressed: QApplication) -> tuple[QWidget, tuple[Framed, ...]]:
    found = (
        OpenPick("dose_field.cvx", VACCINES, name="cvx"),
        OpenPick("dose_field.trade_name", VACCINES, name="trade_name"),
        Field("dose_field.lot", name="lot"),
        Pick("dose_field.route", VACCINES, name="route"),
    )
    page = QWidget()
    page.setLayout(column(fields(*found[:3]), fields(*found[3:])))
    page.resize(700, 300)
    qtbot.addWidget(page)
    page.show()
    as_read(page)
    as_read(page)
    return page, found


def line_of(field: Framed) -> QLineEdit:
    assert isinstance(field, Pick)
    line = field.combo.lineEdit()
    assert line is not None
    return line


def test_tab_leaves_typed_picks_for_what_is_read_next_and_comes_back(
    form: tuple[QWidget, tuple[Framed, ...]],
) -> None:
    page, found = form
    found[0].setFocus()
    walked = []
    for key in [Qt.Key.Key_Tab] * 3 + [Qt.Key.Key_Backtab] * 3:
        at = page.focusWidget()
        assert at is not None
        QTest.keyClick(at, key)
        walked.append(next(f.name for f in found if f.isAncestorOf(page.focusWidget())))
    assert walked == ["trade_name", "lot", "route", "lot", "trade_name", "cvx"]


def test_a_long_name_shows_its_beginning_once_picked_by_hand_or_given(
    form: tuple[QWidget, tuple[Framed, ...]],
) -> None:
    _, found = form
    line = line_of(found[0])
    found[0].setFocus()
    QTest.keyClicks(line, "140")
    line.editingFinished.emit()
    assert (line.text(), line.cursorPosition()) == (LONG, 0)
    given = line_of(found[1])
    assert isinstance(found[1], Pick)
    found[1].set_value("140")
    assert (given.text(), given.cursorPosition()) == (LONG, 0)


def test_the_cursor_stays_where_somebody_types(
    form: tuple[QWidget, tuple[Framed, ...]],
) -> None:
    _, found = form
    line = line_of(found[0])
    found[0].setFocus()
    QTest.keyClicks(line, "flu")
    assert (line.text(), line.cursorPosition()) == ("flu", 3)


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        *(("intram", "IM"), ("Intrad", "ID"), ("id", "ID"), ("ID · I", "ID"), ("na", "NS")),
        *(("muscle", "OTH"), ("ot", "OTH"), ("nx", ""), ("intramx", ""), ("cular", "IM")),
        *(("s", "SC"), ("i", "IM"), ("oth", "OTH"), ("n", "NS")),
    ],
)
def test_what_is_typed_finds_the_words_and_the_code_and_nothing_that_lacks_it(
    page_of_one: Pick, typed: str, picked: str
) -> None:
    line = line_of(page_of_one)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, typed)
    # While a list is open, it is what gets the keys.
    QTest.keyClick(QApplication.activePopupWidget() or line, Qt.Key.Key_Tab)
    assert page_of_one.value() == picked
    said = {option.value: option.code for option in ROUTES}
    assert line.text() == said.get(picked, "")


@pytest.fixture
def page_of_one(qtbot: QtBot, dressed: QApplication) -> Iterator[Pick]:
    pick = Pick("dose_field.route", ROUTES, name="route", typing=True)
    page = QWidget()
    page.setLayout(column(fields(pick, Field("dose_field.lot", name="lot"))))
    qtbot.addWidget(page)
    page.show()
    as_read(page)
    yield pick
    page.hide()


def test_a_list_opens_as_wide_as_its_words_and_stays_on_the_screen(
    qtbot: QtBot, dressed: QApplication
) -> None:
    pick = OpenPick("dose_field.cvx", VACCINES, name="cvx")
    pick.setFixedWidth(200)
    qtbot.addWidget(pick)
    pick.show()
    pick.combo.showPopup()
    view = pick.combo.view()
    assert view is not None
    words = view.fontMetrics().horizontalAdvance(LONG)
    screen = pick.combo.screen().availableGeometry()
    assert pick.combo.width() < words
    assert view.width() >= min(words, screen.width() - pick.combo.mapToGlobal(QPoint()).x())
    assert view.mapToGlobal(QPoint(view.width() - 1, 0)).x() <= screen.right()
    pick.combo.hidePopup()
    line = line_of(pick)
    QTest.keyClicks(line, "flu")
    completer = pick.combo.completer()
    found = completer.popup() if completer is not None else None
    assert found is not None
    assert found.minimumWidth() == view.minimumWidth()


PEOPLE = (
    Option("1", "Nguyễn, Hường"),
    Option("2", "García, Ana"),
    Option("3", "Đặng, Minh"),
    Option("4", "O'Brien, Carmen"),
)


@pytest.mark.parametrize(
    ("typed", "offered", "picked"),
    [
        ("garcia", ["García, Ana"], "2"),
        ("GARCÍA", ["García, Ana"], "2"),
        ("huong", ["Nguyễn, Hường"], "1"),
        ("dang", ["Đặng, Minh"], "3"),
        ("garciax", [], ""),
    ],
)
def test_who_types_needs_no_accents_and_sees_them_in_what_is_found(
    qtbot: QtBot, dressed: QApplication, typed: str, offered: list[str], picked: str
) -> None:
    pick = Pick("handbook_room.sign.person", PEOPLE, name="person", typing=True)
    qtbot.addWidget(pick)
    pick.show()
    line, completer = line_of(pick), pick.combo.completer()
    QTest.keyClicks(line, typed)
    found = completer.completionModel()
    assert [found.index(i, 0).data() for i in range(found.rowCount())] == offered
    line.editingFinished.emit()
    assert pick.value() == picked
    assert line.text() == (offered[0] if offered else "")


@pytest.mark.parametrize("is_open", [True, False], ids=["open", "closed"])
def test_a_list_that_only_opens_is_typed_at_without_accents_too(
    qtbot: QtBot, dressed: QApplication, is_open: bool
) -> None:
    pick = Pick("history_room.person", PEOPLE, name="person")
    qtbot.addWidget(pick)
    pick.show()
    if is_open:
        pick.combo.showPopup()
    QTest.keyClicks(pick.combo.view() if is_open else pick.combo, "garc")
    if is_open:
        QTest.keyClick(pick.combo.view(), Qt.Key.Key_Return)
    assert pick.value() == "2"
