"""The Reports room in the window: pictures, numbers, lists behind them, TIPS, catalogues."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import Counter
from tests.office import Office
from tests.ui.accessibility import look
from tests.ui.reported import reported
from tests.ui.rooms_registry.at_the_registry import standing_in
from ui.presenters.tips import TipsTyped
from ui.shell.theme import theme
from ui.views.report_catalogue import CataloguePage
from ui.views.report_pictures import PicturesPage
from ui.views.report_tips import TipsPage
from ui.views.reports import ReportsView


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = reported(tmp_path_factory.mktemp("reports"))
    yield made
    made.desk.close()


@pytest.fixture
def counter(
    office: Office, dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    with standing_in(office, dressed, monkeypatch) as made:
        yield made


def drawn(counter: Counter, page: PicturesPage) -> PicturesPage:
    """Let the back stairs end: each picture is asked for when the one before is done."""
    for _ in range(40):
        counter.settle()
        if page.drawer.idle:
            break
    return page


def pictures(counter: Counter, **about: object) -> PicturesPage:
    room = counter.go("reports", section="pictures", **about)
    assert isinstance(room, ReportsView)
    assert isinstance(room.page, PicturesPage)
    counter.app.processEvents()
    room.page.to_grid() if not about else None
    return drawn(counter, room.page)


def tips(counter: Counter) -> TipsPage:
    room = counter.go("reports", section="tips")
    assert isinstance(room, ReportsView)
    counter.settle()
    assert isinstance(room.page, TipsPage)
    return room.page


def catalogue(counter: Counter, section: str = "re") -> CataloguePage:
    room = counter.go("reports", section=section)
    assert isinstance(room, ReportsView)
    counter.settle()
    assert isinstance(room.page, CataloguePage)
    return room.page


def test_seven_pictures_are_drawn_and_each_says_what_it_shows(counter: Counter) -> None:
    page = pictures(counter)
    assert len(page.cards) == 7
    assert [name for name, card in page.cards.items() if not card.picture.drawn] == []
    assert all(card.picture.accessibleName() for card in page.cards.values())


def test_arrows_go_from_picture_to_picture(counter: Counter) -> None:
    page = pictures(counter)
    counter.front()
    first, second = list(page.cards.values())[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_from_a_picture_over_a_number_to_the_client_by_key(counter: Counter) -> None:
    page = pictures(counter)
    QTest.keyClick(page.cards["coverage"], Qt.Key.Key_Return)
    drawn(counter, page)
    table = page.one.parts[0].table
    where = [
        (down, across)
        for down in range(table.rowCount() - 1)
        for across in range(1, table.columnCount())
        if (item := table.item(down, across)) is not None and item.text() == "1"
    ]
    table.setCurrentCell(*where[0])
    QTest.keyClick(table, Qt.Key.Key_Return)
    counter.settle()
    assert len(page.behind.rows) == 1
    QTest.keyClick(page.behind.table, Qt.Key.Key_Return)
    assert counter.inside.stage.room_id == "client"


def test_a_number_in_the_picture_leads_to_its_list_too(counter: Counter) -> None:
    page = pictures(counter, name="coverage")
    picture = page.one.parts[0].picture
    key, spot = next((key, place) for key, place in picture._spots if not place.isEmpty())
    at = QPoint(
        round(spot.center().x() * picture.width()), round(spot.center().y() * picture._tall())
    )
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)
    counter.settle()
    assert page.behind.key == key
    assert page.behind.rows


def test_a_number_in_a_small_picture_leads_to_its_list_and_back_to_all_pictures(
    counter: Counter,
) -> None:
    page = pictures(counter)
    picture = page.cards["coverage"].picture
    key, spot = next((key, place) for key, place in picture._spots if not place.isEmpty())
    at = QPoint(
        round(spot.center().x() * picture.width()), round(spot.center().y() * picture._tall())
    )
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)
    counter.settle()
    assert (page.behind.name, page.behind.key) == ("coverage", key)
    assert page.behind.rows
    counter.act("back")
    assert page.stack.currentWidget() is page._all
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert page.stack.currentWidget() is page.one, "beside the numbers the picture opens"


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_column_of_the_widest_numbers_needs_a_scroll(counter: Counter, language: str) -> None:
    counter.window.looks.speak(language)
    try:
        table = pictures(counter, name="coverage").one.parts[0].table
        assert table.horizontalScrollBar().maximum() == 0
    finally:
        counter.window.looks.speak("en")


def test_back_goes_from_list_to_report_to_all_pictures(counter: Counter) -> None:
    page = pictures(counter, name="coverage")
    page.to_behind("")
    counter.act("back")
    assert page.stack.currentWidget() is page.one
    counter.act("back")
    assert page.stack.currentWidget() is page._all


def test_a_picture_turns_with_theme_and_language(counter: Counter) -> None:
    page = pictures(counter, name="coverage")
    light = page.one.parts[0].picture._image
    said = page.one.parts[0].table.accessibleName()
    counter.window.looks.wear(mode=theme.mode.DARK)
    counter.window.looks.speak("es")
    try:
        page.one.parts[0].picture.wanted.emit()
        drawn(counter, page)
        assert page.one.parts[0].picture._image != light
        assert page.one.parts[0].table.accessibleName() != said
    finally:
        counter.window.looks.wear(mode=theme.mode.LIGHT)


def test_days_of_ones_own_are_typed_and_wrong_ones_refused_beside_them(counter: Counter) -> None:
    page = pictures(counter)
    filters = page.filters
    filters.kind.set_value("own")
    filters.kind.changed.emit()
    counter.type_in(filters.first, "01/05/2026")
    counter.type_in(filters.last, "01/04/2026")
    assert "before" in filters.last.said()
    assert page.presenter.period.last != date(2026, 1, 4)
    counter.type_in(filters.last, "02/05/2026")
    assert filters.last.said() == "5 February 2026"
    assert page.presenter.period.last == date(2026, 2, 5)
    drawn(counter, page)


def test_a_report_is_printed_and_saved_as_pages_and_as_numbers(
    counter: Counter, tmp_path: Path
) -> None:
    page = pictures(counter, name="funnel")
    counter.act("print")
    counter.settle()
    assert counter.printed[0].startswith(b"%PDF-")
    for name, kind, begins in (("r.pdf", "pdf", b"%PDF-"), ("r.xlsx", "xlsx", b"PK")):
        page.one.save(tmp_path / name, kind)
        counter.settle()
        assert (tmp_path / name).read_bytes().startswith(begins)
    page.one.save(tmp_path / "r.csv", "xlsx")
    counter.settle()
    assert b"," in (tmp_path / "r.csv").read_bytes()


# -- TIPS and catalogues ------------------------------------------------------------------


def test_a_figure_is_typed_in_kept_drawn_and_taken_back(counter: Counter) -> None:
    page = tips(counter)
    counter.type_in(page.month, "10/2026")
    counter.type_in(page.measure, "4 DTaP")
    counter.type_in(page.value, "87 %")
    counter.act("record")
    counter.settle()
    assert [row.cells[2] for row in page.table.rows.rows] == ["87 %"]
    assert page.month.text() == "10/2026", "the next measure is of the same month"
    assert page.measure.text() == ""
    assert page.title.text() == "4 DTaP"
    page.away.click()
    assert page.table.rows.rows == []


def test_a_figure_without_a_month_is_refused_beside_it(counter: Counter) -> None:
    page = tips(counter)
    counter.type_in(page.month, "")
    counter.act("record")
    assert "10/2026" in page.month.said()


def test_a_lever_is_confirmed_with_who_and_when(counter: Counter) -> None:
    page = tips(counter)
    before = page.presenter.levers()[-1]
    page._confirm(before.id)
    assert page.presenter.levers()[-1].confirmed


def test_an_open_form_of_a_report_keeps_what_is_typed_while_another_changes(
    counter: Counter,
) -> None:
    page = catalogue(counter)
    first, second = list(page.cards.values())[:2]
    first.unfold()
    assert first.form is not None
    counter.type_in(first.form.sent_by, "The region")
    counter.type_in(first.form.received, "11/2")
    first.form.save()
    assert [one.code for one in first.form.received.findings] == ["date.unreadable"]
    counter.type_in(first.form.received, "")
    second.came.click()
    counter.settle()
    assert first.form is not None
    assert first.form.sent_by.text() == "The region"
    first.form.save()
    counter.settle()
    assert first.line is not None
    assert first.line.sent_by == "The region"


def test_a_report_is_added_and_put_away_and_brought_back(counter: Counter) -> None:
    page = catalogue(counter)
    before = len(page.cards)
    page.add_button.click()
    assert page.form is not None
    counter.act("record")
    assert page.form.name.said(), "a name is wanted"
    counter.type_in(page.form.name, "Monthly mail")
    counter.act("record")
    counter.settle()
    assert len(page.cards) == before + 1
    list(page.cards.values())[-1].retire.click()
    counter.settle()
    assert len(page.cards) == before
    counter.act("undo")
    counter.settle()
    assert len(page.cards) == before + 1


def test_what_is_half_typed_is_offered_again_after_the_lock(counter: Counter) -> None:
    page = tips(counter)
    counter.type_in(page.measure, "3 polio")
    entity = catalogue(counter)
    card = next(iter(entity.cards.values()))
    card.unfold()
    assert card.form is not None
    counter.type_in(card.form.frequency, "each spring")
    assert counter.inside.keep()
    desk = counter.office.desk
    assert [
        kept.typed.measure for kept in desk.forms.kept("tips", str(page.site.value()), TipsTyped)
    ]
    card.form = None
    card.unfold()
    assert card.form is not None
    assert not card.form.kept_strip.isHidden()
    card.form.kept_strip.go_on.click()
    assert card.form.frequency.text() == "each spring"
    card.form.close_form()
    page.kept_strip.leave(saved=False)


def _states(counter: Counter) -> Iterator[tuple[str, object]]:
    yield "grid", pictures(counter)
    yield "one", pictures(counter, name="coverage")
    page = pictures(counter, name="coverage")
    page.to_behind("nothing")
    counter.settle()
    yield "behind", page
    yield "tips", tips(counter)
    yield "registry", catalogue(counter, "registry")
    entity = catalogue(counter)
    next(iter(entity.cards.values())).unfold()
    yield "form", entity
    next(iter(entity.cards.values())).fold()


@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("es", 200)])
def test_nothing_is_nameless_small_or_cut(counter: Counter, language: str, percent: int) -> None:
    counter.window.looks.speak(language)
    counter.window.looks.wear(percent=percent)
    try:
        told = {
            state: look.everything(counter.inside, counter.app) for state, _ in _states(counter)
        }
    finally:
        counter.window.looks.wear(percent=100)
    assert {state: complaints for state, complaints in told.items() if complaints} == {}
