"""A real encrypted file for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from immtrac_desk.store.engine import close, create_database, open_engine
from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import STAFF

KEY = bytes(range(32))


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "desk.db"
    create_database(place, KEY)
    return place


@pytest.fixture
def engine(path: Path) -> Iterator[sa.Engine]:
    opened = open_engine(path, KEY)
    yield opened
    close(opened)


@pytest.fixture
def filing(engine: sa.Engine) -> Filing:
    """A filing room with one member of staff."""
    room = Filing(engine)
    with room.writing() as work:
        work.staff.put(STAFF)
        work.commit()
    return room
