"""One office for a file of tests: each test brings its own client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.office import Office, open_office
from ui.wording import Wording


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("office"))
    yield made
    made.desk.close()


@pytest.fixture(scope="session", params=["en", "es"])
def voice(request: pytest.FixtureRequest) -> Wording:
    return Wording(request.param)
