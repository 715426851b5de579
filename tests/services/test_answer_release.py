"""A release is answered with what was given, to whom and when; only where one was authorized."""

from datetime import date

import pytest

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.words import Choice, Intent
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.answer_release import AnswerRelease, answer_release
from immtrac_desk.services.invalidate import InvalidateDocument, invalidate
from immtrac_desk.services.send import SendPaper, send
from tests.services.counter import SAM, Counter


@pytest.fixture(autouse=True)
def verified(counter: Counter) -> None:
    counter.verify_packs()


def authorized(counter: Counter, minor: Client, choice: Choice = Choice.RELEASE) -> AnswerRelease:
    receipt = counter.sign(counter.begin(minor, Intent.COPY, choice=choice))
    return AnswerRelease(
        document_id=receipt.document.id, on=counter.today, given="full history", to="the mother"
    )


def test_what_was_given_to_whom_and_when(counter: Counter, minor: Client) -> None:
    act = counter.do(answer_release, authorized(counter, minor))
    assert (act.row, act.on) == ("DT-8.4", counter.today)
    assert (act.facts["given"], act.facts["to"]) == ("full history", "the mother")
    assert "given" not in counter.last().facts  # what was given is no matter for the book


def test_it_may_also_be_sent(counter: Counter, minor: Client) -> None:
    command = authorized(counter, minor)
    sent = SendPaper(document_id=command.document_id, on=counter.today, channel="fax")
    assert counter.do(send, sent).row == "DT-8.4"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"given": " "}, "release.answer_missing", "given"),
        ({"to": ""}, "release.answer_missing", "to"),
        ({"on": date(2026, 3, 3)}, "date.future", "on"),
        ({"on": date(2026, 3, 1)}, "date.before_signature", "on"),
    ],
)
def test_refuses_beside_the_field(
    counter: Counter, minor: Client, change: dict[str, object], code: str, field: str
) -> None:
    command = authorized(counter, minor)
    given = {
        "document_id": command.document_id,
        "on": command.on,
        "given": command.given,
        "to": command.to,
        **change,
    }
    with pytest.raises(InputError) as error:
        counter.do(answer_release, AnswerRelease(**given))  # type: ignore[arg-type]
    assert (error.value.code, error.value.field) == (code, field)


def test_a_release_that_was_refused_is_not_answered(counter: Counter, minor: Client) -> None:
    command = authorized(counter, minor, Choice.NOT_RELEASE)
    with pytest.raises(RefusedError) as error:
        counter.do(answer_release, command)
    assert error.value.code == "release.not_authorized"


def test_nor_one_on_an_invalidated_paper(counter: Counter, minor: Client) -> None:
    command = authorized(counter, minor)
    counter.member = SAM
    counter.do(invalidate, InvalidateDocument(document_id=command.document_id, note="forged"))
    for act, again in (
        (answer_release, command),
        (invalidate, InvalidateDocument(document_id=command.document_id, note="again")),
    ):
        with pytest.raises(RefusedError) as error:
            counter.do(act, again)  # type: ignore[arg-type]
        assert error.value.code == "document.invalidated"
