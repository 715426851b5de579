"""The six consent faults: each found before the registry names it, each beside its own side."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.law.consent_code import ConsentShown
from immtrac_desk.law.reporting import DoseFacts, DoseKind
from immtrac_desk.law.reporting_faults import ConsentHeld, consent_faults
from immtrac_desk.law.response_codes import response_code

TODAY = date(2026, 5, 10)
GIVEN = date(2026, 5, 1)
CHILD = DoseFacts(born_on=date(2016, 2, 3), given_on=GIVEN)
GROWN = DoseFacts(born_on=date(1990, 2, 3), given_on=GIVEN)
MINOR = ConsentHeld(ConsentShown.MINOR, date(2026, 4, 1), date(2026, 4, 2))
ADULT = replace(MINOR, shown=ConsentShown.ADULT)
DISASTER = replace(MINOR, shown=ConsentShown.DISASTER)


def codes(dose: DoseFacts, held: ConsentHeld | None, *, in_event: bool = False) -> list[str]:
    return [one.code for one in consent_faults(dose, held, TODAY, in_event=in_event)]


def disaster(dose: DoseFacts) -> DoseFacts:
    return replace(dose, kind=DoseKind.DISASTER)


@pytest.mark.parametrize(
    ("dose", "held", "told"),
    [
        (CHILD, MINOR, []),
        (GROWN, ADULT, []),
        (CHILD, None, ["CLR-100"]),
        (GROWN, None, ["CLR-100"]),
        (CHILD, ADULT, ["CLR-101"]),
        (GROWN, MINOR, ["CLR-101"]),
        (CHILD, DISASTER, ["IMR-132"]),
        (GROWN, DISASTER, ["IMR-132"]),
        (GROWN, replace(ADULT, shown=ConsentShown.RESPONDER), []),
        (CHILD, replace(MINOR, shown=ConsentShown.RESPONDER), ["CLR-101"]),
        (CHILD, replace(MINOR, shown=ConsentShown.RESPONDER_FAMILY), []),
        (GROWN, replace(MINOR, shown=ConsentShown.RESPONDER_FAMILY), []),
    ],
)
def test_the_consent_fits_the_age_or_the_fault_is_named(
    dose: DoseFacts, held: ConsentHeld | None, told: list[str]
) -> None:
    assert codes(dose, held) == told


@pytest.mark.parametrize(
    ("given_on", "told"),
    [(date(2026, 3, 9), []), (date(2026, 3, 10), ["CLR-101"]), (date(2026, 3, 11), ["CLR-101"])],
)
def test_a_minor_consent_ends_the_day_before_the_18th_birthday(
    given_on: date, told: list[str]
) -> None:
    held = replace(MINOR, consent_on=date(2020, 1, 1), affirmed_on=date(2020, 1, 1))
    assert codes(DoseFacts(born_on=date(2008, 3, 10), given_on=given_on), held) == told


@pytest.mark.parametrize(
    ("affirmed_on", "told"),
    [
        (None, ["CLR-105"]),
        (date(2026, 3, 31), ["CLR-105"]),
        (date(2026, 4, 1), []),
        (TODAY, []),
        (TODAY + timedelta(1), ["CLR-105"]),
    ],
)
def test_an_affirmation_lies_between_the_consent_and_today(
    affirmed_on: date | None, told: list[str]
) -> None:
    assert codes(CHILD, replace(MINOR, affirmed_on=affirmed_on)) == told


@pytest.mark.parametrize(
    ("consent_on", "told"),
    [
        (GIVEN - timedelta(1), []),
        (GIVEN, []),
        (GIVEN + timedelta(1), ["CLR-106"]),
    ],
)
def test_a_consent_is_not_dated_after_the_visit(consent_on: date, told: list[str]) -> None:
    assert codes(CHILD, ConsentHeld(ConsentShown.MINOR, consent_on, TODAY)) == told


def test_a_disaster_dose_needs_no_consent_inside_its_event_and_a_standard_one_outside() -> None:
    for dose in (disaster(CHILD), disaster(GROWN)):
        assert codes(dose, None, in_event=True) == []
        assert codes(dose, None) == ["IMR-133"]
        assert codes(dose, DISASTER) == ["IMR-133"]
    assert codes(disaster(CHILD), MINOR) == []
    assert codes(CHILD, None, in_event=True) == ["CLR-100"]


@given(
    shown=st.none() | st.sampled_from(ConsentShown),
    consent_on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    affirmed_on=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    kind=st.sampled_from(DoseKind),
    in_event=st.booleans(),
    child=st.booleans(),
)
def test_a_fault_has_its_basis_and_is_the_desks_to_mend(
    shown: ConsentShown | None,
    consent_on: date,
    affirmed_on: date | None,
    kind: DoseKind,
    in_event: bool,
    child: bool,
) -> None:
    dose = replace(CHILD if child else GROWN, kind=kind)
    held = ConsentHeld(shown, consent_on, affirmed_on) if shown else None
    found = consent_faults(dose, held, TODAY, in_event=in_event)
    assert len({one.code for one in found}) == len(found) <= 3
    for one in found:
        assert one.row.startswith("DT-")
        assert one.citation
        assert response_code(one.code, TODAY).owner.value == "desk"
