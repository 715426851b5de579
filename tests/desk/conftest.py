"""Offices for the counter's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A registered clinic whose packs are verified, with its supervisor at the desk."""
    made = open_office(tmp_path)
    yield made
    made.desk.close()
