"""T-08, T-42: a vault that may only be read is left as it is, told by a code, and names nobody."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from immtrac_desk.bootstrap import open_vault, verify_vault
from immtrac_desk.errors import DeskError, VaultError
from tests.office import BOSS, PASSPHRASE, Office, open_office
from tests.trust.canaries import BORN_ON, STEM, seen_in
from tests.trust.day import Day

NOBODY = 65534

pytestmark = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="needs root, to become somebody without rights"
)


@pytest.fixture
def office() -> Iterator[Office]:
    """A closed vault with a canary in it, in a folder that anybody may look into."""
    folder = Path(tempfile.mkdtemp(prefix="desk-read-only-"))
    folder.chmod(0o755)
    made = open_office(folder)
    Day(made.desk).client(BORN_ON)
    made.reopen()  # everything that is needed later is loaded while it may be read
    made.desk.close()
    yield made
    shutil.rmtree(folder)


@contextmanager
def somebody_else() -> Iterator[None]:
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def bytes_of(office: Office) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in office.path.iterdir()}


def knock(office: Office) -> DeskError:
    """Open the vault and save a client; one of them must be refused."""

    def open_and_save() -> None:
        desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)
        try:
            Day(desk).client(BORN_ON)
        finally:
            desk.close()

    with somebody_else(), pytest.raises(DeskError) as refused:
        open_and_save()
    return refused.value


READ_ONLY = {"folder": 0o555, "desk.db": 0o444, "slots": 0o444, "attempts": 0o444}


@pytest.mark.parametrize("locked", [("folder", "desk.db", "slots", "attempts"), ("desk.db",)])
def test_what_may_only_be_read_is_refused_and_left_alone(
    office: Office, locked: tuple[str, ...]
) -> None:
    for path in (office.path, *office.path.iterdir()):
        path.chmod(0o777 if path.is_dir() else 0o666)
    for part in locked:
        place = office.path if part == "folder" else office.path / part
        place.chmod(READ_ONLY[part])
    before = bytes_of(office)
    error = knock(office)
    assert isinstance(error, VaultError)
    assert error.code in ("vault.unwritable", "vault.read_only", "vault.io")
    page = io.StringIO()
    traceback.print_exception(error, file=page)
    assert "Traceback" in page.getvalue()
    assert seen_in((page.getvalue() + repr(error.facts)).encode()) == []
    after = bytes_of(office)
    assert {name: after[name] for name in ("desk.db", "slots")} == {
        name: before[name] for name in ("desk.db", "slots")
    }
    for path in (office.path, *office.path.iterdir()):
        path.chmod(0o700 if path.is_dir() else 0o600)
    assert office.reopen().people.find(STEM), "and opens as before when it may be written again"
    office.desk.close()
    assert verify_vault(office.path, BOSS, PASSPHRASE, office.around) == ()


def test_a_vault_of_somebody_else_is_refused_before_anything_is_read(office: Office) -> None:
    before = bytes_of(office)
    error = knock(office)
    assert isinstance(error, VaultError)
    assert error.code == "vault.unreadable"
    assert bytes_of(office) == before
