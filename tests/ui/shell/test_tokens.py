"""Colours: everything that is read can be read, in both themes, and every drawing is ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.shell.tokens import DARK, LIGHT, Tokens, colours

THEMES = (LIGHT, DARK)
RESOURCES = Path(__file__).parents[3] / "ui" / "resources"
READ = (
    *(("ink", ground) for ground in ("ground", "side", "surface", "field", "hover")),
    *(("muted", ground) for ground in ("ground", "side", "surface", "field", "hover")),
    *(("accent", ground) for ground in ("ground", "side", "surface", "accent_weak", "hover")),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("good", "good_ground"),
    ("good", "surface"),
    ("warn", "warn_ground"),
    ("warn", "surface"),
    ("warn", "side"),
    ("bad", "bad_ground"),
    ("bad", "surface"),
    ("bad", "ground"),
    ("ground", "warn"),
    ("ground", "ink"),
)
"""Each text colour on each ground the style sheet puts it on."""


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_known_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda t: t.name)
@pytest.mark.parametrize("pair", READ, ids="-on-".join)
def test_text_reaches_four_and_a_half(tokens: Tokens, pair: tuple[str, str]) -> None:
    one, other = (getattr(tokens, name) for name in pair)
    assert contrast(one, other) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda t: t.name)
@pytest.mark.parametrize("ground", ["surface", "ground", "field"])
def test_boxes_circles_and_the_focus_ring_reach_three(tokens: Tokens, ground: str) -> None:
    for shape in ("mark", "accent"):
        assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", THEMES, ids=lambda t: t.name)
def test_drawings_use_only_the_colours_of_their_theme(tokens: Tokens) -> None:
    ours = set(colours(tokens).values()) | {"none"}
    for drawing in (RESOURCES / tokens.name).glob("*.svg"):
        used = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawing.read_text()))
        assert used <= ours, drawing.name


def test_both_themes_have_the_same_drawings() -> None:
    light, dark = ({p.name for p in (RESOURCES / t.name).glob("*.svg")} for t in THEMES)
    assert light == dark != set()


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    sheet = (RESOURCES / "desk.qss").read_text()
    assert re.findall(r"#[0-9A-Fa-f]{6}", sheet) == []


def test_every_drawing_the_style_sheet_wants_is_there() -> None:
    sheet = (RESOURCES / "desk.qss").read_text()
    wanted = set(re.findall(r"\$marks/([\w-]+\.svg)", sheet))
    assert wanted <= {p.name for p in (RESOURCES / "light").glob("*.svg")}
