"""Notice, search line, banner, busy bar, pill, preview: each does what its docstring says."""

from __future__ import annotations

from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from immtrac_desk.domain.values import Explicit
from ui.shell.theme import Mode, theme
from ui.widgets.banner import Banner
from ui.widgets.busy_bar import BusyBar
from ui.widgets.card import RowCard
from ui.widgets.client_search import ClientSearch, Found
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import shown_keys
from ui.wording import tr


def some_pdf(*pages: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    for words in pages:
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


# The notice


@pytest.fixture
def notice(qtbot: QtBot, dressed: QApplication) -> Notice:
    notice = Notice()
    qtbot.addWidget(notice)
    return notice


def test_a_notice_replaces_the_one_before(notice: Notice) -> None:
    notice.tell("first")
    notice.tell("second")
    assert notice.text == "second"


def test_its_act_is_done_once_and_it_goes(notice: Notice) -> None:
    done: list[int] = []
    notice.tell("Recorded", action="notice.undo", act=lambda: done.append(1))
    assert notice.act()
    assert not notice.act()
    assert done == [1]
    assert notice.text == ""


def test_good_news_goes_by_itself_and_bad_stays(notice: Notice) -> None:
    notice.tell("fine", tone="good")
    assert notice._timer.isActive()
    notice.tell("not fine", tone="bad")
    assert not notice._timer.isActive()


def test_a_new_notice_forgets_the_old_act(notice: Notice) -> None:
    done: list[int] = []
    notice.tell("a", action="notice.undo", act=lambda: done.append(1))
    notice.tell("b")
    assert not notice.act()
    assert done == []


def test_a_notice_never_takes_the_focus(notice: Notice) -> None:
    assert notice.focusPolicy() is Qt.FocusPolicy.NoFocus


# Search


@pytest.fixture
def search(qtbot: QtBot, dressed: QApplication) -> ClientSearch:
    search = ClientSearch()
    qtbot.addWidget(search)
    search.show()
    return search


def test_it_asks_once_after_a_rest(search: ClientSearch, qtbot: QtBot) -> None:
    asked: list[str] = []
    search.asked.connect(asked.append)
    QTest.keyClicks(search.line, "garcia")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["garcia"], timeout=30_000)


def test_enter_asks_at_once_and_opens_the_first(search: ClientSearch) -> None:
    chosen: list[str] = []
    search.chosen.connect(chosen.append)
    search.asked.connect(lambda _: search.show_found([Found("c7", "García", "")]))
    QTest.keyClicks(search.line, "gar")
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert chosen == ["c7"]


def test_the_arrow_goes_down_the_list(search: ClientSearch) -> None:
    chosen: list[str] = []
    search.chosen.connect(chosen.append)
    search.show_found([Found("a", "A", ""), Found("b", "B", "")])
    QTest.keyClick(search.line, Qt.Key.Key_Down)
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert chosen == ["b"]


def test_enter_with_nobody_found_wants_the_client_added(search: ClientSearch) -> None:
    wanted: list[str] = []
    search.wanted.connect(wanted.append)
    QTest.keyClicks(search.line, "Nobody")
    search.ask()
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert wanted == ["Nobody"]


def test_enter_in_an_empty_line_does_nothing(search: ClientSearch) -> None:
    wanted: list[str] = []
    search.wanted.connect(wanted.append)
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert wanted == []


# Banner, busy bar, pill, card


def test_an_empty_banner_takes_no_room(qtbot: QtBot, dressed: QApplication) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.tell("Minor consent", source="DT-1.1")
    assert not banner.isHidden()
    assert banner.accessibleName() == "Minor consent"


def test_short_work_shows_nothing(qtbot: QtBot, dressed: QApplication) -> None:
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.begin("lock.opening")
    assert bar.isHidden()
    bar.end()
    assert not bar._timer.isActive()


def test_long_work_shows_its_verb_and_a_cancel_that_works(
    qtbot: QtBot, dressed: QApplication
) -> None:
    bar = BusyBar()
    qtbot.addWidget(bar)
    cancelled: list[int] = []
    bar.begin("lock.opening", lambda: cancelled.append(1))
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=30_000)
    assert bar._verb.text() == "Opening"
    bar._cancel.click()
    assert cancelled == [1]
    assert bar.isHidden()


@pytest.mark.parametrize("tone", ["good", "warn", "bad", "quiet"])
def test_a_pill_is_told_apart_without_its_colour(
    qtbot: QtBot, dressed: QApplication, tone: str
) -> None:
    shaped, bare = StatusPill("Status", tone), StatusPill("Status", tone, shape=False)
    for pill in (shaped, bare):
        qtbot.addWidget(pill)
    assert shaped.sizeHint().width() > bare.sizeHint().width()
    assert shaped.accessibleName() == "Status"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_row_opens_by_key(qtbot: QtBot, dressed: QApplication, key: Qt.Key) -> None:
    card = RowCard(name="Signed, not yet affirmed")
    qtbot.addWidget(card)
    opened: list[int] = []
    card.opened.connect(lambda: opened.append(1))
    QTest.keyClick(card, key)
    assert opened == [1]


