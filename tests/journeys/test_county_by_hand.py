"""County and site as hands correct them: what is shown is what is kept, emptied ones too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from immtrac_desk.domain.values import Explicit
from tests.journeys.conftest import Counter
from ui.presenters.client_form import SITE
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


def test_where_a_client_is_seen_is_asked_only_where_there_are_sites_to_choose_from(
    counter: Counter, form: ClientForm
) -> None:
    assert SITE not in form.set.fields
    roster = counter.office.desk.roster
    oak, elm = (
        roster.save_organization(replace(roster.new_organization(), name=name, org_type="medical"))
        for name in ("Oak Street", "Elm Street")
    )
    room = counter.go("client", client_id=form.presenter.client.id)
    assert isinstance(room, ClientView)
    room._edit()
    assert room.edit is not None
    site = room.edit.set.fields[SITE]
    assert isinstance(site, Pick)
    assert [site.combo.itemText(i) for i in range(site.combo.count())] == [
        "Not said",
        elm.name,
        oak.name,
    ]
    site.combo.setCurrentIndex(2)
    site.combo.activated.emit(2)
    room.edit.save()
    kept = counter.office.desk.people.file(form.presenter.client.id).client
    assert kept.site_id == oak.id
