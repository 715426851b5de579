"""Whether a consent is held, and which one would be sent with a dose."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, StaffId
from immtrac_desk.domain.words import FormKind, Scope, Who
from immtrac_desk.law.consent_code import ConsentShown
from immtrac_desk.law.consent_held import consent_held, held_of
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.reporting import Held
from immtrac_desk.law.reporting_faults import ConsentHeld
from immtrac_desk.law.status import derive

CHILD, GROWN = date(2016, 2, 3), date(1990, 2, 3)
ON = date(2026, 5, 10)
LAW = LawSettings()


def act(kind: ActKind, on: date, number: int = 1, **known: Any) -> Act:
    told: dict[str, Any] = {"at": datetime(on.year, on.month, on.day, tzinfo=UTC), **known}
    told["at"] += timedelta(minutes=number)
    made = ActId(f"{kind.value}{on}{number}"), ClientId("C"), StaffId("S")
    return Act(id=made[0], client_id=made[1], by=made[2], kind=kind, on=on, **told)


def granted(form: FormKind, on: date, paper: str = "P") -> Act:
    who = Who.PARENT if form is FormKind.MINOR else Who.SELF
    return act(
        ActKind.CONSENT_GRANTED, on, document_id=DocumentId(paper), form=form, capacity=who,
        signer="EVA",
    )  # fmt: skip


def affirmed(form: FormKind, on: date, paper: str = "P") -> Act:
    return act(ActKind.CONSENT_AFFIRMED, on, 2, document_id=DocumentId(paper), form=form)


def told(born_on: date, *acts: Act, on: date = ON) -> tuple[Held, ConsentHeld | None]:
    standing = derive(born_on, acts, on, LAW)
    return held_of(standing, acts, on), consent_held(standing, acts, born_on, on, LAW)


def test_nothing_at_all_is_unknown() -> None:
    assert told(CHILD) == told(GROWN) == (Held.UNKNOWN, None)


@pytest.mark.parametrize(
    ("outcome", "held"),
    [("not_found", Held.NO), ("found", Held.UNKNOWN), ("candidates", Held.UNKNOWN)],
)
def test_a_search_that_found_nobody_says_no(outcome: str, held: Held) -> None:
    search = act(ActKind.SEARCH_NOTED, date(2026, 5, 1), facts={"outcome": outcome})
    assert told(GROWN, search)[0] is held


def test_the_latest_search_counts() -> None:
    first = act(ActKind.SEARCH_NOTED, date(2026, 5, 1), facts={"outcome": "not_found"})
    later = act(ActKind.SEARCH_NOTED, date(2026, 5, 3), facts={"outcome": "found"})
    assert told(GROWN, first, later)[0] is told(GROWN, later, first)[0] is Held.UNKNOWN


@pytest.mark.parametrize(
    ("born_on", "form", "shown"),
    [
        (CHILD, FormKind.MINOR, ConsentShown.MINOR),
        (GROWN, FormKind.ADULT, ConsentShown.ADULT),
    ],
)
def test_a_signed_paper_is_held_before_it_is_affirmed(
    born_on: date, form: FormKind, shown: ConsentShown
) -> None:
    signed = granted(form, date(2026, 5, 1))
    assert told(born_on, signed) == (Held.YES, ConsentHeld(shown, date(2026, 5, 1)))
    effect = affirmed(form, date(2026, 5, 3))
    held = ConsentHeld(shown, date(2026, 5, 1), date(2026, 5, 3))
    assert told(born_on, signed, effect) == (Held.YES, held)


def test_what_was_withdrawn_or_refused_is_held_no_more() -> None:
    form = FormKind.ADULT
    acts = (granted(form, date(2026, 5, 1)), affirmed(form, date(2026, 5, 2)))
    left = act(ActKind.CONSENT_WITHDRAWN, date(2026, 5, 5), form=FormKind.WITHDRAWAL,
               scope=Scope.BOTH, capacity=Who.SELF, signer="EVA")  # fmt: skip
    assert told(GROWN, *acts, left) == (Held.NO, None)
    declined = act(ActKind.CONSENT_DECLINED, date(2026, 5, 5), form=form, capacity=Who.SELF,
                   signer="EVA")  # fmt: skip
    assert told(GROWN, declined) == (Held.NO, None)


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (date(2034, 2, 2), Held.YES),
        (date(2034, 2, 3), Held.YES),
        (date(2042, 2, 2), Held.YES),
        (date(2042, 2, 3), Held.NO),
    ],
)
def test_a_childs_consent_is_held_until_26(on: date, held: Held) -> None:
    form = FormKind.MINOR
    acts = (granted(form, date(2026, 5, 1)), affirmed(form, date(2026, 5, 2)))
    assert told(CHILD, *acts, on=on)[0] is held


def test_only_a_disaster_consent_is_no_standard_one() -> None:
    signed = granted(FormKind.DISASTER, date(2026, 5, 1))
    held, sent = told(GROWN, signed, affirmed(FormKind.DISASTER, date(2026, 5, 2)))
    assert held is Held.UNKNOWN
    assert sent == ConsentHeld(ConsentShown.DISASTER, date(2026, 5, 1), date(2026, 5, 2))


def test_an_undone_affirmation_is_none() -> None:
    signed, effect = granted(FormKind.ADULT, date(2026, 5, 1)), affirmed(FormKind.ADULT, ON)
    undone = act(ActKind.ENTERED_IN_ERROR, ON, 3, reverses=effect.id)
    assert told(GROWN, signed, effect, undone)[1] == ConsentHeld(
        ConsentShown.ADULT, date(2026, 5, 1)
    )


def test_of_two_affirmations_the_first_is_the_one_that_counts() -> None:
    form, signed = FormKind.ADULT, granted(FormKind.ADULT, date(2026, 5, 1))
    acts = (signed, affirmed(form, date(2026, 5, 6)), affirmed(form, date(2026, 5, 3)))
    assert told(GROWN, *acts)[1] == ConsentHeld(
        ConsentShown.ADULT, date(2026, 5, 1), date(2026, 5, 3)
    )


def test_a_childs_paper_gives_way_to_the_adult_one_with_its_own_days() -> None:
    born = date(2008, 2, 3)
    acts = (
        granted(FormKind.MINOR, date(2020, 5, 1), "M"),
        affirmed(FormKind.MINOR, date(2020, 5, 2), "M"),
        granted(FormKind.ADULT, date(2026, 5, 4), "A"),
        affirmed(FormKind.ADULT, date(2026, 5, 6), "A"),
    )
    assert told(born, *acts) == (
        Held.YES,
        ConsentHeld(ConsentShown.ADULT, date(2026, 5, 4), date(2026, 5, 6)),
    )
    assert told(born, *acts, on=date(2026, 2, 2))[1] == ConsentHeld(
        ConsentShown.MINOR, date(2020, 5, 1), date(2020, 5, 2)
    )


def test_a_paper_without_a_number_is_held_and_says_nothing_of_what_would_be_sent() -> None:
    form, on = FormKind.ADULT, date(2026, 5, 1)
    signed = act(ActKind.CONSENT_GRANTED, on, form=form, capacity=Who.SELF, signer="EVA")
    effect = act(ActKind.CONSENT_AFFIRMED, on, 2, form=form)
    assert told(GROWN, signed, effect) == (Held.YES, None)


def test_a_disaster_paper_beside_a_standard_one_is_not_what_is_sent() -> None:
    acts = (
        granted(FormKind.ADULT, date(2026, 5, 1), "A"),
        affirmed(FormKind.ADULT, date(2026, 5, 2), "A"),
        granted(FormKind.DISASTER, date(2026, 5, 4), "D"),
        affirmed(FormKind.DISASTER, date(2026, 5, 5), "D"),
    )
    assert told(GROWN, *acts)[1] == ConsentHeld(
        ConsentShown.ADULT, date(2026, 5, 1), date(2026, 5, 2)
    )


def test_of_two_disaster_consents_the_last_is_sent() -> None:
    acts = (
        granted(FormKind.DISASTER, date(2025, 5, 4), "D"),
        affirmed(FormKind.DISASTER, date(2025, 5, 5), "D"),
        granted(FormKind.DISASTER, date(2026, 5, 4), "E"),
        affirmed(FormKind.DISASTER, date(2026, 5, 6), "E"),
    )
    assert told(GROWN, *acts)[1] == ConsentHeld(
        ConsentShown.DISASTER, date(2026, 5, 4), date(2026, 5, 6)
    )


def test_a_lapsed_consent_is_none_until_the_adult_form_is_signed() -> None:
    born = date(1999, 2, 3)
    childhood = (
        granted(FormKind.MINOR, date(2010, 5, 1), "M"),
        affirmed(FormKind.MINOR, date(2010, 5, 2), "M"),
    )
    assert told(born, *childhood)[0] is Held.NO
    signed = granted(FormKind.ADULT, date(2026, 5, 4), "A")
    assert told(born, *childhood, signed)[0] is Held.YES


def test_a_search_that_is_undone_says_nothing() -> None:
    search = act(ActKind.SEARCH_NOTED, date(2026, 5, 1), facts={"outcome": "not_found"})
    undone = act(ActKind.ENTERED_IN_ERROR, date(2026, 5, 2), 2, reverses=search.id)
    note = act(ActKind.RESPONDER_NOTED, date(2026, 5, 3), 3, facts={"outcome": "not_found"})
    assert told(GROWN, search, undone)[0] is told(GROWN, note)[0] is Held.UNKNOWN
    assert told(GROWN, search, note)[0] is Held.NO