def test_keys_are_spelled_the_same_in_both_languages() -> None:
    said = [shown_keys(keys) for keys in ("Ctrl+Return", "Ctrl+Shift+N", "Ctrl++", "F1", "")]
    assert said == ["Ctrl ↵", "Ctrl Shift N", "Ctrl +", "F1", ""]


# Layouts that follow the text


def test_fields_stand_beside_each_other_until_there_is_no_room(
    qtbot: QtBot, dressed: QApplication
) -> None:
    one, other = Field("lock.name"), Field("lock.code")
    row = fields(one, other, shares=(2, 2))
    qtbot.addWidget(row)
    row.resize(600, 200)
    row.show()
    assert one.y() == other.y()
    row.resize(220, 300)
    dressed.processEvents()
    assert other.y() > one.y()
    assert other.width() == row.width()


def test_boxes_of_a_row_line_up_where_one_label_takes_two_lines(
    qtbot: QtBot, dressed: QApplication
) -> None:
    toggled = Field("lock.code", explicit=(Explicit.UNKNOWN, Explicit.NONE))
    plain, long = Field("lock.name"), Field("first_run.restore_code")
    row = fields(toggled, plain, long, shares=(2, 2, 2))
    qtbot.addWidget(row)
    row.resize(640, 300)
    row.show()
    for _ in range(8):
        dressed.processEvents()
    tops = {f.line.mapTo(row, QPoint(0, 0)).y() for f in (toggled, plain, long)}
    assert long._label.height() > plain._label.height()
    assert len(tops) == 1


def test_shares_divide_the_width(qtbot: QtBot, dressed: QApplication) -> None:
    one, other = Field("lock.name"), Field("lock.code")
    row = fields(one, other, shares=(3, 1))
    qtbot.addWidget(row)
    row.resize(900, 200)
    row.show()
    assert one.width() > 2 * other.width()


def test_words_wrap_to_the_next_line(qtbot: QtBot, dressed: QApplication) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = Flow(box)
    for _ in range(4):
        flow.addWidget(QPushButton("A button"))
    assert flow.heightForWidth(150) > 3 * flow.heightForWidth(2000)


# The sheet


@pytest.fixture
def preview(qtbot: QtBot, dressed: QApplication) -> PdfPreview:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(460, 600)
    preview.show()
    return preview


def test_the_sheet_is_shown_from_memory_and_can_be_read_out(preview: PdfPreview) -> None:
    preview.show_pdf(some_pdf("Consent for a minor", "Second page"))
    assert preview.pages() == 2
    assert "Consent for a minor" in preview.text()
    assert "Second page" in preview._area.accessibleDescription()
    assert preview._page.text() == "Page 1 of 2"


def test_of_a_long_run_the_page_in_sight_is_read_out_and_few_are_held(
    preview: PdfPreview, dressed: QApplication
) -> None:
    preview.show_pdf(some_pdf(*(f"Letter {number}" for number in range(30))))
    dressed.processEvents()
    assert preview._area.accessibleDescription().strip() == "Letter 0"
    for page in range(1, 20):
        preview.go_to(page)
        preview.grab()
    assert preview._area.accessibleDescription().strip() == "Letter 19"
    assert len(preview._paper._images) <= 12


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_paper_is_white_in_both_themes(
    preview: PdfPreview, dressed: QApplication, mode: Mode
) -> None:
    theme.wear(dressed, mode)
    preview.show_pdf(some_pdf("x"))
    dressed.processEvents()
    spot = preview.grab().toImage().pixelColor(preview.width() // 2, preview.height() // 2)
    assert spot.name() == "#ffffff"


def test_a_page_is_gone_to(preview: PdfPreview, dressed: QApplication) -> None:
    preview.show_pdf(some_pdf("a", "b", "c"))
    dressed.processEvents()
    preview.go_to(1)
    assert preview.page() == 1


def test_a_live_sheet_keeps_its_place(preview: PdfPreview, dressed: QApplication) -> None:
    preview.show_pdf(some_pdf("a", "b", "c"))
    dressed.processEvents()
    preview.go_to(2)
    preview.show_pdf(some_pdf("a!", "b", "c"))
    assert preview.page() == 2
    assert "a!" in preview.text()


def test_no_bytes_show_no_paper(preview: PdfPreview) -> None:
    preview.show_pdf(some_pdf("a"))
    preview.show_pdf(b"")
    assert preview.pages() == 0
    assert not preview._page.isVisible()


def test_zoom_stops_at_its_ends(preview: PdfPreview) -> None:
    preview.show_pdf(some_pdf("a"))
    assert not preview._smaller.isEnabled()
    for _ in range(9):
        preview._larger.click()
    assert not preview._larger.isEnabled()
    for _ in range(9):
        preview._smaller.click()
    assert not preview._smaller.isEnabled()


def test_the_page_line_turns_with_the_language(preview: PdfPreview) -> None:
    preview.show_pdf(some_pdf("a"))
    tr.use("es")
    preview.retell()
    assert preview._page.text() == "Página 1 de 1"
