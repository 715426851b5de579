"""The notice: what knows how it is said turns with the language, a finished sentence stays."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.notice import Notice
from ui.wording import tr


@pytest.fixture
def notice(qtbot: QtBot, dressed: QApplication) -> Notice:
    made = Notice()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("tone", ["info", "good", "warn", "bad"])
def test_what_knows_how_it_is_said_is_said_again(notice: Notice, tone: str) -> None:
    notice.tell(partial(tr.say, "settings.saved"), tone=tone)
    english = notice.text
    tr.use("es")
    notice.retell()
    assert notice.text == notice.accessibleName() == tr.say("settings.saved") != english


def test_a_finished_sentence_stays_as_it_was_said(notice: Notice) -> None:
    notice.tell("Ana Sofía, 3:10")
    tr.use("es")
    notice.retell()
    assert notice.text == "Ana Sofía, 3:10"


def test_what_was_put_away_is_not_said_again(notice: Notice) -> None:
    asked: list[int] = []
    notice.tell(lambda: str(asked.append(1)))
    notice.put_away()
    notice.retell()
    assert (notice.text, len(asked)) == ("", 1)


def test_the_next_sentence_takes_the_place_of_the_one_before(notice: Notice) -> None:
    notice.tell(partial(tr.say, "settings.saved"))
    notice.tell("Done")
    notice.retell()
    assert notice.text == "Done"
