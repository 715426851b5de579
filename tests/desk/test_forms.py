"""The room for half-typed forms: kept as typed, offered to who typed it, gone once saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.kept_form import PASTED
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import InputError, RefusedError
from tests.office import CLERK, Office

LINES = ("form_kept", "form_resumed", "form_discarded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A form's own record, as screens have them."""

    client: Client
    day: date | None = None


def typed(office: Office, **changes: object) -> Typed:
    name = PersonName(last=Explicit.NONE, first=" Ana <b>")
    made = replace(office.desk.people.new(), name=name, phone=Explicit.REFUSED)
    return Typed(client=replace(made, **changes))  # type: ignore[arg-type]


def acts(office: Office) -> list[str]:
    return [line.act for line in reversed(office.desk.book.history(acts=LINES))]


def test_every_answer_comes_back_after_the_program_stopped(office: Office) -> None:
    forms, whole = office.desk.forms, typed(office, race=Explicit.UNKNOWN, email="none")
    form_id = forms.new_id()
    forms.keep(form_id, "client_form", "", whole)
    desk = office.reopen()
    assert [one.typed for one in desk.forms.kept("client_form", "", Typed)] == [whole]
    assert desk.forms.resume(form_id, Typed) == whole


def test_only_the_beginning_is_in_the_book_and_no_word_of_what_was_typed(office: Office) -> None:
    client = office.client()
    forms, form_id = office.desk.forms, office.desk.forms.new_id()
    forms.keep(form_id, "client_form", client.id, typed(office))
    forms.keep(form_id, "client_form", client.id, typed(office, chart_no="CH-77"))
    lines = office.desk.book.history(acts=LINES)
    assert [(line.act, line.client_id, dict(line.facts)) for line in lines] == [
        ("form_kept", client.id, {})
    ]
    (kept,) = forms.kept("client_form", client.id, Typed)
    assert kept.typed.client.chart_no == "CH-77"


def test_each_form_and_each_client_has_its_own(office: Office) -> None:
    forms = office.desk.forms
    forms.keep(forms.new_id(), "client_form", "", typed(office))
    assert forms.kept("existing", "", Typed) == ()
    assert forms.kept("client_form", office.client().id, Typed) == ()


def test_what_was_discarded_or_saved_is_gone(office: Office) -> None:
    forms = office.desk.forms
    one, two = forms.new_id(), forms.new_id()
    for form_id in (one, two):
        forms.keep(form_id, "client_form", "", typed(office))
    forms.discard(one)
    forms.settle(two)
    assert forms.kept("client_form", "", Typed) == ()
    assert acts(office) == ["form_kept", "form_kept", "form_discarded"]
    with pytest.raises(RefusedError) as refused:
        forms.resume(one, Typed)
    assert refused.value.code == "draft.unknown"


def test_is_offered_to_nobody_else(office: Office) -> None:
    form_id, whole = office.desk.forms.new_id(), typed(office)
    office.desk.forms.keep(form_id, "client_form", "", whole)
    desk = office.as_(CLERK, Role.FRONT_DESK)
    assert desk.forms.kept("client_form", "", Typed) == ()
    for ask in (
        lambda: desk.forms.keep(form_id, "client_form", "", whole),
        lambda: desk.forms.resume(form_id, Typed),
        lambda: desk.forms.discard(form_id),
        lambda: desk.forms.settle(form_id),
    ):
        with pytest.raises(RefusedError) as refused:
            ask()
        assert refused.value.code == "draft.of_another"


def test_half_a_letter_is_refused_without_quoting_it(office: Office) -> None:
    broken = typed(office, chart_no="Ruiz\ud83d")
    with pytest.raises(InputError) as refused:
        office.desk.forms.keep(office.desk.forms.new_id(), "client_form", "", broken)
    assert (refused.value.code, refused.value.facts["character"]) == ("text.control", "U+D83D")


NUMBERS = "ERR|SSN 512-55-0142 of Ana\nPID|512-55-0142-9|tel 512-555-0142\n"
STARRED = "ERR|SSN ***-**-**** of Ana\nPID|***-**-****-9|tel 512-555-0142\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What a pasted answer is kept as."""

    text: str
    cut: bool = False


def test_a_pasted_answer_is_kept_without_social_security_numbers(office: Office) -> None:
    form_id = office.desk.forms.new_id()
    office.desk.forms.keep(form_id, PASTED, "", Pasted(text=NUMBERS, cut=True))
    desk = office.reopen()
    assert desk.forms.resume(form_id, Pasted) == Pasted(text=STARRED, cut=True)


def test_no_other_form_loses_a_digit_that_was_typed(office: Office) -> None:
    form_id = office.desk.forms.new_id()
    office.desk.forms.keep(form_id, "client_form", "", Pasted(text=NUMBERS))
    assert office.desk.forms.resume(form_id, Pasted).text == NUMBERS
