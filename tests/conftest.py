"""What every test may count on: no screen, a home of its own, and chance that can be repeated."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile

from hypothesis import settings

# Before Qt is imported anywhere, also when pytest is started by hand.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nothing a test does may touch the folders of the person who runs it.
home = tempfile.mkdtemp(prefix="desk-tests-")
os.environ["IMMTRAC_DESK_HOME"] = home
atexit.register(shutil.rmtree, home, ignore_errors=True)

# No deadline: a busy machine is no fault. IMMTRAC_DESK_EXAMPLES=house-long looks further.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.register_profile("house-long", deadline=None, max_examples=2000, database=None)
settings.load_profile(os.environ.get("IMMTRAC_DESK_EXAMPLES", "house"))


def pytest_collection_finish() -> None:
    _set_aside()


def pytest_runtest_logfinish(nodeid: str) -> None:
    """Each lock of a window sifts the memory for garbage: what earlier files left is no part of it.

    Without this the sifting takes ten times as long at the end of the run as at its beginning.
    """
    file = nodeid.partition("::")[0]
    if file != _files[-1]:
        _files.append(file)
        _set_aside()


_files = [""]


def _set_aside() -> None:
    gc.collect()
    gc.freeze()
