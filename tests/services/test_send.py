"""What leaves the clinic: an unregistered clinic's consents, withdrawals; never a refusal."""

from datetime import date, timedelta

import pytest

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.words import Choice, FormKind, Scope, Status
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.services.confirm_withdrawal import ConfirmWithdrawal, confirm_withdrawal
from immtrac_desk.services.send import ConfirmReceipt, SendPaper, confirm_receipt, send
from tests.services.counter import Counter
from tests.services.test_record_existing import scan


@pytest.fixture
def unregistered(counter: Counter) -> Counter:
    counter.law = LawSettings(registered_provider=False)
    return counter


def by_fax(counter: Counter, document: Document, day: date | None = None) -> Act:
    command = SendPaper(document_id=document.id, on=day or counter.today, channel="fax")
    return counter.do(send, command)


def a_withdrawal(counter: Counter, client: Client) -> Document:
    return counter.existing(
        client, form=FormKind.WITHDRAWAL, choice=Choice.WITHDRAW, scope=Scope.BOTH
    )


def test_a_consent_is_sent_then_received(unregistered: Counter, minor: Client) -> None:
    counter = unregistered
    document = counter.existing(minor)
    assert counter.standing(minor).status is Status.SIGNED_TO_AFFIRM
    assert by_fax(counter, document).row == "DT-8.2"
    assert counter.standing(minor).status is Status.SENT_UNCONFIRMED
    seen = ConfirmReceipt(document_id=document.id, on=counter.today, how="fax confirmation sheet")
    counter.do(confirm_receipt, seen)
    assert counter.standing(minor).status is Status.CONSENTED_MINOR


def test_a_registered_provider_affirms_and_does_not_fax(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    with pytest.raises(RefusedError) as error:
        by_fax(counter, document)
    assert (error.value.code, error.value.facts["row"]) == ("send.affirm_instead", "DT-8.1")


def test_a_withdrawal_goes_to_dshs_from_any_clinic(counter: Counter, minor: Client) -> None:
    assert by_fax(counter, a_withdrawal(counter, minor)).row == "DT-8.3"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"on": date(2026, 3, 3)}, "date.future", "on"),
        ({"on": date(2026, 2, 28)}, "date.before_signature", "on"),
        ({"channel": "pigeon"}, "send.channel", "channel"),
        ({"detail": "a\x00b"}, "text.control", "detail"),
    ],
)
def test_refuses_beside_the_field(
    unregistered: Counter, minor: Client, change: dict[str, object], code: str, field: str
) -> None:
    document = unregistered.existing(minor)
    given = {"document_id": document.id, "on": unregistered.today, "channel": "mail", **change}
    with pytest.raises(InputError) as error:
        unregistered.do(send, SendPaper(**given))  # type: ignore[arg-type]
    assert (error.value.code, error.value.field) == (code, field)
    assert unregistered.standing(minor).status is Status.SIGNED_TO_AFFIRM


def test_a_receipt_says_what_shows_it(unregistered: Counter, minor: Client) -> None:
    document = unregistered.existing(minor)
    empty = ConfirmReceipt(document_id=document.id, on=unregistered.today, how=" ")
    with pytest.raises(InputError) as error:
        unregistered.do(confirm_receipt, empty)
    assert error.value.code == "receipt.how"


def test_only_a_consent_has_a_receipt(counter: Counter, minor: Client) -> None:
    command = ConfirmReceipt(document_id=a_withdrawal(counter, minor).id, on=counter.today, how="x")
    with pytest.raises(RefusedError) as error:
        counter.do(confirm_receipt, command)
    assert error.value.code == "receipt.not_a_grant"


def test_a_confirmed_withdrawal_leaves_the_list(counter: Counter, minor: Client) -> None:
    document = a_withdrawal(counter, minor)
    assert [one.document_id for one in counter.standing(minor).open_withdrawals] == [document.id]
    command = ConfirmWithdrawal(document_id=document.id, on=counter.today, attachment=scan())
    act = counter.do(confirm_withdrawal, command)
    assert (act.kind, act.row) == (ActKind.WITHDRAWAL_CONFIRMED, "DT-8.3")
    assert counter.standing(minor).open_withdrawals == ()
    kept = counter.read(lambda uow: uow.attachments.of_act(act.id))
    assert [one.what for one in kept] == ["dshs_confirmation"]
    with pytest.raises(RefusedError) as error:
        counter.do(confirm_withdrawal, command)
    assert error.value.code == "withdrawal.already_confirmed"


def test_a_consent_is_no_withdrawal(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor)
    with pytest.raises(RefusedError) as error:
        counter.do(confirm_withdrawal, ConfirmWithdrawal(document_id=document.id, on=counter.today))
    assert error.value.code == "withdrawal.not_one"


def test_a_bad_letter_confirms_nothing(counter: Counter, minor: Client) -> None:
    document = a_withdrawal(counter, minor)
    command = ConfirmWithdrawal(document_id=document.id, on=counter.today, attachment=b"GIF89a")
    with pytest.raises(InputError):
        counter.do(confirm_withdrawal, command)
    assert len(counter.standing(minor).open_withdrawals) == 1


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_paper_sent_in_time_may_still_be_early(
    unregistered: Counter, minor: Client, days: int
) -> None:
    """DT-5.8b: sent before the 18th birthday, receipt unknown; 2028-03-10 is the day."""
    counter = unregistered
    document = counter.existing(minor)
    by_fax(counter, document)
    counter.today = date(2028, 3, 10) + timedelta(days=days)
    assert counter.standing(minor).status is Status.SENT_UNCONFIRMED
