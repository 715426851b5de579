"""One row of a long table, as a presenter hands it to the screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableRow:
    """`key` tells the row from all others; `cells` stand in the order of the columns."""

    key: str
    cells: tuple[str, ...]
    strong: bool = False


def loud(text: str, tone: str) -> str:
    """A loud word is marked by a sign, not by colour: a triangle warns, a circle is late."""
    return {"warn": f"▲ {text}", "bad": f"● {text}"}.get(tone, text)
