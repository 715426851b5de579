"""The county as hands correct it: what is shown is what is kept, an emptied field too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from immtrac_desk.domain.values import Explicit
from tests.journeys.conftest import Counter
from ui.views.client import ClientView
from ui.views.client_form import ClientForm
from ui.widgets.pick import Pick


@pytest.fixture
def form(counter: Counter) -> ClientForm:
    """A client of Travis County is being corrected."""
    room = counter.go("client", client_id=counter.office.client().id)
    assert isinstance(room, ClientView)
    room._edit()
    assert room.edit is not None
    counter.front()
    return room.edit


def county_of(form: ClientForm) -> Pick:
    county = form.set.fields["client.address.county"]
    assert isinstance(county, Pick)
    return county


def type_county(counter: Counter, form: ClientForm, text: str) -> None:
    """Over what stands there, and Tab."""
    combo = county_of(form).combo
    line, completer = combo.lineEdit(), combo.completer()
    assert line is not None
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    QTest.keyClick(popup if popup.isVisible() else line, Qt.Key.Key_Tab)
    counter.app.processEvents()
    form.refresh()
    counter.app.processEvents()


@pytest.mark.parametrize("typed", ["", "Atlantis"])
def test_an_emptied_county_stays_empty_and_is_saved_so(
    counter: Counter, form: ClientForm, typed: str
) -> None:
    assert county_of(form).value() == "Travis"
    type_county(counter, form, typed)
    assert county_of(form).combo.currentText() == ""
    assert form.presenter.answer("client.address.county") == ""
    form.save()
    client = counter.office.desk.people.file(form.presenter.client.id).client
    assert client.address.county == ""


def test_another_county_takes_its_place(counter: Counter, form: ClientForm) -> None:
    type_county(counter, form, "Hays")
    assert form.presenter.answer("client.address.county") == "Hays"


def test_a_county_left_as_it_stands_is_no_change(counter: Counter, form: ClientForm) -> None:
    before = form.presenter.client
    type_county(counter, form, "travis")
    assert form.presenter.client == before


def test_emptying_an_empty_field_leaves_a_non_answer_alone(
    counter: Counter, form: ClientForm
) -> None:
    form.presenter.put("client.address.county", Explicit.NONE)
    type_county(counter, form, "")
    assert form.presenter.answer("client.address.county") is Explicit.NONE
