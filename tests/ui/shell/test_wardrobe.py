"""The wardrobe: who is seen wears the look in force, who is not keeps the old one till then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ui.shell.acting import Acting
from ui.shell.actions import BY_ID
from ui.shell.theme import Mode, mark, theme
from ui.shell.wardrobe import dress
from ui.widgets.choice import Option
from ui.widgets.pick import Pick
from ui.widgets.words import Said


def ink_of(label: QLabel) -> str:
    return str(label.palette().color(QPalette.ColorRole.WindowText).name().upper())


@pytest.fixture
def page(dressed: QApplication) -> Iterator[QWidget]:
    """A dressed page with one sentence on it, not yet seen."""
    page = QWidget()
    dress(page)
    QVBoxLayout(page).addWidget(Said("app.name", role="muted"))
    yield page
    page.close()
    page.deleteLater()


def sentence(page: QWidget) -> QLabel:
    label = page.findChild(QLabel)
    assert isinstance(label, QLabel)
    return label


def test_a_page_wears_the_look_from_the_first_time_it_is_seen(page: QWidget) -> None:
    page.show()
    assert ink_of(sentence(page)) == theme.tokens.muted.upper()


def test_a_page_in_sight_turns_at_once(dressed: QApplication, page: QWidget) -> None:
    page.show()
    theme.wear(dressed, Mode.DARK)
    assert ink_of(sentence(page)) == theme.tokens.muted.upper()


def test_a_page_out_of_sight_turns_when_it_is_seen_again(
    dressed: QApplication, page: QWidget
) -> None:
    page.show()
    page.hide()
    light = theme.tokens.muted.upper()
    theme.wear(dressed, Mode.DARK)
    assert ink_of(sentence(page)) == light
    page.show()
    assert ink_of(sentence(page)) == theme.tokens.muted.upper() != light


def test_text_grows_on_a_page_that_was_out_of_sight(dressed: QApplication, page: QWidget) -> None:
    page.show()
    page.hide()
    theme.wear(dressed, percent=200)
    page.show()
    points = sentence(page).font().pointSizeF()
    assert points == pytest.approx(theme.points("body"), abs=0.02)


def test_what_joins_a_page_later_is_dressed_too(page: QWidget) -> None:
    page.show()
    late = QLabel("x")
    mark(late, role="title")
    layout = page.layout()
    assert layout is not None
    layout.addWidget(late)
    late.ensurePolished()
    assert late.font().pointSizeF() == pytest.approx(theme.points("title"), abs=0.02)


def test_the_program_as_a_whole_wears_no_sheet(dressed: QApplication, page: QWidget) -> None:
    """With one Qt would style each thing again for everything it is put into."""
    page.show()
    theme.wear(dressed, Mode.DARK)
    assert dressed.styleSheet() == ""
    assert page.styleSheet() == theme.sheet


def test_menus_and_lists_that_open_on_their_own_are_dressed(page: QWidget) -> None:
    menu = Acting(page, [BY_ID["theme"]], lambda _: None, lambda: lambda _: True).menu(page)
    pick = Pick("app.name", (Option("a", "a"),), typing=True)
    completer = pick.combo.completer()
    assert completer is not None
    popup = completer.popup()
    for alone in (menu, popup):
        assert alone is not None
        alone.ensurePolished()
        assert alone.styleSheet() == theme.sheet
    pick.deleteLater()
