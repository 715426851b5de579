"""The boxes of a long table: seen before they are ticked, ticked by a click or by Space."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.views.row_table import RowTable, TableRow


def box(table: RowTable, at: int) -> object:
    return table.rows.index(at, 0).data(Qt.ItemDataRole.CheckStateRole)


def test_every_row_shows_a_box_that_a_click_or_space_ticks(
    qtbot: QtBot, dressed: QApplication
) -> None:
    table = RowTable("doses_page.name", (("doses_page.client", 1),), ticks=True)
    qtbot.addWidget(table)
    rows = [TableRow(key=key, cells=(key,)) for key in ("one", "two")]
    table.show_rows(lambda offset, limit: rows[offset : offset + limit])
    table.resize(400, 200)
    table.show()
    off, on = Qt.CheckState.Unchecked, Qt.CheckState.Checked
    assert [box(table, 0), box(table, 1)] == [off, off]
    spot = table.visualRect(table.rows.index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [box(table, 0), box(table, 1)] == [off, on]
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [box(table, 0), box(table, 1)] == [off, off]
    assert table.rows.index(0, 1).data(Qt.ItemDataRole.CheckStateRole) is None
