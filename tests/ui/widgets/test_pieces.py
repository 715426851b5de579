"""What is built a piece at a time: one in each turn, in order, all at once where asked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.pieces import Pieces


def test_pieces_come_in_their_order_with_turns_of_the_loop_between(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    seen: list[str] = []
    pieces = Pieces(owner)
    pieces.begin([partial(seen.append, "a"), partial(seen.append, "b")])
    assert seen == []
    QTimer.singleShot(0, owner, partial(seen.append, "a key"))
    qtbot.waitUntil(lambda: "b" in seen)
    assert seen.index("a key") < seen.index("b")
    assert [one for one in seen if one != "a key"] == ["a", "b"]


def test_who_cannot_wait_has_all_of_them_at_once(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    seen: list[str] = []
    pieces = Pieces(owner)
    pieces.begin([partial(seen.append, "a"), partial(seen.append, "b")])
    pieces.finish()
    assert seen == ["a", "b"]
    qtbot.wait(20)
    assert seen == ["a", "b"]


def test_what_is_not_wanted_any_more_never_comes(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    seen: list[str] = []
    pieces = Pieces(owner)
    pieces.begin([partial(seen.append, "a")])
    pieces.drop()
    pieces.begin([partial(seen.append, "b")])
    pieces.begin([partial(seen.append, "c")])
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["c"]


def test_nothing_comes_for_a_page_that_is_gone(qapp: QApplication, qtbot: QtBot) -> None:
    owner = QWidget()
    seen: list[str] = []
    Pieces(owner).begin([partial(seen.append, "a")])
    owner.deleteLater()
    del owner
    qtbot.wait(20)
    assert seen == []
