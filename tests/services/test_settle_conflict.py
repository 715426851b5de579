"""A disagreement ends only when an order or statement was seen, and says whose paper prevails."""

from datetime import date

import pytest

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.words import Status
from immtrac_desk.errors import DeskError, InputError
from immtrac_desk.services.settle_conflict import SettleConflict, settle_conflict
from tests.services.counter import Counter, a_client


@pytest.fixture
def papers(counter: Counter, minor: Client) -> tuple[Document, Document]:
    """The mother granted, the father withdrew."""
    granted = counter.existing(minor)
    withdrawn = counter.withdrawal(minor, signer_name="Luis López", relation="father")
    return granted, withdrawn


def settle(counter: Counter, client: Client, paper: Document, **changes: object) -> None:
    given = {
        "client_id": client.id,
        "prevails": paper.id,
        "seen": "order of 2025-11-03",
        "on": counter.today,
        **changes,
    }
    counter.do(settle_conflict, SettleConflict(**given))  # type: ignore[arg-type]


def test_the_mothers_grant_prevails(
    counter: Counter, minor: Client, papers: tuple[Document, Document]
) -> None:
    assert counter.standing(minor).status is Status.CONFLICT
    settle(counter, minor, papers[0])
    assert counter.standing(minor).status is Status.SIGNED_TO_AFFIRM
    line = counter.last()
    assert (line.act, line.row) == ("conflict_settled", "DT-6.5")


def test_the_fathers_withdrawal_prevails(
    counter: Counter, minor: Client, papers: tuple[Document, Document]
) -> None:
    settle(counter, minor, papers[1])
    assert counter.standing(minor).status is Status.WITHDRAWN


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"seen": " "}, "conflict.nothing_seen"), ({"on": date(2026, 3, 3)}, "date.future")],
)
def test_refuses_without_an_order_seen_or_on_a_day_to_come(
    counter: Counter,
    minor: Client,
    papers: tuple[Document, Document],
    changes: dict[str, object],
    code: str,
) -> None:
    with pytest.raises(InputError) as error:
        settle(counter, minor, papers[0], **changes)
    assert error.value.code == code
    assert counter.standing(minor).status is Status.CONFLICT


def test_without_a_conflict_there_is_nothing_to_settle(counter: Counter, minor: Client) -> None:
    paper = counter.existing(minor)
    with pytest.raises(DeskError) as error:
        settle(counter, minor, paper)
    assert error.value.code == "conflict.none"


def test_another_clients_paper_settles_nothing(
    counter: Counter, minor: Client, papers: tuple[Document, Document]
) -> None:
    other = counter.add(a_client())
    with pytest.raises(DeskError) as error:
        settle(counter, minor, counter.existing(other))
    assert error.value.code == "document.of_another_client"
