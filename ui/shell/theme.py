"""The painter: dresses the program from tokens, in light or dark, at the person's text size."""

import sys
from enum import Enum
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import forms
from ui.shell.tokens import DARK, LIGHT, TYPE, Tokens, colours

FAMILY = "Noto Sans"
SIZES = (100, 125, 150, 175, 200)
"""Text sizes offered, in percent."""
_POINTS_PER_UNIT = 1.0 if sys.platform == "darwin" else 0.75
_RESOURCES = Path(__file__).parents[1] / "resources"
_TYPEFACES = Path(forms.__file__).with_name("fonts")
_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
_FONTS = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf")


class Mode(Enum):
    """How light and dark is chosen."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look in force; `changed` rings after each switch so that painted widgets repaint."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.SYSTEM
        self.percent = 100
        self.sheet = ""
        """The style sheet of the look in force, for pages to wear (`ui.shell.wardrobe`)."""
        self._tokens = LIGHT
        self._followed: QApplication | None = None

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    def points(self, role: str = "body") -> float:
        """The size of `caption`, `body`, `section` or `title` in points."""
        return TYPE[role] * _POINTS_PER_UNIT * self.percent / 100

    def font(self, role: str = "body", *, semibold: bool = False) -> QFont:
        font = QFont(FAMILY)
        font.setPointSizeF(self.points(role))
        font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
        return font

    def pixels(self, units: float) -> int:
        """A length that grows with the text, in device independent pixels."""
        return round(units * self.percent / 100)

    def colour(self, token: str) -> QColor:
        return QColor(str(getattr(self._tokens, token)))

    def wear(self, app: QApplication, mode: Mode | None = None, percent: int | None = None) -> None:
        """Dress the whole program at once, live; None leaves that side as it is."""
        self.mode = mode or self.mode
        self.percent = min(max(percent or self.percent, SIZES[0]), SIZES[-1])
        self._follow(app)
        self._tokens = self._pick(app)
        app.setPalette(_palette(self._tokens))
        app.setFont(self.font())
        self.sheet = self._sheet()
        self.changed.emit()

    def _follow(self, app: QApplication) -> None:
        if self._followed is not app:
            self._followed = app
            app.styleHints().colorSchemeChanged.connect(lambda _: self._system_turned(app))

    def _system_turned(self, app: QApplication) -> None:
        if self.mode is Mode.SYSTEM and self._pick(app) is not self._tokens:
            self.wear(app)

    def _pick(self, app: QApplication) -> Tokens:
        if self.mode is Mode.SYSTEM:
            return DARK if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self.mode is Mode.DARK else LIGHT

    def _sheet(self) -> str:
        source = (_RESOURCES / "desk.qss").read_text(encoding="utf-8")
        places = colours(self._tokens)
        places |= {role: f"{self.points(role):.2f}" for role in TYPE}
        places |= {
            "label": f"{12 * _POINTS_PER_UNIT * self.percent / 100:.2f}",
            "nav": f"{14 * _POINTS_PER_UNIT * self.percent / 100:.2f}",
            "marks": str(_RESOURCES / self._tokens.name).replace("\\", "/"),
        }
        places |= {f"p{units}": str(self.pixels(units)) for units in (16, 20, 22, 24, 28)}
        return Template(source).substitute(places)


theme = Theme()
"""The one look of the running program, as Qt has one style."""


def load_fonts() -> None:
    """Give Qt the typeface of screen and sheet; needs a running QApplication."""
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(_TYPEFACES / name))


def mark(widget: QWidget, **properties: object) -> None:
    """Set style properties (`role`, `kind`, `tone` ...) and have the style looked up again."""
    changed = not properties
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    # Before a widget is first measured or shown Qt looks its style up by itself, once.
    if not changed or not widget.testAttribute(_POLISHED):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _palette(tokens: Tokens) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    plan = {
        role.Window: tokens.ground,
        role.WindowText: tokens.ink,
        role.Base: tokens.field,
        role.AlternateBase: tokens.surface,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.bad,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.ground,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.edge,
        role.Shadow: tokens.shadow,
    }
    for which, colour in plan.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.muted))
    return palette
