"""Form packs: a sheet serves only after a supervisor has read it to the end and said so."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from immtrac_desk.domain.words import FormKind
from immtrac_desk.errors import RefusedError
from tests.journeys.conftest import Counter
from tests.office import Office
from tests.ui.rooms_office import desks
from tests.ui.window.conftest import Enter
from ui.presenters.packs import PackRow
from ui.shell.main_window import MainWindow
from ui.views.documents import DocumentsView
from ui.views.packs_page import PacksPage
from ui.views.settings import SettingsView


def packs(window: MainWindow) -> PacksPage:
    assert window.inside is not None
    window.resize(940, 620)  # too low for a whole sheet
    window.inside.go("packs")
    room = window.inside.stage.room
    assert isinstance(room, SettingsView)
    assert isinstance(room.page, PacksPage)
    return room.page


def choose(qtbot: QtBot, page: PacksPage, line: PackRow) -> None:
    page.choose(line)
    bar = page.preview._area.verticalScrollBar()
    qtbot.waitUntil(lambda: page.preview.pages() > 0 and bar.maximum() > 0, timeout=30_000)


def read_to_the_end(page: PacksPage) -> None:
    bar = page.preview._area.verticalScrollBar()
    bar.setValue(bar.maximum())


@pytest.fixture
def fresh(enter: Enter) -> tuple[PacksPage, Office]:
    """A clinic on its first day: ten sheets, none read."""
    window, office = enter()
    return packs(window), office


def test_ten_sheets_wait_and_none_serves(fresh: tuple[PacksPage, Office]) -> None:
    page, office = fresh
    assert len(page.rows) == 10
    assert page._left.accessibleName() == "10 sheets wait to be read."
    with pytest.raises(RefusedError, match=r"pack\.not_verified"):
        office.desk.papers.blank(FormKind.MINOR, "en")


def test_verify_is_offered_only_at_the_foot_of_the_sheet(
    fresh: tuple[PacksPage, Office], qtbot: QtBot
) -> None:
    page, _ = fresh
    line = next(row for row in page.presenter.rows() if row.pack.stock_no == "C-7")
    choose(qtbot, page, line)
    assert not page.verify.isEnabled()
    assert "record" not in page.handlers()
    read_to_the_end(page)
    assert page.verify.isEnabled()


def test_a_verified_sheet_carries_name_and_day_and_serves(
    fresh: tuple[PacksPage, Office], qtbot: QtBot
) -> None:
    page, office = fresh
    line = next(row for row in page.presenter.rows() if row.pack.language == "es")
    choose(qtbot, page, line)
    read_to_the_end(page)
    page.verify.click()
    kept = next(p for p in office.desk.papers.packs() if p.verified_on)
    assert (kept.stock_no, kept.language) == (line.pack.stock_no, "es")
    assert (kept.verified_by, kept.verified_on) == ("Marta Robles", office.desk.today())
    assert not page.verify.isVisible()
    assert office.desk.papers.blank(FormKind(kept.stock_no), "es").startswith(b"%PDF")


def test_another_sheet_begins_unread(fresh: tuple[PacksPage, Office], qtbot: QtBot) -> None:
    page, _ = fresh
    first, second = page.presenter.rows()[:2]
    choose(qtbot, page, first)
    read_to_the_end(page)
    choose(qtbot, page, second)
    assert not page.verify.isEnabled()


def test_a_sheet_that_does_not_serve_cannot_be_printed_and_leads_here(enter: Enter) -> None:
    window, _ = enter()
    assert window.inside is not None
    window.inside.go("documents", act="blank_forms")
    room = window.inside.stage.room
    assert isinstance(room, DocumentsView)
    assert not room.blanks.print.isEnabled()
    assert room.blanks.packs.isVisible()
    room.blanks.packs.click()
    assert window.inside.stage.room_id == "packs"


def test_a_practice_clinic_needs_no_verifying(enter: Enter, qtbot: QtBot) -> None:
    window, office = enter(practice=True)
    page = packs(window)
    choose(qtbot, page, page.presenter.rows()[0])
    assert not page.verify.isVisible()
    assert office.desk.papers.blank(FormKind.MINOR, "en").startswith(b"%PDF")


def test_a_clerk_reads_sheets_and_verifies_none(counter: Counter, qtbot: QtBot) -> None:
    desks.clerk(counter)
    page = packs(counter.window)
    choose(qtbot, page, page.presenter.rows()[0])
    read_to_the_end(page)
    assert not page.verify.isVisible()
    pack = page.presenter.rows()[0].pack
    with pytest.raises(RefusedError, match=r"right\.missing"):
        counter.office.desk.papers.verify_pack(pack.stock_no, pack.language, pack.revision)
