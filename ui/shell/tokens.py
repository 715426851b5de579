"""The paint shelf: colours, type sizes and spaces as named tokens, both themes."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One theme. Every text colour reaches 4.5:1 on the grounds it is used on (WCAG 1.4.3)."""

    name: str
    ground: str
    side: str
    surface: str
    field: str
    ink: str
    muted: str
    line: str
    edge: str
    """Frames of things one types into; stronger than `line`, which only divides."""
    mark: str
    """Frames of boxes and circles, 3:1 on the surface (WCAG 1.4.11)."""
    accent: str
    accent_strong: str
    on_accent: str
    accent_weak: str
    hover: str
    good: str
    good_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    shadow: str


LIGHT = Tokens(
    name="light",
    ground="#F6F5F1",
    side="#ECEAE4",
    surface="#FFFFFF",
    field="#FFFFFF",
    ink="#1B2430",
    muted="#5A6573",
    line="#DEDAD2",
    edge="#C6C1B6",
    mark="#7C858F",
    accent="#0B5E6B",
    accent_strong="#084A55",
    on_accent="#FFFFFF",
    accent_weak="#E2EFF0",
    hover="#F0EEE8",
    good="#1E6A3C",
    good_ground="#E5F2E9",
    warn="#8A5200",
    warn_ground="#FFF2DA",
    bad="#9E2A22",
    bad_ground="#FBE9E6",
    shadow="#1B2430",
)

DARK = Tokens(
    name="dark",
    ground="#13171C",
    side="#171C22",
    surface="#1B2128",
    field="#15191E",
    ink="#E9E6E0",
    muted="#9AA5B1",
    line="#323B45",
    edge="#46515D",
    mark="#8793A0",
    accent="#63C6D1",
    accent_strong="#8AD8E0",
    on_accent="#06262B",
    accent_weak="#17343A",
    hover="#222932",
    good="#86CFA0",
    good_ground="#17301F",
    warn="#F0B65A",
    warn_ground="#33280F",
    bad="#F2938A",
    bad_ground="#3A1E1B",
    shadow="#000000",
)

TYPE = {"caption": 11.5, "body": 13.0, "section": 15.0, "title": 22.0}
"""Sizes at 100 % as seen at 96 dots per inch; the theme turns them into points."""

FIELD_RADIUS, BUTTON_RADIUS, CARD_RADIUS = 7, 8, 10
SMALLEST_TARGET = 24
"""Nothing smaller can be hit (WCAG 2.5.8)."""


def colours(tokens: Tokens) -> dict[str, str]:
    """The colours of a theme by name, for the style sheet."""
    return {f.name: str(getattr(tokens, f.name)) for f in fields(tokens) if f.name != "name"}
