"""A minor's responsible persons on the client form: refused beside their field, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.values import Explicit
from immtrac_desk.errors import InputError
from tests.office import Office
from ui.presenters.client_form import ClientFormPresenter

TYPED = {"last": "Vega", "first": "Luz", "relation": "mother", "phone": "512 555 0142"}


def begun(office: Office) -> ClientFormPresenter:
    form = ClientFormPresenter(office.desk, office.client(date(2016, 3, 1)))
    form.put_contact(0, **TYPED)
    form.put_contact(1, last="Vega", first="Ana", relation="aunt")
    return form


@pytest.mark.parametrize(
    ("part", "bad", "code"),
    [
        ("first", "שרה", "text.right_to_left"),
        ("last", "Ve\u202ega", "text.bidi"),
        ("first", "王", "text.not_on_sheet"),
        ("relation", "王", "text.not_on_sheet"),
        ("relation", "tía\u200b", "text.zero_width"),
        ("phone", "12", "phone.invalid"),
    ],
)
def test_what_is_refused_stands_beside_its_field_and_goes_as_it_is_mended(
    office: Office, part: str, bad: str, code: str
) -> None:
    form = begun(office)
    form.put_contact(1, **{part: bad})
    with pytest.raises(InputError):
        form.save()
    assert {name: error.code for name, error in form.problems.items()} == {
        f"contact.1.{part}": code
    }
    assert not form.can_save
    form.put_contact(1, **{part: TYPED[part]})
    assert form.problems == {}
    form.save()
    kept = office.desk.people.file(form.client.id).responsible
    assert len(kept) == 2


def test_what_the_form_does_not_ask_is_kept(office: Office) -> None:
    client = office.client(date(2016, 3, 1))
    person = replace(
        office.desk.people.new_responsible(client.id),
        name=PersonName(last="Vega", first="Luz", middle="Inés"),
        relation="mother",
        phone=Explicit.NONE,
        email="luz@example.org",
    )
    office.desk.people.save(client, (person,))
    form = ClientFormPresenter(office.desk, client, (person,))
    form.put_contact(0, relation="guardian")
    form.save()
    (kept,) = office.desk.people.file(client.id).responsible
    assert kept == replace(person, relation="guardian")
