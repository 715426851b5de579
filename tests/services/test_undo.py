"""Undo marks, with a reason, and erases nothing; own acts of the day, or any for a supervisor."""

from datetime import date, timedelta

import pytest

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.staff import StaffMember
from immtrac_desk.domain.words import Scope, Status
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.services.affirm import Affirm, affirm
from immtrac_desk.services.note_on_client import NoteOnClient, note_on_client
from immtrac_desk.services.settle_conflict import SettleConflict, settle_conflict
from immtrac_desk.services.undo import UndoAct, can_undo, undo
from tests.services.counter import ANA, IVY, SAM, Counter


def granted(counter: Counter, client: Client) -> Act:
    counter.existing(client)
    return counter.read(lambda uow: uow.acts.of_client(client.id))[-1]


def taken_back(counter: Counter, act: Act, reason: str = "wrong child") -> Act:
    return counter.do(undo, UndoAct(act_id=act.id, reason=reason))


def refusal(counter: Counter, act: Act, reason: str = "wrong child") -> str:
    with pytest.raises(DeskError) as error:
        taken_back(counter, act, reason)
    return error.value.code


def test_the_act_no_longer_counts_and_stays_in_the_book(counter: Counter, minor: Client) -> None:
    act = granted(counter, minor)
    mark = taken_back(counter, act)
    assert (mark.kind, mark.reverses) == (ActKind.ENTERED_IN_ERROR, act.id)
    assert counter.standing(minor).status is Status.NONE_MINOR
    acts = counter.read(lambda uow: uow.acts.of_client(minor.id))
    assert [one.id for one in acts] == [act.id, mark.id]
    line = counter.last()
    assert (line.act, line.facts["undone"]) == ("entered_in_error", "consent_granted")


@pytest.mark.parametrize("reason", ["", "   "])
def test_needs_a_reason(counter: Counter, minor: Client, reason: str) -> None:
    act = granted(counter, minor)
    with pytest.raises(InputError) as error:
        taken_back(counter, act, reason)
    assert error.value.code == "reason.missing"
    assert counter.standing(minor).status is Status.SIGNED_TO_AFFIRM


def test_not_twice_and_never_an_undo(counter: Counter, minor: Client) -> None:
    act = granted(counter, minor)
    mark = taken_back(counter, act)
    assert refusal(counter, act) == "undo.already"
    assert refusal(counter, mark) == "undo.of_undo"


@pytest.mark.parametrize(
    ("member", "days", "allowed"),
    [(ANA, 0, True), (ANA, 1, False), (SAM, 0, True), (SAM, 400, True), (IVY, 0, False)],
)
def test_own_acts_of_the_day_or_any_for_a_supervisor(
    counter: Counter, minor: Client, member: object, days: int, allowed: bool
) -> None:
    act = granted(counter, minor)
    counter.today += timedelta(days=days)
    counter.member = member  # type: ignore[assignment]
    acts = counter.read(lambda uow: uow.acts.of_client(minor.id))
    assert counter.read(lambda uow: can_undo(act, acts, counter.occasion(uow))) is allowed
    if allowed:
        assert taken_back(counter, act).reverses == act.id
    else:
        assert refusal(counter, act) == "right.missing"


def test_the_front_desk_does_not_undo_a_colleagues_act(counter: Counter, minor: Client) -> None:
    counter.member = SAM
    act = granted(counter, minor)
    counter.member = ANA
    assert refusal(counter, act) == "right.missing"


@pytest.mark.parametrize(("affirmed_by", "allowed"), [(ANA, True), (SAM, False)])
def test_the_front_desk_undoes_what_no_colleague_has_built_upon(
    counter: Counter, minor: Client, affirmed_by: StaffMember, allowed: bool
) -> None:
    act = granted(counter, minor)
    assert act.document_id is not None
    counter.member = affirmed_by
    command = Affirm(document_id=act.document_id, on=counter.today, registry_user="aruiz")
    affirmation = counter.do(affirm, command)
    counter.member = ANA
    acts = counter.read(lambda uow: uow.acts.of_client(minor.id))
    assert counter.read(lambda uow: can_undo(act, acts, counter.occasion(uow))) is allowed
    if allowed:
        assert taken_back(counter, act).reverses == act.id
        return
    assert refusal(counter, act) == "right.missing"
    assert counter.standing(minor).status is Status.CONSENTED_MINOR
    counter.member = SAM
    taken_back(counter, affirmation)
    counter.member = ANA
    assert taken_back(counter, act).reverses == act.id, "their own again"


def test_an_affirmation_falls_with_the_consent(counter: Counter, minor: Client) -> None:
    act = granted(counter, minor)
    assert act.document_id is not None
    command = Affirm(document_id=act.document_id, on=counter.today, registry_user="aruiz")
    counter.do(affirm, command)
    taken_back(counter, act)
    assert counter.standing(minor).status is Status.NONE_MINOR
    assert counter.standing(minor).to_affirm == ()
    with pytest.raises(RefusedError) as error:
        counter.do(affirm, command)
    assert [f.code for f in error.value.findings] == ["document.in_error"]


def test_an_affirmation_alone_can_be_undone_and_made_again(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    command = Affirm(document_id=document.id, on=counter.today, registry_user="aruiz")
    taken_back(counter, counter.do(affirm, command))
    assert counter.standing(minor).status is Status.SIGNED_TO_AFFIRM
    counter.do(affirm, command)
    assert counter.standing(minor).status is Status.CONSENTED_MINOR


def test_undoing_a_withdrawal_brings_the_consent_back(counter: Counter, minor: Client) -> None:
    counter.existing(minor, affirmed_on=date(2026, 3, 1))
    counter.withdrawal(minor, scope=Scope.BOTH, signed_on=counter.today)
    assert counter.standing(minor).status is Status.WITHDRAWN
    taken_back(counter, counter.read(lambda uow: uow.acts.of_client(minor.id))[-1])
    assert counter.standing(minor).status is Status.CONSENTED_MINOR


def test_a_death_entered_in_error_is_undone_by_the_same_way(
    counter: Counter, minor: Client
) -> None:
    died = NoteOnClient(
        client_id=minor.id,
        kind=ActKind.DEATH_RECORDED,
        on=counter.today,
        facts={"source": "family"},
    )
    act = counter.do(note_on_client, died)
    assert counter.standing(minor).status is Status.DECEASED
    taken_back(counter, act)
    assert counter.standing(minor).status is Status.NONE_MINOR


def test_undoing_a_settlement_opens_the_conflict_again(counter: Counter, minor: Client) -> None:
    kept = counter.existing(minor)
    counter.withdrawal(minor, signer_name="Luis López")
    command = SettleConflict(
        client_id=minor.id, prevails=kept.id, seen="order of 2025-11-03", on=counter.today
    )
    act = counter.do(settle_conflict, command)
    assert counter.standing(minor).status is Status.SIGNED_TO_AFFIRM
    taken_back(counter, act)
    assert counter.standing(minor).status is Status.CONFLICT


def test_an_unknown_act_is_refused(counter: Counter, minor: Client) -> None:
    act = granted(counter, minor)
    with pytest.raises(DeskError) as error:
        counter.do(undo, UndoAct(act_id="NONE", reason="x"))  # type: ignore[arg-type]
    assert error.value.code == "act.unknown"
    assert counter.standing(minor).effective_document == act.document_id
