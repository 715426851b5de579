"""Vaccines: the table agrees with itself, and what somebody types finds the vaccine meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk import vaccines


def test_the_table_agrees_with_itself() -> None:
    makers = {one.mvx for one in vaccines.manufacturers()}
    groups = {one.code for one in vaccines.groups()}
    table = vaccines.vaccines()
    assert len({one.cvx for one in table}) == len(table) >= 90
    assert {mvx for one in table for _, mvx in one.trade_names} <= makers
    assert {one.group for one in table} == groups
    assert all(one.name and one.name_es and one.cvx.isdecimal() for one in table)
    names = [(one.name, one.name_es) for one in table]
    assert len(set(names)) == len(names), "nobody can tell two of one name apart"


@pytest.mark.parametrize(
    ("typed", "cvx"), [("8", "08"), ("08", "08"), (" 008 ", "08"), ("165", "165"), ("0165", "165")]
)
def test_a_code_is_known_however_many_zeros_it_has(typed: str, cvx: str) -> None:
    found = vaccines.vaccine(typed)
    assert found is not None
    assert found.cvx == cvx


@pytest.mark.parametrize("typed", ["", "999", "x8", "-8", "٨", "8.0"])
def test_what_the_table_lacks_is_none(typed: str) -> None:
    assert vaccines.vaccine(typed) is None


@pytest.mark.parametrize(
    ("typed", "cvx"),
    [
        ("8", "08"),
        ("gardasil 9", "165"),
        ("MMR", "03"),
        ("paperas", "07"),
        ("varivax", "21"),
        ("triple viral", "03"),
        ("tdap", "115"),
    ],
)
def test_a_code_a_name_or_a_trade_name_finds_it_first(typed: str, cvx: str) -> None:
    assert vaccines.find(typed)[0].cvx == cvx


def test_nothing_typed_finds_nothing_and_a_limit_holds() -> None:
    assert vaccines.find("  ") == ()
    assert vaccines.find("no such vaccine") == ()
    assert len(vaccines.find("covid", 3)) == 3


@given(st.text(max_size=12))
def test_whatever_is_typed_every_word_of_it_is_in_what_is_found(text: str) -> None:
    for one in vaccines.find(text, 5):
        assert one in vaccines.vaccines()


def test_routes_and_sites_have_words_in_both_languages() -> None:
    coded = (*vaccines.routes(), *vaccines.body_sites(), *vaccines.groups())
    assert all(one.said("en") and one.said("es") for one in coded)
    assert {"IM", "SC", "PO", "NS"} <= {one.code for one in vaccines.routes()}
    assert {"LD", "RD", "LT", "RT"} <= {one.code for one in vaccines.body_sites()}
    mmr = vaccines.vaccine("03")
    assert mmr is not None
    assert (mmr.said("en"), mmr.said("es")) == (mmr.name, mmr.name_es)
    assert vaccines.manufacturer("msd") == vaccines.Manufacturer("MSD", "Merck")
    assert vaccines.manufacturer("XYZ") is None
    assert vaccines.dated().year == 2026
