"""Sheets: flat answers bound to a form revision and drawn to PDF bytes."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from forms.answers import Answers
from forms.sheet import Marks, Sheet, Stamp
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import FormKind

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One sheet to draw. `paper_check` makes the keyed check of its QR code.

    `practice` stamps it, whatever else is on it; `copy` and `not_verified` stamp it as such.
    """

    form: FormKind
    language: str
    revision: str
    record_id: DocumentId
    answers: Answers
    paper_check: Callable[[str], str]
    practice: bool
    marks: Marks | None = None
    copy: bool = False
    sample: bool = False
    not_verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """PDF bytes and their SHA-256; where to sign: a page from 0 and a box in points."""

    pdf: bytes
    digest: str
    pages: int
    signature_page: int
    signature_box: Box


def draw(paper: Paper) -> Drawn:
    """Return the drawn sheet; the same paper gives the same bytes."""
    from forms.render import render  # the print shop's press is heavy, and not needed to open

    made = render(sheet_of(paper))
    return Drawn(
        pdf=made.pdf,
        digest=hashlib.sha256(made.pdf).hexdigest(),
        pages=made.pages,
        signature_page=made.signature_page,
        signature_box=made.signature_box,
    )


def sheet_of(paper: Paper) -> Sheet:
    """Return the paper as the print shop takes it."""
    return Sheet(
        stock_no=paper.form.stock_no,
        revision=paper.revision,
        language=paper.language,
        record_id=paper.record_id,
        check=paper.paper_check(checked_text(paper)),
        answers=paper.answers,
        stamps=_stamps(paper),
        marks=paper.marks,
    )


def checked_text(paper: Paper) -> str:
    """Return what the keyed check of a sheet covers: which paper it is, nobody's data."""
    return "|".join((paper.form.stock_no, paper.language, paper.revision, paper.record_id))


def _stamps(paper: Paper) -> tuple[Stamp, ...]:
    asked = {
        Stamp.PRACTICE: paper.practice,
        Stamp.NOT_VERIFIED: paper.not_verified,
        Stamp.SAMPLE: paper.sample,
        Stamp.COPY: paper.copy,
    }
    return tuple(stamp for stamp, wanted in asked.items() if wanted)
