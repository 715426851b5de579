"""A disk that takes no more: told in a code, nothing acknowledged is lost, no half copy stays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from immtrac_desk.store.engine import close, open_engine
from immtrac_desk.store.unit_of_work import Filing
from immtrac_desk.store.verify import verify

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a limit on file sizes")

BEGIN = """
import resource, signal, sys
from pathlib import Path
from immtrac_desk.errors import VaultError
from immtrac_desk.store import backup
from immtrac_desk.store.engine import close, open_engine
from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import an_entry

place, key = Path(sys.argv[1]), bytes(range(32))
engine = open_engine(place, key)
room = Filing(engine)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
"""

WRITE = """
limit(place.stat().st_size + 200_000)
done = 0
try:
    while done < 2000:
        with room.writing() as work:
            work.audit.append(an_entry(facts={"reason": "x" * 3000}))
            work.commit()
        done += 1
except VaultError as error:
    code = error.code
with room.reading() as work:
    assert work.audit.last().seq == done
limit(resource.RLIM_INFINITY)
with room.writing() as work:
    work.audit.append(an_entry())
    work.commit()
close(engine)
print(done + 1, code)
"""

COPY = """
limit(100_000)
try:
    backup.copy_to(engine, place.with_name("copy.db"), key)
except VaultError as error:
    print(0, error.code)
"""


def run(program: str, place: Path) -> tuple[int, str]:
    command = [sys.executable, "-c", BEGIN + program, str(place)]
    said = subprocess.run(command, check=True, timeout=60, capture_output=True, text=True)
    number, code = said.stdout.split()
    return int(number), code


def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(
    path: Path, key: bytes
) -> None:
    done, code = run(WRITE, path)
    assert code in ("vault.full", "vault.io")
    assert 1 < done < 2000
    assert verify(path, key) == ()
    engine = open_engine(path, key)
    with Filing(engine).reading() as work:
        last = work.audit.last()
        assert last is not None
        assert last.seq == done
    close(engine)


def test_a_copy_that_does_not_fit_is_not_there(path: Path) -> None:
    _, code = run(COPY, path)
    assert code in ("vault.full", "vault.io")
    assert [p.name for p in path.parent.iterdir() if "copy" in p.name] == []
