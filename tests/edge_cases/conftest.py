"""The office in which the edge cases of the handbook happen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.office import Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A registered clinic with verified packs; it is 9 March 2026, the supervisor is in."""
    made = open_office(tmp_path)
    made.clock.on(date(2026, 3, 9))
    yield made
    made.desk.close()
