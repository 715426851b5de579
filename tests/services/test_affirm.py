"""Affirming: day and registry user, never early, frozen while it must not be; too late is kept."""

from datetime import date, timedelta

import pytest

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.words import Choice, FormKind, Scope, Source, Status, Who
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.services.affirm import Affirm, affirm
from immtrac_desk.services.invalidate import InvalidateDocument, invalidate
from immtrac_desk.services.note_on_client import NoteOnClient, note_on_client
from tests.services.counter import SAM, Counter, a_client

DAY = timedelta(days=1)


def on(counter: Counter, document: Document, day: date, user: str = "aruiz") -> Act:
    return counter.do(affirm, Affirm(document_id=document.id, on=day, registry_user=user))


def refused(counter: Counter, document: Document, day: date) -> set[str]:
    with pytest.raises(RefusedError) as error:
        on(counter, document, day)
    assert error.value.code == "affirm.refused"
    assert {f.field for f in error.value.findings} <= {"", "on"}  # type: ignore[attr-defined]
    return {finding.code for finding in error.value.findings}  # type: ignore[attr-defined]


def test_an_affirmed_consent_is_in_effect_from_its_day(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    assert counter.standing(minor).status is Status.SIGNED_TO_AFFIRM
    act = on(counter, document, counter.today)
    assert (act.row, act.facts["affirmed_by"]) == ("DT-8.1", "aruiz")
    assert counter.standing(minor).status is Status.CONSENTED_MINOR
    line = counter.last()
    assert (line.act, line.act_id, line.document_id) == ("consent_affirmed", act.id, document.id)


@pytest.mark.parametrize(
    ("day", "code"),
    [(-1, "date.affirmed_before_signature"), (3, "date.affirmed_in_future")],
)
def test_refuses_a_day_before_the_signature_or_to_come(
    counter: Counter, minor: Client, day: int, code: str
) -> None:
    document = counter.existing(minor, signed_on=counter.today)
    assert refused(counter, document, counter.today + day * DAY) == {code}
    assert counter.standing(minor).status is Status.SIGNED_TO_AFFIRM


def test_the_day_of_the_signature_is_early_enough(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor, signed_on=counter.today)
    assert on(counter, document, counter.today).on == counter.today


def test_needs_the_registry_user(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    with pytest.raises(InputError) as error:
        on(counter, document, counter.today, user="  ")
    assert (error.value.code, error.value.field) == ("affirm.user", "registry_user")


def test_is_frozen_while_the_parents_disagree(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    counter.withdrawal(minor, signer_name="Luis López", relation="father")
    assert counter.standing(minor).status is Status.CONFLICT
    assert "affirm.conflict" in refused(counter, document, counter.today)


def test_a_withdrawn_consent_is_not_affirmed(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    counter.withdrawal(minor, signed_on=counter.today)
    assert refused(counter, document, counter.today) == {"affirm.withdrawn"}


def test_a_disaster_withdrawal_does_not_stop_the_standard_consent(
    counter: Counter, minor: Client
) -> None:
    document = counter.existing(minor)
    counter.withdrawal(minor, scope=Scope.DISASTER, signed_on=counter.today)
    assert on(counter, document, counter.today).kind is ActKind.CONSENT_AFFIRMED


def test_a_grant_after_the_withdrawal_is_affirmed_again(counter: Counter, minor: Client) -> None:
    counter.existing(minor, signed_on=date(2026, 2, 1))
    counter.withdrawal(minor, scope=Scope.BOTH, signed_on=date(2026, 2, 10))
    again = counter.existing(minor, signed_on=date(2026, 2, 20))
    on(counter, again, counter.today)
    assert counter.standing(minor).status is Status.CONSENTED_MINOR


def test_is_not_repeated(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    on(counter, document, counter.today)
    assert refused(counter, document, counter.today) == {"affirm.already"}


def test_only_grants_are_affirmed(counter: Counter, minor: Client) -> None:
    document = counter.existing(
        minor, form=FormKind.WITHDRAWAL, choice=Choice.WITHDRAW, scope=Scope.STANDARD
    )
    assert "affirm.not_a_grant" in refused(counter, document, counter.today)


def test_an_invalidated_document_is_not_affirmed(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    counter.member = SAM
    counter.do(invalidate, InvalidateDocument(document_id=document.id, note="other child"))
    assert "document.invalidated" in refused(counter, document, counter.today)


def test_nothing_is_affirmed_after_a_death(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    died = NoteOnClient(
        client_id=minor.id,
        kind=ActKind.DEATH_RECORDED,
        on=counter.today,
        facts={"source": "family"},
    )
    counter.do(note_on_client, died)
    assert refused(counter, document, counter.today) == {"affirm.deceased"}


def test_a_clinic_that_is_not_registered_sends_instead(counter: Counter, minor: Client) -> None:
    counter.law = LawSettings(registered_provider=False)
    document = counter.existing(minor)
    assert refused(counter, document, counter.today) == {"affirm.not_registered"}


@pytest.mark.parametrize(
    ("day", "row", "status"),
    [
        (date(2026, 3, 9), "DT-8.1", Status.PENDING_ADULT),
        (date(2026, 3, 10), "DT-4.2", Status.NONE_ADULT),
        (date(2026, 3, 11), "DT-4.2", Status.NONE_ADULT),
    ],
)
def test_from_the_18th_birthday_it_is_too_late(
    counter: Counter, day: date, row: str, status: Status
) -> None:
    counter.today = date(2026, 3, 9)
    young = counter.add(a_client(born_on=date(2008, 3, 10)))
    document = counter.existing(young, signed_on=date(2026, 3, 9), source=Source.PAPER)
    counter.today = date(2026, 3, 12)
    assert on(counter, document, day).row == row
    assert counter.standing(young).status is status


def test_an_adult_consent_has_no_last_day(counter: Counter) -> None:
    adult = counter.add(a_client(born_on=date(1990, 5, 5)))
    document = counter.existing(
        adult, form=FormKind.ADULT, who=Who.SELF, signed_on=date(2024, 1, 1), relation=""
    )
    on(counter, document, counter.today)
    assert counter.standing(adult).status is Status.CONSENTED_ADULT


def test_a_clock_that_stands_behind_is_noted_in_the_book(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    counter.clock_behind = True
    on(counter, document, counter.today)
    assert counter.last().facts["clock_behind"] is True


def test_an_unknown_document_is_refused(counter: Counter, minor: Client) -> None:
    with pytest.raises(DeskError) as error:
        counter.do(affirm, Affirm(document_id="NONE", on=counter.today, registry_user="a"))  # type: ignore[arg-type]
    assert error.value.code == "document.unknown"
