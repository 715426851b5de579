"""What the tests of the safe begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from immtrac_desk.vault.making import Terms
from tests.vault.factory import CHEAP, MemoryKeyring, Vault, make_vault, trusting


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = make_vault(tmp_path / "vault")
    yield made
    made.close()


@pytest.fixture
def memory() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def device_vault(tmp_path: Path, memory: MemoryKeyring) -> Iterator[Vault]:
    """A vault whose slot needs a device secret, kept in `memory`."""
    made = make_vault(tmp_path / "device", terms=Terms(trusting(memory), CHEAP))
    yield made
    made.close()
