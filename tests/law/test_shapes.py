"""A ZIP and an e-mail address that look mistyped are warned of, and nothing else is."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.values import Answer, Explicit
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.identity_rules import assess_shapes

CLIENT = Client(id=ClientId("A"), name=PersonName(), born_on=date(2015, 3, 10))


def codes(zip_code: Answer = "", email: Answer = "") -> list[str]:
    found = assess_shapes(replace(CLIENT, address=Address(zip_code=zip_code), email=email))
    assert all(finding.severity is Severity.WARNING for finding in found)
    return [finding.code for finding in found]


@pytest.mark.parametrize("zip_code", ["", "78701", "78701-1234", "787011234", Explicit.NONE])
def test_five_digits_or_nine_pass(zip_code: Answer) -> None:
    assert codes(zip_code=zip_code) == []


@pytest.mark.parametrize("zip_code", ["7870", "787011", "78701-", "7870A", "78701-12345", "٧٨٧٠١"])
def test_any_other_zip_is_warned_of(zip_code: str) -> None:
    assert codes(zip_code=zip_code) == ["address.zip_shape"]


@pytest.mark.parametrize("email", ["", "ana@example.org", "a.b@mail.example.com", Explicit.NONE])
def test_an_address_passes(email: Answer) -> None:
    assert codes(email=email) == []


@pytest.mark.parametrize(
    "email", ["ana", "ana@example", "ana@@example.org", "ana@example.", "@a.b"]
)
def test_any_other_address_is_warned_of(email: str) -> None:
    assert codes(email=email) == ["email.shape"]


@given(digits=st.text("0123456789", min_size=1, max_size=12))
def test_only_the_number_of_digits_counts(digits: str) -> None:
    assert bool(codes(zip_code=digits)) is (len(digits) not in (5, 9))
