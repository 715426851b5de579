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
from ui.widgets.field import Field
from ui.widgets.framed import Framed


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
