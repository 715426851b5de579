"""A counter over a real encrypted file, with a front desk, a supervisor and an auditor."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from immtrac_desk.domain.client import Client
from immtrac_desk.store.engine import close, create_database, open_engine
from immtrac_desk.store.unit_of_work import Filing
from tests.services.counter import ANA, IVY, SAM, Counter, a_client

KEY = bytes(range(32))


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    place = tmp_path / "desk.db"
    create_database(place, KEY)
    engine = open_engine(place, KEY)
    filing = Filing(engine)
    with filing.writing() as uow:
        for member in (ANA, SAM, IVY):
            uow.staff.put(member)
        uow.commit()
    yield Counter(filing)
    close(engine)


@pytest.fixture
def minor(counter: Counter) -> Client:
    return counter.add(a_client())
