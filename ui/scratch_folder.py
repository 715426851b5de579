"""The scratch folder: where the print system may put its copy, emptied at start and at exit."""

import os
import sys
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
                _remove(old)
        path = self._base / f"{_PREFIX}{os.getpid()}-{os.urandom(6).hex()}"
        path.mkdir(mode=0o700)
        self.path = path
        os.environ["TMPDIR"] = str(path)
        _look_again()
        return path

    def close(self) -> None:
        """Empty and remove it, and put `TMPDIR` back."""
        if self.path is None:
            return
        _remove(self.path)
        self.path = None
        if self._before is None:
            os.environ.pop("TMPDIR", None)
        else:
            os.environ["TMPDIR"] = self._before
        _look_again()


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _look_again() -> None:
    """Have `tempfile` read `TMPDIR` anew, if anybody uses it already."""
    if "tempfile" in sys.modules:
        sys.modules["tempfile"].__dict__["tempdir"] = None


def _runtime_folder() -> Path:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and Path(runtime).is_dir() and os.access(runtime, os.W_OK):
        return Path(runtime)
    import tempfile

    return Path(tempfile.gettempdir())


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
