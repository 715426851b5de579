"""What is drawn by other processes, whose hashes fall otherwise."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]


def printed_by_two(script: str) -> set[bytes]:
    """Run the script twice, each with another seed, and return what it printed."""
    runs = (
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=HOUSE,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(HOUSE)},
            capture_output=True,
            check=True,
        )
        for seed in ("1", "2")
    )
    return {run.stdout for run in runs}
