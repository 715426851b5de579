"""Sheets with nobody's answers on them: blanks for the counter, and the invented sample."""

from collections.abc import Mapping
from dataclasses import dataclass

from forms.answers import Answer
from forms.sheet import Sheet, Stamp
from immtrac_desk.domain.words import FormKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """Which sheet, under whose letterhead, with which stamps."""

    form: FormKind
    language: str
    revision: str
    letterhead: Mapping[str, Answer]
    practice: bool = False
    not_verified: bool = False


def draw_blank(empty: Empty, copies: int) -> bytes:
    """Return `copies` blank sheets in one PDF. They carry no record id: nothing has begun."""
    from forms.render import render_copies

    stamps = _stamps(empty, Stamp.NOT_VERIFIED if empty.not_verified else None)
    return render_copies(_sheet(empty, empty.letterhead, stamps), copies).pdf


def draw_sample(empty: Empty) -> bytes:
    """Return the sheet filled for the print shop's invented client, marked as a sample."""
    from forms.render import render
    from forms.sample import sample_answers

    answers = {**sample_answers(empty.form.stock_no, empty.language), **empty.letterhead}
    return render(_sheet(empty, answers, _stamps(empty, Stamp.SAMPLE))).pdf


def _sheet(empty: Empty, answers: Mapping[str, Answer], stamps: tuple[Stamp, ...]) -> Sheet:
    return Sheet(
        stock_no=empty.form.stock_no,
        revision=empty.revision,
        language=empty.language,
        record_id="",
        check="",
        answers=answers,
        stamps=stamps,
    )


def _stamps(empty: Empty, other: Stamp | None) -> tuple[Stamp, ...]:
    practice = (Stamp.PRACTICE,) if empty.practice else ()
    return (*practice, other) if other else practice


def blank_sheet(form: FormKind, language: str) -> bytes:
    """Return one blank sheet of the newest revision, for no clinic: marked 'not verified'."""
    return draw_blank(_newest(form, language, not_verified=True), 1)


def sample_sheet(form: FormKind, language: str) -> bytes:
    """Return the newest revision filled for the invented client."""
    return draw_sample(_newest(form, language, not_verified=False))


def _newest(form: FormKind, language: str, *, not_verified: bool) -> Empty:
    from forms import catalog

    revision = catalog.spec(form.stock_no).revision
    return Empty(
        form=form,
        language=language,
        revision=revision,
        letterhead={},
        not_verified=not_verified,
    )
