"""What a chapter of the handbook is made of: flat records, the same for screen and paper."""

from dataclasses import dataclass

MARKS = (
    *("confirmed", "confirmed (old)", "confirmed (help)", "confirmed (practice)"),
    *("inferred", "unconfirmed", "house"),
)
"""How sure a statement is, in the words of the law tables."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item a sentence or two."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: column heads, the share of the width each column takes, and rows of texts."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a section rests on: its `mark` (one of MARKS) and its source in words."""

    text: str
    mark: str
    source: str


Block = Paragraph | Bullets | Grid | Remark


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading; `anchor` is how F1 finds it, `terms` stand in the index."""

    anchor: str
    title: str
    terms: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the self-check; `right` counts the choices from 0."""

    ask: str
    choices: tuple[str, ...]
    right: int
    why: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter in one language; `number` counts from 1."""

    id: str
    number: int
    title: str
    gist: str
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]


def texts_of(block: Block) -> tuple[str, ...]:
    """Return every text of a block, in reading order."""
    if isinstance(block, Paragraph):
        return (block.text,)
    if isinstance(block, Bullets):
        return block.items
    if isinstance(block, Remark):
        return (block.text, block.source)
    return (*block.heads, *(cell for row in block.rows for cell in row))
