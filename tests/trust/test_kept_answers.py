"""What the registry sent stays what it was: verify finds any change, copies carry it whole."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from immtrac_desk.bootstrap import ByPassphrase, open_vault, restore_vault, verify_vault
from immtrac_desk.domain.answer import Answer, AnswerSource
from immtrac_desk.domain.client import Client
from immtrac_desk.store.engine import close, open_engine, raw
from tests.office import BOSS, PASSPHRASE, Office, open_office
from tests.trust.at_doses import told_of
from tests.trust.canaries import STEM, seen_in

FLIPS = 12
Look = Callable[[Office, Client, Answer], object]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("kept"))
    yield made
    made.desk.close()


@pytest.fixture(scope="module")
def client(office: Office) -> Client:
    return office.client(chart_no=f"{STEM}77")


@pytest.fixture(scope="module")
def answer(office: Office, client: Client) -> Answer:
    """An answer of two messages, in which a client of ours is named."""
    data = told_of(client, "IMR-132", "IMR-109", "IEE-526")
    return office.desk.answers.take(data, AnswerSource.OPENED)


def by_hand(office: Office, key: bytes, statement: str, *values: object) -> None:
    """Work on the closed file with its key, past its guards."""
    engine = open_engine(office.path / "desk.db", key)
    with engine.connect() as connection:
        driver: Any = raw(connection)
        guards = "SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name='answers'"
        kept = driver.execute(guards).fetchall()
        for name, _ in kept:
            driver.execute(f"DROP TRIGGER {name}")
        driver.execute(statement, values)
        for _, sql in kept:
            driver.execute(sql)
    close(engine)


def test_any_byte_that_differs_is_found_and_named_by_its_answer_alone(
    office: Office, answer: Answer
) -> None:
    content = office.desk.answers.content(answer.id)
    key = office.desk.staff.box.data_key.database_key()
    office.desk.close()
    drawn = random.Random(24)
    places = {0, len(content) - 1, *(drawn.randrange(len(content)) for _ in range(FLIPS))}
    put = "UPDATE answers SET content = ? WHERE id = ?"
    for place in sorted(places):
        changed = bytearray(content)
        changed[place] ^= 1 << drawn.randrange(8)
        by_hand(office, key, put, bytes(changed), answer.id)
        found = verify_vault(office.path, BOSS, PASSPHRASE, office.around)
        told = [(one.file, one.place, one.what) for one in found]
        assert told == [("desk.db", f"answers {answer.id}", "digest_differs")], place
        assert seen_in(repr(found).encode()) == []
    by_hand(office, key, put, content, answer.id)
    assert verify_vault(office.path, BOSS, PASSPHRASE, office.around) == ()
    office.reopen()


def test_a_copy_and_what_is_restored_from_it_have_every_byte_and_every_row(
    office: Office, answer: Answer, tmp_path: Path
) -> None:
    desk = office.desk
    step = desk.answers.close(desk.answers.items(answer_id=answer.id)[0].item.id, "seen")
    meant = (
        desk.answers.answers(),
        desk.answers.content(answer.id),
        desk.answers.items(show="all"),
        desk.answers.counts(),
    )
    copy = desk.book.back_up(tmp_path / "copies").path
    assert seen_in(copy.read_bytes()) == []
    restored = tmp_path / "restored"
    restore_vault(copy, restored, ByPassphrase(BOSS, PASSPHRASE), office.around)
    again = open_vault(restored, BOSS, PASSPHRASE, office.around)
    try:
        assert again.book.verify() == ()
        assert again.answers.item(step.item_id).state is desk.answers.item(step.item_id).state
        assert meant == (
            again.answers.answers(),
            again.answers.content(answer.id),
            again.answers.items(show="all"),
            again.answers.counts(),
        )
    finally:
        again.close()


LOOKS: dict[str, tuple[str, Look]] = {
    "content": ("answer_looked_at", lambda o, c, a: o.desk.answers.content(a.id)),
    "card": ("client_looked_at", lambda o, c, a: o.desk.entry.card(c.id)),
    "file": ("client_looked_at", lambda o, c, a: o.desk.people.file(c.id)),
}


@pytest.mark.parametrize("name", list(LOOKS))
def test_who_looked_is_in_the_book(
    office: Office, client: Client, answer: Answer, name: str
) -> None:
    act, look = LOOKS[name]
    office.clock.tick(minutes=2)
    before = office.desk.book.history(limit=1)[0].seq
    look(office, client, answer)
    [line] = office.desk.book.history(limit=office.desk.book.history(limit=1)[0].seq - before)
    assert (line.act, line.actor_id) == (act, office.desk.actor.id)
    assert client.id == line.client_id or answer.digest == line.document_digest


def test_going_from_a_file_to_its_card_is_one_look(office: Office, client: Client) -> None:
    office.clock.tick(minutes=2)
    office.desk.people.file(client.id)
    last = office.desk.book.history(limit=1)[0].seq
    office.desk.entry.card(client.id)
    assert office.desk.book.history(limit=1)[0].seq == last
    office.clock.tick(seconds=61)
    office.desk.entry.card(client.id)
    assert office.desk.book.history(limit=1)[0].seq == last + 1
