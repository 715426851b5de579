"""Where a signed paper stands, at the boundaries: refusals, ends, lateness, errors, both lines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, StaffId
from immtrac_desk.domain.words import FormKind, Scope
from immtrac_desk.law.paper_state import Holds, PaperState, paper_state
from immtrac_desk.law.parameters import LawSettings

BORN = date(2008, 3, 10)
D = date(2026, 3, 10)
LAW = LawSettings()
GRANTED, WITHDRAWN = ActKind.CONSENT_GRANTED, ActKind.CONSENT_WITHDRAWN


def act(number: int, kind: ActKind, on: date, **more: Any) -> Act:
    known: dict[str, Any] = {
        "id": ActId(f"A{number}"),
        "client_id": ClientId("C"),
        "kind": kind,
        "on": on,
        "at": datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
        "by": StaffId("S"),
        "document_id": DocumentId(f"P{number}"),
        "form": FormKind.MINOR,
        "signer": "MOTHER",
    }
    return Act(**(known | more))


def state(*acts: Act, on: date = date(2020, 12, 31), born_on: date = BORN) -> PaperState:
    return paper_state(acts[0], acts, born_on, on, LAW)


def affirmed(of: Act, on: date, number: int = 90) -> Act:
    return act(number, ActKind.CONSENT_AFFIRMED, on, document_id=of.document_id)


MINOR = act(1, GRANTED, date(2020, 5, 1))
IN_TIME = affirmed(MINOR, date(2020, 5, 2))


def test_a_minors_consent_holds_to_the_eve_of_the_26th_birthday() -> None:
    last = date(2034, 3, 9)
    held = state(MINOR, IN_TIME, on=last)
    assert (held.holds, held.until_on, held.in_effect_on) == (Holds.ACTIVE, last, IN_TIME.on)
    lapsed = state(MINOR, IN_TIME, on=last + timedelta(days=1))
    assert (lapsed.holds, lapsed.why, lapsed.until_on) == (Holds.ENDED, "lapsed", last)


def test_affirmed_on_the_eve_of_the_18th_birthday_is_in_time_and_on_it_too_late() -> None:
    eve = D - timedelta(days=1)
    assert state(MINOR, affirmed(MINOR, eve), on=D).holds is Holds.ACTIVE
    late = state(MINOR, affirmed(MINOR, D), on=D)
    assert (late.holds, late.why, late.until_on) == (Holds.ENDED, "late", None)


def test_not_affirmed_it_holds_until_the_18th_birthday_comes() -> None:
    assert state(MINOR, on=D - timedelta(days=1)).holds is Holds.ACTIVE
    assert state(MINOR, on=D).why == "late"


def test_an_adults_consent_has_no_end() -> None:
    adult = act(1, GRANTED, D, form=FormKind.ADULT, signer="SELF")
    held = state(adult, affirmed(adult, D), on=date(2099, 1, 1))
    assert (held.holds, held.until_on) == (Holds.ACTIVE, None)


def test_an_adult_form_signed_on_the_eve_never_held() -> None:
    early = act(1, GRANTED, D - timedelta(days=1), form=FormKind.ADULT)
    assert (state(early, on=D).holds, state(early, on=D).why) == (Holds.ENDED, "void")


def test_a_withdrawal_ends_the_grant_on_its_day_and_stands_until_the_next() -> None:
    leaves = act(2, WITHDRAWN, date(2020, 6, 1), form=FormKind.WITHDRAWAL, scope=Scope.STANDARD)
    again = act(3, GRANTED, date(2020, 7, 1))
    ended = state(MINOR, IN_TIME, leaves, again)
    assert (ended.holds, ended.why, ended.until_on) == (Holds.ENDED, "withdrawn", leaves.on)
    assert state(leaves, MINOR, IN_TIME).holds is Holds.ACTIVE
    replaced = state(leaves, MINOR, IN_TIME, again)
    assert (replaced.holds, replaced.why) == (Holds.ENDED, "granted_again")
    assert replaced.until_on == again.on
    assert state(again, MINOR, leaves).holds is Holds.ACTIVE


def test_each_line_of_consent_ends_by_itself() -> None:
    disaster = act(2, GRANTED, date(2020, 5, 1), form=FormKind.DISASTER)
    leaves = act(3, WITHDRAWN, date(2020, 6, 1), form=FormKind.WITHDRAWAL, scope=Scope.DISASTER)
    assert state(disaster, MINOR, leaves).why == "withdrawn"
    assert state(MINOR, disaster, leaves).holds is Holds.ACTIVE
    both = act(4, WITHDRAWN, date(2020, 7, 1), form=FormKind.WITHDRAWAL, scope=Scope.BOTH)
    again = act(5, GRANTED, date(2020, 8, 1))
    assert state(MINOR, disaster, both).why == "withdrawn"
    assert state(both, MINOR, disaster, again).holds is Holds.ACTIVE, "for the disaster line"


def test_refusals_are_told_as_such_and_a_lawful_one_ends_what_was_not_in_effect() -> None:
    for kind in (
        ActKind.CONSENT_DECLINED,
        ActKind.REFUSAL_NOTED,
        ActKind.WITHDRAWAL_KEPT,
        ActKind.RELEASE_DECLINED,
    ):
        assert state(act(1, kind, date(2020, 5, 1))).holds is Holds.REJECTED


def test_an_error_and_an_invalid_paper_never_counted_unless_the_undo_was_undone() -> None:
    undo = act(2, ActKind.ENTERED_IN_ERROR, date(2020, 5, 2), reverses=MINOR.id, document_id=None)
    assert (state(MINOR, undo).holds, state(MINOR, undo).why) == (Holds.IN_ERROR, "in_error")
    redo = act(3, ActKind.ENTERED_IN_ERROR, date(2020, 5, 3), reverses=undo.id, document_id=None)
    assert state(MINOR, undo, redo).holds is Holds.ACTIVE
    void = act(4, ActKind.DOCUMENT_INVALIDATED, date(2020, 5, 3), document_id=MINOR.document_id)
    assert (state(MINOR, void).holds, state(MINOR, void).why) == (Holds.IN_ERROR, "invalidated")


def test_a_replaced_paper_ends_on_the_day_of_its_replacement() -> None:
    mark = act(2, ActKind.DOCUMENT_REPLACED, date(2020, 6, 1), document_id=MINOR.document_id)
    newer = act(3, GRANTED, date(2020, 6, 1))
    ended = state(MINOR, IN_TIME, mark, newer)
    assert (ended.holds, ended.why, ended.until_on) == (Holds.ENDED, "replaced", mark.on)


def test_what_a_settlement_set_aside_no_longer_holds() -> None:
    refusal = act(
        2, ActKind.CONSENT_WITHDRAWN, date(2020, 6, 1), signer="FATHER", scope=Scope.STANDARD
    )
    settled = act(
        3,
        ActKind.CONFLICT_SETTLED,
        date(2020, 7, 1),
        document_id=MINOR.document_id,
        facts={"prevails": MINOR.document_id},
    )
    assert state(refusal, MINOR, settled).why == "void"
    assert state(MINOR, refusal, settled).holds is Holds.ACTIVE


def test_a_release_ends_when_it_is_answered() -> None:
    release = act(1, ActKind.RELEASE_AUTHORIZED, date(2020, 5, 1), form=FormKind.RELEASE)
    assert state(release).holds is Holds.ACTIVE
    given = act(2, ActKind.RELEASE_ANSWERED, date(2020, 5, 9), document_id=release.document_id)
    ended = state(release, given)
    assert (ended.holds, ended.why, ended.until_on) == (Holds.ENDED, "answered", given.on)
