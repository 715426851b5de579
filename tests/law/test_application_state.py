"""DT-12: the state of an application, derived from its steps by the case book."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.agreement import (
    ApplicationState,
    ApplicationStep,
    StepKind,
)
from immtrac_desk.domain.ids import ApplicationId, StepId
from immtrac_desk.law.application_state import (
    EDITABLE,
    ENDED,
    ApplicationVerdict,
    application_state,
    live_steps,
)
from immtrac_desk.law.parameters import LawSettings
from tests.law.site_cases import APPLICATION, CLERK, at

BOOK = "dt12"
_WORDS = {
    "begun": StepKind.BEGUN,
    "signed": StepKind.SIGNED,
    "signature dropped": StepKind.SIGNATURE_DROPPED,
    "sent": StepKind.SENT,
    "returned": StepKind.RETURNED,
    "approved": StepKind.APPROVED,
    "refused": StepKind.REFUSED,
    "abandoned": StepKind.ABANDONED,
    "undone": StepKind.ENTERED_IN_ERROR,
}


def step(told: dict[str, Any], number: int) -> ApplicationStep:
    return ApplicationStep(
        id=StepId(told.get("id", f"step-{number}")),
        application_id=ApplicationId(told.get("application", "application")),
        kind=_WORDS[told["step"]],
        on=told["on"],
        at=at(told["on"]) + timedelta(seconds=number),
        by=CLERK,
        reverses=StepId(told["undoes"]) if "undoes" in told else None,
        facts={"reason": told["reason"]} if "reason" in told else {},
    )


def verdict(case: Any) -> ApplicationVerdict:
    steps = [step(told, number) for number, told in enumerate(case.facts["steps"])]
    missing, valid = case.facts.get("missing", False), case.facts.get("valid", True)
    return application_state(APPLICATION, steps, missing, valid, case.on, case.settings)


def test_the_application_stands_as_the_case_says(case: Any) -> None:
    found = verdict(case)
    assert (found.row,) == case.rows
    assert found.row not in case.not_rows
    answers = {
        "state": found.state.value,
        "amber": found.amber,
        "returned": found.returned,
        "reason": found.reason,
        "sent_on": found.sent_on,
    }
    asked = case.wanted(answers)
    assert {key: answers[key] for key in asked} == asked


def _told(*words: str) -> list[ApplicationStep]:
    day = date(2026, 6, 1)
    return [step({"on": day, "step": word}, number) for number, word in enumerate(words)]


def test_steps_of_another_application_say_nothing() -> None:
    other = step({"on": date(2026, 6, 1), "step": "sent", "application": "other"}, 0)
    found = application_state(APPLICATION, [other], False, True, date(2026, 7, 1), LawSettings())
    assert found.state is ApplicationState.READY_TO_SIGN


def test_a_dropped_signature_is_told_by_nobody_and_a_live_one_by_its_step() -> None:
    live, dropped = _told("signed"), _told("signed", "signature dropped")
    on = date(2026, 6, 2)
    kept = application_state(APPLICATION, live, False, True, on, LawSettings())
    gone = application_state(APPLICATION, dropped, False, True, on, LawSettings())
    assert kept.signed == live[0]
    assert gone.signed is None


def test_only_what_is_still_with_the_clinic_can_be_edited() -> None:
    assert set(ApplicationState) == {*EDITABLE, *ENDED, ApplicationState.SUBMITTED}
    assert not EDITABLE & ENDED


@given(
    words=st.lists(st.sampled_from(sorted(set(_WORDS) - {"undone"})), max_size=8),
    missing=st.booleans(),
    valid=st.booleans(),
)
def test_every_course_of_steps_has_one_state(words: list[str], missing: bool, valid: bool) -> None:
    steps = _told(*words)
    found = application_state(APPLICATION, steps, missing, valid, date(2026, 6, 2), LawSettings())
    assert found.row.startswith("DT-12.")
    assert found.amber is False
    if found.state in EDITABLE:
        assert found.sent_on is None
    if found.state is ApplicationState.APPROVED:
        assert "sent" in words[: words.index("approved", words.index("sent"))]


@given(words=st.lists(st.sampled_from(sorted(set(_WORDS) - {"undone"})), min_size=1, max_size=6))
def test_an_undone_last_step_leaves_what_stood_before(words: list[str]) -> None:
    steps = _told(*words)
    undo = step({"on": date(2026, 6, 1), "step": "undone", "undoes": steps[-1].id}, len(steps))
    assert live_steps([*steps, undo]) == tuple(steps[:-1])


@pytest.mark.parametrize("days", [0, 1, 365])
def test_an_undone_step_never_was_on_any_day(days: int) -> None:
    sent = step({"on": date(2026, 6, 1), "step": "sent", "id": "sent"}, 0)
    undo = step({"on": date(2026, 7, 1), "step": "undone", "undoes": "sent"}, 1)
    on = date(2026, 6, 1) + timedelta(days)
    found = application_state(APPLICATION, [sent, undo], False, True, on, LawSettings())
    assert found.state is ApplicationState.READY_TO_SIGN
