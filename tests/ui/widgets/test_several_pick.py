"""Several of many: picked one after the other, taken out again, in the order of the list."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.views.several_pick import SeveralPick
from ui.widgets.choice import Option
from ui.widgets.words import Button

COUNTIES = [Option(name, name) for name in ("Bexar", "Hays", "Travis", "Williamson")]


def made(qtbot: QtBot) -> SeveralPick:
    several = SeveralPick("asked.assigned_counties", COUNTIES, name="assigned_counties")
    qtbot.addWidget(several)
    several.show()
    return several


def pick(several: SeveralPick, name: str) -> None:
    several.pick.set_value(name)
    several.pick.changed.emit()


def chips(several: SeveralPick) -> list[Button]:
    return several._chosen.findChildren(Button)


def test_picked_words_stand_in_the_order_of_the_list(dressed: QApplication, qtbot: QtBot) -> None:
    several = made(qtbot)
    with qtbot.waitSignals([several.changed] * 2):
        pick(several, "Travis")
        pick(several, "Bexar")
    assert several.values() == ("Bexar", "Travis")
    assert several.pick.value() == "", "ready for the next one"


def test_a_word_picked_twice_stands_once(dressed: QApplication, qtbot: QtBot) -> None:
    several = made(qtbot)
    pick(several, "Hays")
    with qtbot.assertNotEmitted(several.changed):
        pick(several, "Hays")
    assert several.values() == ("Hays",)


def test_pressing_a_word_takes_it_out(dressed: QApplication, qtbot: QtBot) -> None:
    several = made(qtbot)
    several.set_values(("Hays", "Travis"))
    with qtbot.waitSignal(several.changed):
        chips(several)[0].click()
    assert several.values() == ("Travis",)


def test_a_word_that_left_the_list_is_kept_and_shown(dressed: QApplication, qtbot: QtBot) -> None:
    several = made(qtbot)
    several.set_values(("Travis", "Old County"))
    assert several.values() == ("Travis", "Old County")
    assert "Old County" in chips(several)[1].text()


def test_every_word_says_what_pressing_it_does(dressed: QApplication, qtbot: QtBot) -> None:
    several = made(qtbot)
    with qtbot.assertNotEmitted(several.changed):
        several.set_values(("Travis",))
    assert chips(several)[0].accessibleName() == "Take out Travis"
