"""The scratch folder: where the print system may put its copy, emptied at start and at exit."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

_PREFIX = "immtrac-desk-"


class ScratchFolder:
    """Points `TMPDIR` at an owner-only folder of this run (the spooler's copy lands there)."""

    def __init__(self, base: Path | None = None) -> None:
        self._base = base or _runtime_folder()
        self._before = os.environ.get("TMPDIR")
        self.path: Path | None = None

    def open(self) -> Path:
        """Sweep what a crash left, make the folder, and make it the place for temporary files."""
        for old in self._base.glob(f"{_PREFIX}*"):
            if old.is_dir() and not _in_use(old):
                shutil.rmtree(old, ignore_errors=True)
        self.path = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=self._base))
        os.environ["TMPDIR"] = str(self.path)
        tempfile.tempdir = None
        return self.path

    def close(self) -> None:
        """Empty and remove it, and put `TMPDIR` back."""
        if self.path is None:
            return
        shutil.rmtree(self.path, ignore_errors=True)
        self.path = None
        if self._before is None:
            os.environ.pop("TMPDIR", None)
        else:
            os.environ["TMPDIR"] = self._before
        tempfile.tempdir = None


def _runtime_folder() -> Path:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    usable = runtime and Path(runtime).is_dir() and os.access(runtime, os.W_OK)
    return Path(runtime) if usable else Path(tempfile.gettempdir())


def _in_use(folder: Path) -> bool:
    """Whether the process named in the folder still lives; one of another person is left alone."""
    if sys.platform == "win32":
        # There os.kill would end the process; that no second window lives was seen to before.
        return False
    number = folder.name.removeprefix(_PREFIX).split("-")[0]
    if not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return int(number) != os.getpid()
