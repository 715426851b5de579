"""Where an item of an answer stands (DT-24): what closes it, what opens it again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.answer import AnswerItem, AnswerStep, AnswerStepKind, ItemState
from immtrac_desk.domain.ids import (
    AnswerId,
    AnswerItemId,
    AnswerStepId,
    ClientId,
    DoseId,
    StaffId,
)
from immtrac_desk.law.answer_state import ItemVerdict, Mending, item_state, rejects
from immtrac_desk.law.response_codes import response_code, response_codes

ON = date(2026, 5, 1)
CAME = datetime(2026, 5, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ANA, EVA, DOSE = ClientId("ANA"), ClientId("EVA"), DoseId("D1")


def item(code: str, **known: Any) -> AnswerItem:
    told = {"client_id": ANA, "dose_id": DOSE, **known}
    made = AnswerItemId("I"), AnswerId("A")
    return AnswerItem(id=made[0], answer_id=made[1], same="s", code=code, **told)


def step(kind: AnswerStepKind, at: datetime, **known: Any) -> AnswerStep:
    made = AnswerStepId(f"{kind.value}{at}"), AnswerItemId("I"), StaffId("S")
    return AnswerStep(id=made[0], item_id=made[1], by=made[2], kind=kind, on=ON, at=at, **known)


def stands(
    code: str, *done: Mending, steps: tuple[AnswerStep, ...] = (), **known: Any
) -> ItemVerdict:
    return item_state(item(code, **known), CAME, response_code(code, ON), steps, done)


def mending(kind: str, minutes: int = 1, **known: Any) -> Mending:
    return Mending(kind=kind, at=CAME + minutes * MINUTE, client_id=ANA, **known)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("CLR-100", "consent"),
        ("CLR-101", "consent"),
        ("CLR-105", "affirmation"),
        ("CLR-106", "consent_date"),
        ("IMR-132", "consent"),
        ("IMR-133", "consent"),
        ("IEE-519", "responsible"),
        ("IMR-100", "dose"),
        ("IEE-526", "agreement_change"),
    ],
)
def test_the_act_that_its_code_asks_for_mends_it_and_no_other(code: str, kind: str) -> None:
    every = ("consent", "affirmation", "consent_date", "client", "responsible", "dose")
    assert stands(code).state is ItemState.OPEN
    for other in {*every, "agreement_change"}:
        told = stands(code, mending(other))
        assert told.state is (ItemState.MENDED if other == kind else ItemState.OPEN), other
    mended = stands(code, mending(kind, 2), mending(kind, 1))
    assert (mended.by, mended.at) == (kind, CAME + MINUTE), "the first that did it"


@pytest.mark.parametrize(("minutes", "mended"), [(-1, False), (0, False), (1, True)])
def test_only_what_was_done_after_the_answer_came_mends(minutes: int, mended: bool) -> None:
    told = stands("CLR-100", mending("consent", minutes))
    assert (told.state is ItemState.MENDED) is mended


@pytest.mark.parametrize(
    ("code", "field", "other"),
    [
        ("IEE-413", "phone", "address"),
        ("IEE-998", "address", "phone"),
        ("IEE-320", "race", "ethnicity"),
        ("IEE-321", "ethnicity", "race"),
        ("PID-7", "born_on", "name"),
    ],
)
def test_a_correction_of_the_client_mends_only_where_it_changed_the_field(
    code: str, field: str, other: str
) -> None:
    assert stands(code, mending("client", fields=frozenset({other}))).state is ItemState.OPEN
    done = stands(code, mending("client", fields=frozenset({other, field})))
    assert (done.state, done.by) == (ItemState.MENDED, "client")


def test_no_consent_on_file_is_mended_by_a_corrected_identity_too() -> None:
    named = mending("client", fields=frozenset({"born_on"}))
    assert stands("CLR-100", named).by == "client"
    assert stands("CLR-101", named).state is ItemState.OPEN


def test_a_correction_of_another_dose_mends_nothing_of_this_one() -> None:
    fields = frozenset({"manufacturer"})
    other = mending("dose", dose_id=DoseId("D2"), fields=fields)
    own = mending("dose", dose_id=DOSE, fields=fields)
    assert stands("IMR-111", other).state is ItemState.OPEN
    assert stands("IMR-111", own).state is ItemState.MENDED
    assert stands("IEE-570", own).state is ItemState.OPEN
    assert stands("IMR-111", own, dose_id=None).state is ItemState.OPEN, "nobody knows which dose"


def test_a_dose_taken_off_the_list_settles_whatever_was_wrong_with_it() -> None:
    out = mending("dose", dose_id=DOSE)
    assert stands("IMR-111", out).state is stands("IMR-100", out).state is ItemState.MENDED


@pytest.mark.parametrize("code", ["IMR-109", "IMR-110", "IEE-513", "IEE-251", "IEE-200", "IEE-201"])
def test_what_asks_for_nothing_is_out_of_sight_and_there(code: str) -> None:
    assert stands(code).state is ItemState.HIDDEN


def test_closed_by_hand_and_opened_again() -> None:
    closed = step(AnswerStepKind.CLOSED, CAME + MINUTE, note="twins")
    again = step(AnswerStepKind.REOPENED, CAME + 2 * MINUTE, note="no")
    told = stands("IEE-999", steps=(closed,))
    assert (told.state, told.by, told.at) == (ItemState.CLOSED, "hand", closed.at)
    assert stands("IEE-999", steps=(closed, again)).state is ItemState.OPEN


def test_what_was_opened_again_needs_a_new_act() -> None:
    closed = step(AnswerStepKind.CLOSED, CAME + 2 * MINUTE)
    again = step(AnswerStepKind.REOPENED, CAME + 3 * MINUTE)
    before, after = mending("consent", 1), mending("consent", 4)
    assert stands("CLR-100", before, steps=(closed, again)).state is ItemState.OPEN
    assert stands("CLR-100", before, after, steps=(closed, again)).at == after.at


def test_what_the_registry_says_again_needs_a_new_act() -> None:
    again = step(AnswerStepKind.SEEN_AGAIN, CAME + 2 * MINUTE, answer_id=AnswerId("B"))
    told = stands("CLR-100", mending("consent", 1), steps=(again,))
    assert (told.state, told.again, told.said_at) == (ItemState.OPEN, 1, again.at)


def test_a_letter_to_dshs_is_what_mends_a_client_of_the_birth_record() -> None:
    sent = step(AnswerStepKind.CLOSED, CAME + MINUTE, note="sent")
    assert stands("IEE-296", mending("client")).state is ItemState.OPEN
    told = stands("IEE-296", steps=(sent,))
    assert (told.state, told.by) == (ItemState.MENDED, "email_dshs")


def test_whoever_was_last_named_is_the_client() -> None:
    first = step(AnswerStepKind.MATCHED, CAME + MINUTE, client_id=EVA)
    last = step(AnswerStepKind.MATCHED, CAME + 2 * MINUTE, client_id=ANA, dose_id=DOSE)
    told = stands("IMR-100", steps=(first,), client_id=None, dose_id=None)
    assert (told.client_id, told.dose_id) == (EVA, None)
    told = stands("IMR-100", steps=(first, last), client_id=None, dose_id=None)
    assert (told.client_id, told.dose_id) == (ANA, DOSE)


@pytest.mark.parametrize(
    ("code", "severity", "rejected"),
    [
        ("CLR-100", "error", True),
        ("CLR-100", "", True),
        ("CLR-100", "warning", False),
        ("CLR-100", "information", False),
        ("IMR-111", "error", True),
        ("IMR-999", "", True),
        ("IMR-109", "error", False),
        ("IEE-998", "error", False),
        ("MER-001", "error", False),
    ],
)
def test_a_warning_or_a_duplicate_rejects_nothing(code: str, severity: str, rejected: bool) -> None:
    assert rejects(response_code(code, ON), severity) is rejected


KINDS = ("consent", "affirmation", "consent_date", "client", "responsible", "dose")


@given(
    code=st.sampled_from(sorted(response_codes())),
    done=st.lists(st.tuples(st.sampled_from(KINDS), st.integers(-5, 5)), max_size=6),
    hands=st.lists(st.tuples(st.sampled_from(AnswerStepKind), st.integers(1, 9)), max_size=5),
)
def test_whatever_happened_an_item_stands_somewhere_and_says_by_what(
    code: str, done: list[tuple[str, int]], hands: list[tuple[AnswerStepKind, int]]
) -> None:
    """Open and hidden ones were closed by nothing; the others by something after the answer."""
    steps = tuple(step(kind, CAME + n * MINUTE) for kind, n in hands)
    told = stands(code, *(mending(kind, n) for kind, n in done), steps=steps)
    waits = told.state in (ItemState.OPEN, ItemState.HIDDEN)
    assert waits is (told.by == "") is (told.at is None)
    assert told.at is None or told.at > CAME
    assert (told.state is ItemState.HIDDEN) <= response_code(code, ON).hidden


def later(kind: AnswerStepKind, minutes: int, **known: Any) -> AnswerStep:
    return step(kind, CAME + minutes * MINUTE, **known)


@pytest.mark.parametrize("code", ["IEE-594", "IEE-296"])
def test_what_is_closed_by_hand_tells_the_last_note_and_the_last_moment(code: str) -> None:
    closed, opened = AnswerStepKind.CLOSED, AnswerStepKind.REOPENED
    steps = (
        later(closed, 1, note="asked"),
        later(opened, 2),
        later(closed, 3, note="asked again"),
    )
    told = stands(code, steps=steps)
    assert (told.note, told.at) == ("asked again", CAME + 3 * MINUTE)
    assert stands(code, steps=steps[:2]).note == ""
    matched = later(AnswerStepKind.MATCHED, 4, client_id=EVA, note="not this")
    assert stands(code, steps=(*steps, matched)).note == "asked again"


def test_what_an_act_mended_tells_no_note_of_a_closing_that_was_taken_back() -> None:
    steps = (
        later(AnswerStepKind.CLOSED, 1, note="asked"),
        later(AnswerStepKind.REOPENED, 2),
    )
    told = stands("CLR-100", mending("consent", 3), steps=steps)
    assert (told.state, told.by, told.note) == (ItemState.MENDED, "consent", "")


def test_to_say_whose_it_is_is_neither_an_answer_nor_an_opening() -> None:
    matched = later(AnswerStepKind.MATCHED, 5, client_id=ANA, dose_id=DOSE)
    told = stands("CLR-100", mending("consent", 2), steps=(matched,))
    assert (told.state, told.said_at, told.again) == (ItemState.MENDED, CAME, 0)
    reopened = later(AnswerStepKind.REOPENED, 5)
    told = stands("CLR-100", mending("consent", 2), steps=(reopened,))
    assert (told.state, told.said_at) == (ItemState.OPEN, CAME)
    again = later(AnswerStepKind.SEEN_AGAIN, 5)
    told = stands("CLR-100", mending("consent", 2), steps=(again, matched))
    assert (told.state, told.said_at, told.again) == (ItemState.OPEN, CAME + 5 * MINUTE, 1)
