"""A row that wraps: what it remembers of its height gives way when something in it changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.flow import Flow

WIDE, NARROW = 900, 120


@pytest.fixture
def page(dressed: QApplication) -> Iterator[QWidget]:
    page = QWidget()
    yield page
    page.close()
    page.deleteLater()


def flow_of(page: QWidget, *words: str) -> tuple[Flow, list[QLabel]]:
    flow = Flow(page)
    labels = [QLabel(word) for word in words]
    for label in labels:
        flow.addWidget(label)
    page.show()
    return flow, labels


def test_a_row_is_high_where_it_wraps_and_low_where_it_does_not(page: QWidget) -> None:
    flow, _ = flow_of(page, "one of the words", "another of the words")
    assert flow.heightForWidth(NARROW) > flow.heightForWidth(WIDE)


def test_a_row_is_low_again_once_something_in_it_hides(page: QWidget) -> None:
    flow, labels = flow_of(page, "one of the words", "another of the words")
    before = flow.heightForWidth(NARROW)
    labels[1].hide()
    assert flow.heightForWidth(NARROW) < before


def test_a_row_is_higher_once_something_in_it_says_more(page: QWidget) -> None:
    flow, labels = flow_of(page, "one", "two")
    before = flow.heightForWidth(NARROW)
    labels[1].setText("two, and a good deal more")
    assert flow.heightForWidth(NARROW) > before


def test_a_row_of_fields_is_low_again_once_one_hides(dressed: QApplication, page: QWidget) -> None:
    first, second = Field("client.state"), Field("client.mother_maiden_name")
    row = fields(first, second)
    row.setParent(page)
    page.show()
    before = row.heightForWidth(NARROW)
    second.hide()
    assert row.heightForWidth(NARROW) < before
