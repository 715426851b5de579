"""The score sheet: samples of two rivals, their middles, and the ratio between them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import quantiles

Work = Callable[[], object]


@dataclass(frozen=True)
class Spread:
    """Samples of one rival in milliseconds: how many, the middle, and the slowest in a hundred."""

    rounds: int
    p50_ms: float
    p99_ms: float

    @classmethod
    def of(cls, seconds: list[float]) -> Spread:
        """The spread of samples given in seconds; at least two of them."""
        cuts = quantiles(seconds, n=100, method="inclusive")
        return cls(len(seconds), round(cuts[49] * 1000, 4), round(cuts[98] * 1000, 4))


@dataclass(frozen=True)
class Figure:
    """One line of the table: ours beside theirs. Without a rival, `theirs` is None."""

    name: str
    what: str
    rival: str
    ours: Spread
    theirs: Spread | None
    aim: str

    @property
    def ratio_p50(self) -> float | None:
        """Our middle over theirs."""
        return round(self.ours.p50_ms / self.theirs.p50_ms, 2) if self.theirs else None

    @property
    def ratio_p99(self) -> float | None:
        """Our slow end over theirs."""
        return round(self.ours.p99_ms / self.theirs.p99_ms, 2) if self.theirs else None

    def as_facts(self) -> dict[str, object]:
        """The figure as plain values for docs/bench.json, ratios included."""
        return asdict(self) | {"ratio_p50": self.ratio_p50, "ratio_p99": self.ratio_p99}

    def line(self) -> str:
        """The figure for a terminal."""
        text = f"{self.name:14} {self.ours.p50_ms:10.3f} ms p50 {self.ours.p99_ms:10.3f} ms p99"
        if self.theirs:
            text += f"   {self.ratio_p50:6.2f} x p50 {self.ratio_p99:6.2f} x p99 of {self.rival}"
        return f"{text}   ({self.aim})" if self.aim else text


def timed(work: Work) -> float:
    """Seconds that one call of the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def side_by_side(ours: Work, theirs: Work, rounds: int, *, warm: int = 2) -> tuple[Spread, Spread]:
    """Both rivals in turn, so that a busy moment of the machine falls on both."""
    for _ in range(warm):
        ours()
        theirs()
    pairs = [(timed(ours), timed(theirs)) for _ in range(rounds)]
    return Spread.of([mine for mine, _ in pairs]), Spread.of([other for _, other in pairs])
