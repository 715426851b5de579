"""Places: 254 counties, and what a ZIP proposes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.places import Place, counties, place_of


def test_texas_has_254_counties_each_once_and_in_order() -> None:
    names = counties()
    assert len(names) == len(set(names)) == 254
    assert list(names) == sorted(names, key=lambda name: name.replace(" ", "").casefold())
    assert {"Anderson", "Travis", "Harris", "El Paso", "DeWitt", "Zavala"} <= set(names)
    assert all(name == name.strip() and not name.endswith("County") for name in names)


@pytest.mark.parametrize(
    ("zip_code", "place"),
    [
        ("78701", Place("Austin", "TX", "Travis")),
        ("78701-1234", Place("Austin", "TX", "Travis")),
        (" 79901 ", Place("El Paso", "TX", "El Paso")),
        ("10001", Place("New York", "NY", "")),
    ],
)
def test_a_zip_proposes_city_state_and_a_texan_county(zip_code: str, place: Place) -> None:
    assert place_of(zip_code) == place


@pytest.mark.parametrize("zip_code", ["", "7870", "7870a", "00000", "٧٨٧٠١", "-8701", "7 701"])
def test_what_is_no_zip_proposes_nothing(zip_code: str) -> None:
    assert place_of(zip_code) is None


def test_every_texan_county_proposed_is_one_of_the_254() -> None:
    import zipcodes

    named = 0
    for entry in zipcodes.filter_by(state="TX"):
        place = place_of(entry["zip_code"])
        assert place is not None
        assert place.county in ("", *counties())
        named += bool(place.county)
        told = bool(entry["county"])
        assert bool(place.county) is told, (entry["zip_code"], entry["county"])
    assert named > 2000


@given(st.text(max_size=12))
def test_any_text_may_be_asked(text: str) -> None:
    place = place_of(text)
    assert place is None or place.state
