"""Killed at any instant: what was acknowledged is there, and the book's chain holds."""

import random
from multiprocessing.connection import Connection
from pathlib import Path

from immtrac_desk.domain.audit import first_break
from immtrac_desk.store.engine import close, open_engine
from immtrac_desk.store.unit_of_work import Filing
from immtrac_desk.store.verify import verify
from tests.killing import Child, needs_kill
from tests.store.records import PDF, STAFF, a_client, a_document, an_act, told_of

KILLS = 30
KEY = bytes(range(32))


def work_until_killed(place: str, pipe: Connection) -> None:
    """File a client, a paper, an act and a line of the book; say so only after the commit."""
    room = Filing(open_engine(Path(place), KEY))
    while True:
        client = a_client()
        with room.writing() as work:
            work.clients.add(client)
            paper = a_document(client)
            work.documents.add(paper, PDF)
            work.acts.add(an_act(client))
            line = work.audit.append(told_of(paper))
            work.commit()
        pipe.send((client.id, line.seq))


@needs_kill
def test_nothing_acknowledged_is_lost(path: Path) -> None:
    engine = open_engine(path, KEY)
    with Filing(engine).writing() as work:
        work.staff.put(STAFF)
        work.commit()
    close(engine)
    instants = random.Random(9)
    acknowledged: list[tuple[str, int]] = []
    for _ in range(KILLS):
        child = Child(work_until_killed, str(path))
        acknowledged.append(child.hear())
        child.says_within(instants.uniform(0, 0.01))
        acknowledged += child.kill()
        check_everything(path, acknowledged)
    assert len(acknowledged) >= KILLS
    assert verify(path, KEY) == ()


def check_everything(path: Path, acknowledged: list[tuple[str, int]]) -> None:
    engine = open_engine(path, KEY)
    with Filing(engine).reading() as work:
        lines = list(work.audit.all())
        assert first_break(lines) is None
        filed = {(line.client_id, line.seq) for line in lines}
        assert set(acknowledged) <= filed
        assert work.clients.count() == work.documents.count() == len(lines)
        assert sum(len(acts) for _, acts in work.acts.all_by_client()) == len(lines)
    close(engine)
