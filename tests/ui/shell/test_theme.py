"""The theme: switched live, in light and dark and at every size."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from ui.shell.theme import FAMILY, SIZES, Mode, mark, theme
from ui.shell.wardrobe import dress
from ui.widgets.words import Said


def test_the_screen_uses_the_typeface_of_the_sheet(dressed: QApplication) -> None:
    assert QFontInfo(theme.font()).family() == FAMILY
    assert QFontInfo(theme.font(semibold=True)).weight() == 600


def test_a_switch_to_dark_reaches_the_palette_at_once(dressed: QApplication) -> None:
    before = dressed.palette().color(QPalette.ColorRole.Window)
    theme.wear(dressed, Mode.DARK)
    assert dressed.palette().color(QPalette.ColorRole.Window) != before
    assert theme.tokens.name == "dark"


def test_a_switch_rings_for_painted_widgets(dressed: QApplication) -> None:
    rung: list[str] = []
    theme.changed.connect(lambda: rung.append(theme.tokens.name))
    theme.wear(dressed, Mode.DARK)
    assert rung[-1:] == ["dark"]


@pytest.mark.parametrize("percent", SIZES)
def test_labels_follow_the_text_size(dressed: QApplication, percent: int) -> None:
    label = Said("app.name")
    dress(label)
    theme.wear(dressed, percent=percent)
    label.ensurePolished()
    assert label.font().pointSizeF() == pytest.approx(theme.points("body"), abs=0.02)
    label.deleteLater()


def test_twice_the_size_is_twice_the_points(dressed: QApplication) -> None:
    usual = theme.points("title")
    theme.wear(dressed, percent=200)
    assert theme.points("title") == pytest.approx(2 * usual)


@pytest.mark.parametrize(("asked", "worn"), [(50, 100), (100, 100), (200, 200), (900, 200)])
def test_sizes_stay_between_100_and_200(dressed: QApplication, asked: int, worn: int) -> None:
    theme.wear(dressed, percent=asked)
    assert theme.percent == worn


def test_a_role_gives_the_label_its_size(dressed: QApplication) -> None:
    label = QLabel("x")
    dress(label)
    mark(label, role="title")
    label.ensurePolished()
    assert label.font().pointSizeF() == pytest.approx(theme.points("title"), abs=0.02)
    label.deleteLater()


def test_text_size_moves_but_the_theme_stays(dressed: QApplication) -> None:
    theme.wear(dressed, Mode.DARK)
    theme.wear(dressed, percent=150)
    assert (theme.mode, theme.percent) == (Mode.DARK, 150)


def test_a_role_changed_on_a_shown_label_is_seen_at_once(dressed: QApplication) -> None:
    label = QLabel("x")
    dress(label)
    mark(label, role="title")
    label.ensurePolished()
    mark(label, role="caption")
    assert label.font().pointSizeF() == pytest.approx(theme.points("caption"), abs=0.02)
    label.deleteLater()


def test_a_new_look_reaches_a_label_already_shown(dressed: QApplication) -> None:
    label = Said("app.name", role="strong")
    dress(label)
    label.show()
    theme.wear(dressed, Mode.DARK)
    seen = label.palette().color(QPalette.ColorRole.WindowText).name().upper()
    assert seen == theme.tokens.ink.upper()
    label.deleteLater()
