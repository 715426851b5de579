"""All sites in one table, the most urgent first; 500 of them without a pause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.sites import blank_site, room, site_with
from ui.views.agreement_sites import SitesPage
from ui.views.site_table import COLUMNS


def page(counter: Counter) -> SitesPage:
    shown = room(counter, section="sites").page
    assert isinstance(shown, SitesPage)
    return shown


def names(shown: SitesPage) -> list[str]:
    return [row.cells[0] for row in shown.presenter.rows]


def three_sites(counter: Counter) -> None:
    desk = counter.office.desk
    site_with(desk, name="Oak Street Clinic")
    site_with(desk, date(2024, 10, 1), name="Maple Clinic", city="Waco")
    desk.roster.save_organization(blank_site(desk, "Willow School", org_type="school"))


def test_several_sites_are_listed_the_most_urgent_first(counter: Counter) -> None:
    three_sites(counter)
    entered = room(counter)
    assert entered.section == "sites"
    shown = page(counter)
    assert names(shown) == ["Maple Clinic", "Willow School", "Oak Street Clinic"]
    assert shown.presenter.rows[0].cells[1:4] == ("Overdue", "1 Oct 2026", "52 days overdue")
    signed = shown.table.sites.data(shown.table.sites.index(0, 1))
    assert signed == "▲ Overdue", "never by colour alone"


def test_typed_words_and_a_state_narrow_the_list(counter: Counter) -> None:
    three_sites(counter)
    shown = page(counter)
    shown.line.setText("WACO maple")
    shown.narrow()
    assert names(shown) == ["Maple Clinic"]
    shown.line.setText("")
    shown.state.set_value("NONE")
    shown.narrow()
    assert names(shown) == ["Willow School"]
    shown.line.setText("nothing like it")
    shown.narrow()
    assert names(shown) == []
    assert shown._stack.currentIndex() == 1, "an empty list says what to do"


def test_enter_opens_the_site_and_the_way_back_is_beside_its_name(counter: Counter) -> None:
    three_sites(counter)
    shown = page(counter)
    shown.line.setText("oak street")
    QTest.keyClick(shown.line, Qt.Key.Key_Return)
    entered = room(counter, section="standing")
    assert entered.name.text() == "Oak Street Clinic"
    assert entered.all.isVisible()
    entered.all.click()
    assert entered.section == "sites"


def test_arrows_go_from_the_line_into_the_table_and_enter_opens(counter: Counter) -> None:
    three_sites(counter)
    shown = page(counter)
    QTest.keyClick(shown.line, Qt.Key.Key_Down)
    QTest.keyClick(shown.table, Qt.Key.Key_Down)
    assert shown.table.chosen() == 1
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert counter.room.name.text() == "Willow School"  # type: ignore[attr-defined]


def test_a_parent_is_told_at_its_sub_site(counter: Counter) -> None:
    desk = counter.office.desk
    parent = site_with(desk, name="Oak Street Clinic")
    below = blank_site(desk, "Elm Annex", parent_id=parent.id)
    below = desk.roster.save_organization(below)
    entered = room(counter, organization_id=below.id)
    assert "part of Oak Street Clinic" in entered.under.text()


def test_five_hundred_sites_cost_the_table_no_row_out_of_sight(counter: Counter) -> None:
    three_sites(counter)
    shown = page(counter)
    lines = shown.presenter.read()
    many = [
        replace(lines[0], organization=replace(lines[0].organization, name=f"Site {at}"))
        for at in range(500)
    ]
    shown.presenter.take(many)
    shown.narrow()
    assert shown.table.sites.rowCount() == 500
    asked: list[int] = []
    told = shown.table.sites.data

    def counted(index: object, role: int = 0) -> object:
        asked.append(index.row())  # type: ignore[attr-defined]
        return told(index, role)  # type: ignore[arg-type]

    shown.table.sites.data = counted  # type: ignore[method-assign, assignment]
    shown.table.scrollToBottom()
    shown.table.viewport().repaint()
    assert len(set(asked)) < 60, "only what is in sight is asked for"
    assert max(asked) == 499


def test_at_large_text_the_table_keeps_what_matters(counter: Counter) -> None:
    three_sites(counter)
    shown = page(counter)
    counter.window.looks.wear(percent=200)
    try:
        kept = [name for at, (name, _) in enumerate(COLUMNS) if not shown.table.isColumnHidden(at)]
    finally:
        counter.window.looks.wear(percent=100)
    assert kept == ["name", "state", "left"]


def test_a_name_that_looks_like_markup_is_only_a_name(counter: Counter) -> None:
    desk = counter.office.desk
    site = site_with(desk, name="<b>Oak</b> & Elm")
    site_with(desk, name="Maple Clinic")
    shown = page(counter)
    at = names(shown).index("<b>Oak</b> & Elm")
    tip = shown.table.sites.data(shown.table.sites.index(at, 0), int(Qt.ItemDataRole.ToolTipRole))
    assert tip == "<qt>&lt;b&gt;Oak&lt;/b&gt; &amp; Elm</qt>"
    entered = room(counter, organization_id=site.id)
    assert entered.name.text() == "<b>Oak</b> & Elm"
    assert entered.name.textFormat() is Qt.TextFormat.PlainText
