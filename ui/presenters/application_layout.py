"""How the questions of an application stand on the page: which share a row, which editor asks."""

from collections.abc import Iterable
from enum import Enum

from immtrac_desk.domain.question import Question, QuestionKind


class Editor(Enum):
    """What a question is answered with on the screen."""

    LINE = "line"
    LINES = "lines"
    CIRCLES = "circles"
    LIST = "list"
    BOXES = "boxes"
    SEVERAL = "several"
    DAY = "day"
    PEOPLE = "people"
    TOLD = "told"


FEW = 5
"""So many options stand side by side; more open as a list."""
LONG = frozenset({"hours", "other_address", "manner_note", "ownership"})
"""Answers that may need several lines."""

ROWS: tuple[tuple[tuple[str, int], ...], ...] = (
    (("name", 1), ("org_type", 1)),
    (("org_code", 1), ("tx_iis_id", 1)),
    (("tvfc_pin", 1), ("tvfc_pin_again", 1)),
    (("street", 5), ("unit", 2), ("zip_code", 3)),
    (("city", 3), ("county", 4), ("state", 2)),
    (("phone", 3), ("extension", 2), ("fax", 3)),
    (("tin", 1), ("npi", 1)),
    (("exchange_method", 1), ("ehr_vendor", 1)),
    (("filled_in_by", 3), ("filled_in_phone", 2), ("filled_in_email", 3)),
)
"""Questions that share a row, with the share of each; every other stands alone."""
_ROW_OF = {name: row for row in ROWS for name, _ in row}
SHARE = {name: share for row in ROWS for name, share in row}


def row_of(question_id: str) -> tuple[str, ...]:
    """The ids that stand in the same row, in their order."""
    row = _ROW_OF.get(question_id)
    return tuple(name for name, _ in row) if row else (question_id,)


def rows_of(questions: Iterable[Question]) -> tuple[tuple[str, ...], ...]:
    """The rows of one step, each where its first question stands."""
    return tuple(dict.fromkeys(row_of(question.id) for question in questions))


def editor_of(question: Question, options: int) -> Editor:
    """The editor for a question that offers so many options."""
    kind = question.kind
    if kind is QuestionKind.CHOICE:
        return Editor.CIRCLES if options <= FEW else Editor.LIST
    if kind is QuestionKind.WORDS:
        return Editor.BOXES if options <= FEW * 4 else Editor.SEVERAL
    if kind is QuestionKind.TEXT:
        return Editor.LINES if question.id in LONG else Editor.LINE
    return _PLAIN[kind]


_PLAIN = {
    QuestionKind.YES_NO: Editor.CIRCLES,
    QuestionKind.DAY: Editor.DAY,
    QuestionKind.SITE: Editor.LIST,
    QuestionKind.PEOPLE: Editor.PEOPLE,
    QuestionKind.TOLD: Editor.TOLD,
}
