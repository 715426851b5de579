"""T-01, T-64: killed while taking an answer in or noting letters: all of it is there, or none."""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from immtrac_desk.bootstrap import Surroundings, open_vault, verify_vault
from immtrac_desk.desk import Desk
from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.domain.audit import first_break
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.errors import RefusedError
from tests.killing import Child, needs_kill
from tests.office import BOSS, CHEAP, PASSPHRASE, Clock, Office, open_office
from tests.responses.answers import ack, err

ITEMS = 10_000
LETTERS = 40
SOON_18 = date(2008, 12, 1)

pytestmark = needs_kill
Work = Callable[[str, int, Connection], None]


def enter(path: Path) -> Desk:
    return open_vault(path, BOSS, PASSPHRASE, Surroundings(clock=Clock(), cost=CHEAP))


def answer_of(number: int) -> bytes:
    """Ten thousand things that no other answer says."""
    said = (ack(f"C{n}", [err("IMR-132", "E")], chart=f"{number}-{n}") for n in range(ITEMS))
    return "".join(said).encode()


def take_in(place: str, number: int, pipe: Connection) -> None:
    desk, data = enter(Path(place)), answer_of(number)
    pipe.send("now")
    desk.answers.take(data, AnswerSource.PASTED)
    pipe.send("done")
    signal.pause()


def write_letters(place: str, _: int, pipe: Connection) -> None:
    """Say `now` as the last sheet is drawn: what comes next is the noting."""
    desk = enter(Path(place))

    def go_on(done: int, of: int) -> bool:
        if done == of - 1:
            pipe.send("now")
        return True

    desk.letters.write("turning_18", clients_of(desk), go_on=go_on)
    pipe.send("done")
    signal.pause()


def clients_of(desk: Desk) -> tuple[ClientId, ...]:
    [found] = [one for one in desk.letters.lists() if one.code == "turning_18"]
    return tuple(line.client_id for line in found.entries if line.client_id)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("killed"))
    for _ in range(LETTERS):
        made.client(born_on=SOON_18)
    made.desk.close()
    yield made
    made.desk.close()


def kill_during(work: Work, place: Path, number: int, wait: float) -> bool:
    """Kill a child `wait` seconds after it began; return whether it had said that it was done."""
    child = Child(work, str(place), number)
    assert child.hear() == "now"
    done = child.says_within(wait)
    child.kill()
    return done


def sound(office: Office) -> None:
    lines = office.desk.book.history(limit=100_000)
    assert first_break(reversed(lines)) is None
    assert office.desk.staff.box.head()[0] == lines[0].seq
    office.desk.close()
    assert verify_vault(office.path, BOSS, PASSPHRASE, office.around) == ()
    office.desk = enter(office.path)


# In the reading, about the writing, and after the commit was acknowledged.
@pytest.mark.parametrize("wait", [0.3, 0.7, 30.0])
def test_an_answer_of_ten_thousand_is_taken_in_whole_or_not_at_all(
    office: Office, wait: float
) -> None:
    number = int(wait * 100)
    acknowledged = kill_during(take_in, office.path, number, wait)
    office.desk = enter(office.path)
    ours = [one for one in office.desk.answers.answers() if one.size == len(answer_of(number))]
    kept = [one for one in ours if office.desk.answers.content(one.id) == answer_of(number)]
    assert kept or not acknowledged, "what was acknowledged is there"
    if not kept:
        office.desk.answers.take(answer_of(number), AnswerSource.PASTED)
    else:
        with pytest.raises(RefusedError):
            office.desk.answers.take(answer_of(number), AnswerSource.PASTED)
    taken = office.desk.book.history(limit=1000, acts=("answer_taken",))
    answers = office.desk.answers.answers()
    assert [line.facts["answer"] for line in taken] == [one.id for one in answers]
    for one in answers:
        assert len(office.desk.answers.items(answer_id=one.id, limit=2 * ITEMS)) == ITEMS
    sound(office)
    office.desk.close()


def test_a_run_of_letters_is_noted_for_everybody_or_for_nobody(office: Office) -> None:
    instants, runs = random.Random(4), 0
    for wait in (0.0, *(instants.uniform(0, 0.08) for _ in range(2)), 30.0):
        done = kill_during(write_letters, office.path, 0, wait)
        office.desk = enter(office.path)
        told = office.desk.book.history(limit=1000, acts=("letters_run",))
        noted = office.desk.book.history(limit=10_000, acts=(ActKind.LETTER_MADE.value,))
        assert len(told) - runs in ((1,) if done else (0, 1))
        kept = office.desk.letters.runs()
        assert [one.id for one in kept] == [line.facts["letter_run"] for line in told]
        runs = len(told)
        assert len(noted) == LETTERS * runs
        everybody = clients_of(office.desk)
        assert Counter(line.client_id for line in noted) == Counter(everybody * runs)
        for client in (everybody[0], everybody[-1]):
            acts = [line.act.kind for line in office.desk.people.file(client).acts]
            assert acts.count(ActKind.LETTER_MADE) == runs
        sound(office)
        office.desk.close()
    assert runs
