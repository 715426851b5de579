"""A row of fields: boxes on one line while labels wrap, and low again once they do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from immtrac_desk.domain.values import Explicit
from ui.shell.wardrobe import dress
from ui.views.field_row import FieldRow
from ui.widgets.field import Field

WIDE, NARROW = 900, 320


@pytest.fixture
def page(dressed: QApplication) -> Iterator[QWidget]:
    page = QWidget()
    dress(page)
    yield page
    page.close()
    page.deleteLater()


def a_row(page: QWidget, app: QApplication, *fields: Field) -> FieldRow:
    row = FieldRow()
    for field in fields:
        row.line.addWidget(field)
    column = QVBoxLayout(page)
    column.addWidget(row)
    column.addStretch(1)
    stand(page, app, WIDE)
    return row


def stand(page: QWidget, app: QApplication, width: int) -> None:
    page.resize(width, 300)
    page.show()
    for _ in range(3):
        app.processEvents()


def high(field: Field) -> int:
    return int(field._label.height())


def test_labels_that_wrap_keep_the_boxes_on_one_line(dressed: QApplication, page: QWidget) -> None:
    long, short = Field("client.mother_maiden_name"), Field("client.state")
    long._label.setText("The mother's name before she was married, as she says it")
    row = a_row(page, dressed, long, short)
    one_line = high(short)
    stand(page, dressed, NARROW)
    assert high(long) > one_line
    tops = {field.editor.mapTo(row, QPoint(0, 0)).y() for field in (long, short)}
    assert len(tops) == 1


def test_a_row_that_was_narrow_for_a_moment_is_low_again(
    dressed: QApplication, page: QWidget
) -> None:
    long, short = Field("client.mother_maiden_name"), Field("client.state")
    long._label.setText("The mother's name before she was married, as she says it")
    a_row(page, dressed, long, short)
    before = high(long), high(short)
    stand(page, dressed, NARROW)
    stand(page, dressed, WIDE)
    assert (high(long), high(short)) == before


def test_a_row_is_as_high_as_its_chips_even_while_they_hide(
    dressed: QApplication, page: QWidget
) -> None:
    """Chips come and go as one types; the boxes beneath must not jump."""
    field = Field("client.phone", explicit=(Explicit.NONE,))
    row = a_row(page, dressed, field)
    chip = field._toggles[Explicit.NONE]
    shown = field.editor.mapTo(row, QPoint(0, 0)).y()
    chip.hide()
    stand(page, dressed, WIDE)
    assert field.editor.mapTo(row, QPoint(0, 0)).y() == shown
