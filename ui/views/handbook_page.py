"""A chapter on the screen: headings, sentences, lists and tables, each read out as what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from immtrac_desk.desk.handbook import Block, Bullets, Chapter, Grid, Paragraph, Remark, Section
from ui.shell.theme import mark
from ui.widgets.layouts import boxed, column, row, rule
from ui.widgets.words import plain
from ui.wording import tr

_BULLET = "•"
_UNSURE = ("unconfirmed", "inferred")
_MARK_SHARE, _TEXT_SHARE = 1, 4


class ChapterPage(QWidget):
    """One chapter without its check; `heading(anchor)` is where a section begins."""

    def __init__(self, chapter: Chapter) -> None:
        super().__init__()
        self._headings: dict[str, QLabel] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(_heading(chapter.title, "title"))
        lines.addWidget(plain(chapter.gist, role="muted"))
        lines.addWidget(rule())
        for section in chapter.sections:
            self._add(section, lines)

    def heading(self, anchor: str) -> QLabel | None:
        """The heading of a section; None where there is none."""
        return self._headings.get(anchor)

    def _add(self, section: Section, lines: QVBoxLayout) -> None:
        lines.addSpacing(10)
        self._headings[section.anchor] = _heading(section.title, "section")
        lines.addWidget(self._headings[section.anchor])
        for block in section.blocks:
            lines.addWidget(_block(block))


def _heading(text: str, role: str) -> QLabel:
    label = plain(text, role=role)
    label.setAccessibleName(tr.say("handbook_room.heading", text=text))
    return label


def _block(block: Block) -> QWidget:
    if isinstance(block, Paragraph):
        return _selectable(plain(block.text))
    if isinstance(block, Bullets):
        return boxed(column(*(_bullet(text) for text in block.items), space=4))
    if isinstance(block, Remark):
        return _remark(block)
    return _grid(block)


def _bullet(text: str) -> QWidget:
    dot = plain(_BULLET, role="accent", wrap=False)
    dot.setAlignment(Qt.AlignmentFlag.AlignTop)
    dot.setAccessibleName(" ")
    return boxed(row(dot, _selectable(plain(text)), space=8, shares=(0, 1)))


def _remark(block: Remark) -> QWidget:
    sure = plain(tr.say(f"law_mark.{block.mark}"), role="caption")
    sure.setAlignment(Qt.AlignmentFlag.AlignTop)
    if block.mark in _UNSURE:
        mark(sure, tone="warn")
    said = _selectable(plain(f"{block.text} {block.source}.", role="caption"))
    return boxed(row(sure, said, space=12, shares=(_MARK_SHARE, _TEXT_SHARE)))


def _grid(block: Grid) -> QWidget:
    """A table of labels, which wrap; each cell is read out with the head of its column."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 2, 0, 6)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for at, share in enumerate(block.shares):
        grid.setColumnStretch(at, round(share))
        grid.addWidget(plain(block.heads[at], role="caption"), 0, at)
    for number, cells in enumerate(block.rows, 1):
        grid.addWidget(rule(), number * 2 - 1, 0, 1, len(block.heads))
        for at, text in enumerate(cells):
            grid.addWidget(_cell(text, block.heads[at], strong=at == 0), number * 2, at)
    return box


def _cell(text: str, head: str, *, strong: bool) -> QLabel:
    label = _selectable(plain(text, role="strong" if strong else "body"))
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setAccessibleName(tr.say("handbook_room.cell", head=head, text=text) if text else " ")
    return label


def _selectable(label: QLabel) -> QLabel:
    """Words of the handbook may be marked and copied with the mouse; Tab does not stop there."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label
