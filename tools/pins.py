"""The pins' inspector: requirements*.txt carry hashes for everything and name no host."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIN_FILES = ("requirements.txt", "requirements-dev.txt")
# A host or an index written into a pin file would bind every clinic's machine to it.
HOST = re.compile(r"://|--(extra-)?index-url|--find-links|--trusted-host|^\s*-[if]\s")


def faults(text: str) -> list[str]:
    """What is wrong with one pin file: one sentence per fault, none when it is sound."""
    lines = text.splitlines()
    found = [
        f"line {n} names a host or an index" for n, line in enumerate(lines, 1) if HOST.search(line)
    ]
    logical = re.sub(r"\\\n", " ", text).splitlines()
    for line in logical:
        name = line.split("==")[0].strip()
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if "==" not in line:
            found.append(f"{name[:60]} is not pinned to one version")
        elif "--hash=sha256:" not in line:
            found.append(f"{name} has no hash")
    return found


def main() -> int:
    """Print each fault with its file; 0 when there is none, else 1."""
    found = [
        f"{name}: {fault}" for name in PIN_FILES for fault in faults((ROOT / name).read_text())
    ]
    for line in found:
        print(line, file=sys.stderr)
    print(
        "pins: every package pinned with hashes, no host named" if not found else "pins: not sound"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
