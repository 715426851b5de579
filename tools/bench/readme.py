"""The sign-writer: puts the figures of docs/bench.json into the README's table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

BETWEEN = re.compile(
    r"(<!-- figures: written by make bench -->\n).*?(<!-- end of figures -->)", re.DOTALL
)


def table(figures: Sequence[Mapping[str, object]]) -> str:
    """The Markdown table of figures as `Figure.as_facts` gives them; empty for none."""
    if not figures:
        return ""
    rows = [
        "| what | p50 | p99 | beside | ratio | aim |",
        "| --- | ---: | ---: | --- | ---: | --- |",
    ]
    return "\n".join([*rows, *(_row(figure) for figure in figures)]) + "\n"


def _row(figure: Mapping[str, object]) -> str:
    ours = figure["ours"]
    if not isinstance(ours, Mapping):
        raise TypeError("a figure without samples")
    ratio = "" if figure["ratio_p50"] is None else f"{figure['ratio_p50']} x"
    cells = (
        figure["what"],
        f"{_short(ours['p50_ms'])} ms",
        f"{_short(ours['p99_ms'])} ms",
        figure["rival"],
        ratio,
        figure["aim"],
    )
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _short(milliseconds: float) -> str:
    return f"{milliseconds:.0f}" if milliseconds >= 100 else f"{milliseconds:.3g}"


def write(readme: Path, figures: Sequence[Mapping[str, object]]) -> None:
    """Put the table between the README's two marks; ValueError if they are missing."""
    text = readme.read_text(encoding="utf-8")
    if not BETWEEN.search(text):
        raise ValueError("the README has no place for figures")
    told = BETWEEN.sub(lambda found: f"{found[1]}{table(figures)}{found[2]}", text)
    readme.write_text(told, encoding="utf-8")
