"""A program seen from outside: its system calls, and what in them names a person or leaves home."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.trust.canaries import NEEDLES, STEM
from tools.house import ROOT

STRACE = shutil.which("strace")
CALLS = (
    "trace=%network,write,pwrite64,writev,pwritev,pwritev2,open,openat,creat,"
    "rename,renameat,renameat2,mkdir,mkdirat,link,linkat,symlink,symlinkat,execve"
)
_NAMED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_WRITES = re.compile(r"\bp?write(v|64|v2)?\(")
_OPENED_TO_WRITE = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")
_NETWORK = re.compile(r"\b(socket|connect|bind|sendto|sendmsg|recvfrom)\(")


@dataclass(frozen=True)
class Traced:
    """What a program said, and the calls it made, one a line, all texts in hexadecimal."""

    said: str
    calls: tuple[str, ...]

    def network(self) -> list[str]:
        return [call for call in self.calls if _NETWORK.search(call)]

    def programs(self) -> int:
        """How many programs were started, itself among them."""
        return sum("execve(" in call for call in self.calls)

    def writes(self) -> list[str]:
        return [call for call in self.calls if _WRITES.search(call)]

    def readable(self) -> list[str]:
        """The beginnings of writes that carry a canary in some spelling, or a sheet."""
        words = [as_traced(needle) for needle in NEEDLES]
        return [call[:60] for call in self.writes() if any(word in call for word in words)]

    def naming(self) -> list[str]:
        """Calls of any kind that carry the canary itself: names of files and folders too."""
        return [call[:200] for call in self.calls if as_traced(STEM.encode()) in call]

    def opened_to_write(self) -> set[str]:
        """Every path that was opened for writing."""
        opened = [c for c in self.calls if "open" in c and _OPENED_TO_WRITE.search(c)]
        return {path for call in opened if "= -1" not in call for path in paths_in(call)}


def traced(command: Sequence[str], trace: Path, env: Mapping[str, str] | None = None) -> Traced:
    """Run a program to its end under strace."""
    assert STRACE
    before = [STRACE, "-f", "-xx", "-s", "1000000", "-e", CALLS, "-o", str(trace)]
    done = subprocess.run(
        [*before, *command], cwd=ROOT, env=env, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return Traced(done.stdout, tuple(trace.read_text(encoding="ascii").splitlines()))


def as_traced(needle: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in needle)


def paths_in(call: str) -> list[str]:
    return [bytes.fromhex(one.replace("\\x", "")).decode() for one in _NAMED.findall(call)]
