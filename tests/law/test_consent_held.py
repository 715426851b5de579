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
