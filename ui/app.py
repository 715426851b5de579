"""The front door: reads the call, and opens the window or lives a practice day."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

PRACTICE_DAY = "--practice-day"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; 0 when it closed, 2 for a wrong call. A second start raises the first."""
    args = list(sys.argv if argv is None else argv)
    if PRACTICE_DAY in args:
        return _practice_day(args)
    if len(args) > 1:
        sys.stderr.write(f"immtrac-desk [{PRACTICE_DAY} FOLDER]\n")
        return 2
    # Nothing made before the first paint is waste yet, and classes made on import least of all:
    # collecting would only hold it up. The window turns it on again.
    gc.disable()
    from ui import feature_switches

    feature_switches.leave_off()
    from ui.opening import open_window

    return open_window(args)


def _practice_day(args: list[str]) -> int:
    place = args[args.index(PRACTICE_DAY) + 1 :]
    if len(place) != 1:
        sys.stderr.write(f"immtrac-desk {PRACTICE_DAY} FOLDER\n")
        return 2
    from ui.practice_day import main as practice_day

    return int(practice_day(["--out", str(Path(place[0]))]))
