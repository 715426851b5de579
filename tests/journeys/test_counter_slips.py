"""Small slips at the counter: what is mistyped is told when one moves on, and nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from immtrac_desk.domain.client import Address
from immtrac_desk.domain.words import Severity
from tests.desk.signing import grant
from tests.journeys.conftest import Counter
from ui.views.client import ClientView
from ui.views.client_form import ClientForm
from ui.views.clients import ClientsView
from ui.views.consent import ConsentView
from ui.views.today import TodayView
from ui.widgets.field import Field
from ui.widgets.framed import Framed
from ui.widgets.pick import Pick


def adding(counter: Counter, typed: str = "Ana Vega") -> ClientForm:
    """A new client's form, begun from what was typed."""
    counter.front()
    room = counter.go("clients", add=typed)
    assert isinstance(room, ClientsView)
    assert room.form is not None
    return room.form


def codes(field: Framed) -> list[str]:
    assert all(finding.severity is Severity.WARNING for finding in field.findings)
    return [finding.code for finding in field.findings]


def keyed(counter: Counter, field: Framed, text: str) -> None:
    """Type by the keys, and stay in the field."""
    field.setFocus()
    QTest.keyClicks(counter.focus, text)
    counter.app.processEvents()


@pytest.mark.parametrize(
    ("name", "half", "code"),
    [
        ("client.address.zip_code", "7870", "address.zip_shape"),
        ("client.email", "ana@example", "email.shape"),
    ],
)
def test_half_a_word_is_told_on_leaving_the_field_and_can_be_saved(
    counter: Counter, name: str, half: str, code: str
) -> None:
    form = adding(counter)
    counter.type_in(form.set.fields["client.born_on"], "3/10/2015")
    field = form.set.fields[name]
    keyed(counter, field, half)
    assert codes(field) == [], "one is still typing"
    QTest.keyClick(counter.focus, Qt.Key.Key_Tab)
    assert codes(field) == [code]
    assert form.presenter.can_save


def test_the_consent_tells_the_same(counter: Counter) -> None:
    client = counter.office.client(
        date(1985, 3, 10), email="ana@example", address=Address(zip_code="7870")
    )
    room = counter.go("consent", client_id=client.id)
    assert isinstance(room, ConsentView)
    assert room.fields is not None
    assert codes(room.fields.set.fields["client.address.zip_code"]) == ["address.zip_shape"]
    assert codes(room.fields.set.fields["client.email"]) == ["email.shape"]


def test_the_user_name_of_immtrac2_is_asked_once(counter: Counter) -> None:
    for index, user in enumerate(("", "mrobles")):
        client = counter.office.client(date(2015, 3, 10 + index))
        grant(counter.office, client)
        view = counter.go("client", client_id=client.id)
        assert isinstance(view, ClientView)
        counter.act("affirm")
        assert view.form is not None
        field = view.form.editors["registry_user"]
        assert isinstance(field, Field)
        assert field.text() == user
        counter.type_in(field, "mrobles")
        counter.act("record")
        counter.settle()


def test_what_is_missing_is_still_said_once_it_is_signed_in_ink(counter: Counter) -> None:
    client = counter.office.client(date(1985, 3, 10), race=(), ethnicity="")
    room = counter.go("consent", client_id=client.id)
    assert isinstance(room, ConsentView)
    room.print_for_ink()
    assert room.fields is not None
    ink = room.fields.ink
    counter.type_in(ink.on, "11/22/2026")
    ink.choice.button("grant").click()
    ink.done.click()
    assert room.foot.signed.isVisible()
    assert room.foot.missing.isVisible()
    assert "race" in room.foot.missing.text()
    assert "ethnicity" in room.foot.missing.text()
    assert "signature" not in room.foot.missing.text()
    assert room.foot.record.isEnabled(), "it is no more than a warning"


def test_nothing_more_is_said_where_nothing_is_missing(counter: Counter) -> None:
    client = counter.office.client(date(1985, 3, 10))
    room = counter.go("consent", client_id=client.id)
    assert isinstance(room, ConsentView)
    room.print_for_ink()
    assert room.fields is not None
    counter.type_in(room.fields.ink.on, "11/22/2026")
    room.fields.ink.choice.button("grant").click()
    room.fields.ink.done.click()
    assert not room.foot.missing.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
@pytest.mark.parametrize("shown", [True, False])
@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Gill", "Gillespie"), ("ell", "Ellis"), ("LEE", "Lee"), ("razori", "Brazoria"), ("55", "")],
)
def test_a_county_half_typed_is_the_first_that_fits(
    counter: Counter, key: Qt.Key, shown: bool, typed: str, meant: str
) -> None:
    form = adding(counter)
    field = form.set.fields["client.address.county"]
    assert isinstance(field, Pick)
    keyed(counter, field, typed)
    completer = field.combo.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    if not shown:
        popup.hide()
    QTest.keyClick(popup if popup.isVisible() else counter.focus, key)
    counter.app.processEvents()
    assert field.value() == meant
    assert field.combo.currentText() == meant
    assert form.presenter.client.address.county == meant
    assert not field.combo.lineEdit().hasFocus()  # type: ignore[union-attr]


def test_tab_goes_through_an_added_person_and_on_in_the_form(counter: Counter) -> None:
    form = adding(counter)
    form.contacts.add()
    form.contacts.add()
    counter.app.processEvents()
    form.contacts.fields["contact.0.last"].setFocus()
    reached = []
    for _ in range(10):
        reached.append(getattr(counter.focus.parent(), "name", ""))
        QTest.keyClick(counter.focus, Qt.Key.Key_Tab)
    parts = ("last", "first", "relation", "phone")
    assert reached[:8] == [f"contact.{row}.{part}" for row in (0, 1) for part in parts]
    assert reached[9].startswith("client."), "after the button the form goes on"


@pytest.mark.parametrize("order", [("relation", "first"), ("first", "relation")])
def test_the_mother_gives_her_first_name_until_another_is_typed(
    counter: Counter, order: tuple[str, str]
) -> None:
    form = adding(counter)
    form.contacts.add()
    words = {"relation": "Mother", "first": "Rosa"}
    for part in order:
        keyed(counter, form.contacts.fields[f"contact.0.{part}"], words[part])
    mother = form.set.fields["client.mother_first_name"]
    assert isinstance(mother, Field)
    assert mother.text() == "Rosa"
    counter.type_in(mother, "Marie")
    keyed(counter, form.contacts.fields["contact.0.first"], " Elena")
    assert mother.text() == "Marie"


def test_another_relation_gives_no_mother(counter: Counter) -> None:
    form = adding(counter)
    form.contacts.add()
    keyed(counter, form.contacts.fields["contact.0.first"], "Luis")
    keyed(counter, form.contacts.fields["contact.0.relation"], "father")
    assert form.presenter.client.mother_first_name == ""


def test_the_find_box_is_typed_over_and_empty_after_somebody_was_opened(
    counter: Counter,
) -> None:
    counter.office.client(date(2015, 3, 10))
    counter.front()
    today = counter.go("today")
    assert isinstance(today, TodayView)
    line = today.search.line
    counter.act("find")
    QTest.keyClicks(line, "garcia")
    counter.act("find")
    assert line.selectedText() == "garcia"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert isinstance(counter.room, ClientView)
    assert line.text() == ""
    assert not today.search.matches.isVisible()
