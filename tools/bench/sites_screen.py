"""Five hundred sites in one screen: how long it keeps the window from answering, beside a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from immtrac_desk.desk import Desk
from tools.bench import turns
from tools.bench.figures import Figure, Spread
from tools.bench.sites import COUNT
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.shell.main_window import MainWindow

_SIZE = (1320, 830)


def sites_in_one_screen(desk: Desk, place: Path, rounds: int = 20) -> Figure:
    """The longest turn of the list of all sites (DT-13), and of a bare table of as many rows.

    The first of each is left out: a room entered for the first time has a figure of its own. The
    desk must hold `COUNT` sites, and the program of windows must have been started.
    """
    window = MainWindow(Doors(), Machine(language="en", mode="light"), remember=lambda _: None)
    window.resize(*_SIZE)
    window.enter(desk, place)
    window.show()
    turns.settle()
    inside = window.inside
    assert inside is not None
    ours, theirs = [], []
    tables: list[QTableWidget] = []
    for _ in range(rounds + 1):
        inside.go("today")
        turns.longest(turns.settle)
        ours.append(turns.longest(partial(inside.go, "agreement", section="sites")))
        theirs.append(turns.longest(_bare_table(tables)))
        tables.pop().close()
    inside.leave()
    what = f"{COUNT} site agreements (DT-13) in one screen: its longest turn"
    rival = f"a bare table of {COUNT} rows, shown"
    return Figure(
        "sites-screen", what, rival, Spread.of(ours[1:]), Spread.of(theirs[1:]), turns.AIM
    )


def _bare_table(kept: list[QTableWidget]) -> Callable[[], object]:
    """Work that fills and shows a plain table of words: the least such a screen could cost."""

    def show() -> None:
        table = QTableWidget(COUNT, 4)
        table.resize(*_SIZE)
        for at in range(COUNT):
            for column, text in enumerate((f"Sub-site {at:03}", "CURRENT", "2027-01-31", "70")):
                table.setItem(at, column, QTableWidgetItem(text))
        table.show()
        kept.append(table)

    return show
