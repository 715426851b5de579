"""The layout: one page, signed beside its text, readable, and changed only on purpose."""

from dataclasses import replace

import pytest

from forms.boxes import LABEL
from forms.catalog import spec
from forms.columns import side_by_side
from forms.layout import lay_out
from forms.page import FOOT, Piece, column
from forms.pen import HAIR, INK, QUIET, Pen
from forms.render import render
from forms.setting import LADDER
from forms.sheet import Stamp
from forms.spec import BYSTANDERS, SIGNERS, Fields
from forms.typeface import REGULAR, width
from forms.wording import wording
from tests.forms.golden import drawings, drawn, kept, said
from tests.forms.press import EVERY, blank, filled, stamped, texts


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_the_text_of_the_sample_sheet_is_the_golden_text(stock_no: str, language: str) -> None:
    assert said(stock_no, language) == kept(stock_no, language)


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_the_drawing_of_the_sample_sheet_is_the_golden_one(stock_no: str, language: str) -> None:
    assert drawn(stock_no, language) == drawings()[f"{stock_no}_{language}"]


def test_a_shift_of_a_hair_is_another_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forms.pen.Pen.rule", _lower_rule(Pen.rule))
    assert drawn("C-7", "en") != drawings()["C-7_en"]


def _lower_rule(rule):  # type: ignore[no-untyped-def]
    return lambda pen, x, y, length, **how: rule(pen, x, y - 0.1, length, **how)


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
@pytest.mark.parametrize("made", [blank, filled], ids=["blank", "filled"])
def test_a_form_stands_on_one_page_and_is_signed_on_it(made, stock_no: str, language: str) -> None:  # type: ignore[no-untyped-def]
    drawn_sheet = render(made(stock_no, language))
    assert (drawn_sheet.pages, drawn_sheet.signature_page) == (1, 0)


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_the_page_is_well_filled_and_nothing_runs_into_the_footer(
    stock_no: str, language: str
) -> None:
    laid = lay_out(
        spec(stock_no), wording(spec(stock_no), language), filled(stock_no, language).answers
    )
    lowest = min(one.top - one.piece.height for one in laid.placed)
    assert FOOT <= lowest <= FOOT + 30


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_where_a_page_is_too_short_the_signature_still_stands_on_the_first(
    stock_no: str, language: str
) -> None:
    endless = " ".join(["ImmTrac2 Group, MC-1946"] * 80)
    made = render(filled(stock_no, language, contact__mail=endless))
    assert made.pages > 1
    assert made.signature_page == 0
    assert made.signature_box[3] > 52


def test_what_is_signed_is_never_set_small_and_the_signature_has_room() -> None:
    assert min(one.body for one in LADDER) >= 8.3
    assert min(one.small for one in LADDER) >= 8.0
    assert min(one.ink for one in LADDER) >= 34
    sizes = [one.body for one in LADDER]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_the_box_to_sign_in_is_34_points_high_or_more(stock_no: str, language: str) -> None:
    _, low, _, high = render(filled(stock_no, language)).signature_box
    assert high - low >= 34


@pytest.mark.parametrize(("ink", "least"), [(INK, 7.0), (QUIET, 7.0), (HAIR, 3.0)])
def test_inks_stand_out_from_the_paper(ink: tuple[float, float, float], least: float) -> None:
    assert _contrast(ink) >= least


def _contrast(ink: tuple[float, float, float]) -> float:
    """WCAG 2 contrast against white paper."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in ink]
    return 1.05 / (sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), parts, strict=True)) + 0.05)


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_no_label_is_smaller_than_seven_points(stock_no: str, language: str) -> None:
    words = wording(spec(stock_no), language)
    rows = [block.cells for block in spec(stock_no).blocks if isinstance(block, Fields)]
    for cells in (*rows, SIGNERS, BYSTANDERS):
        for cell in cells:
            _, wide = column(0, cell.span)
            assert width(words.label(cell.key), REGULAR, LABEL) <= wide, cell.key
    assert LABEL >= 7


def test_columns_are_even_and_a_heading_is_not_parted_from_its_text() -> None:
    def one(height: float, **how: bool) -> Piece:
        return Piece(height, lambda pen, top: None, **how)

    text = [one(50), one(16, keeps=True, opens=True), one(34), one(16, keeps=True, opens=True)]
    assert side_by_side([*text, one(34)], above=4).height == 100
    assert side_by_side([one(10), one(16, keeps=True, opens=True), one(90)], above=4).height == 106


def test_what_was_typed_moves_nothing_on_the_sheet() -> None:
    short, long = (render(filled(client__last_name=name)) for name in ("X", "X" * 200))
    assert short.signature_box == long.signature_box
    marked = render(replace(stamped(filled(), *Stamp), record_id=""))
    assert marked.signature_box == short.signature_box


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_no_line_ends_within_a_telephone_number(stock_no: str, language: str) -> None:
    page = texts(render(filled(stock_no, language)).pdf)[0]
    assert "(800) 252-9152" in page
    assert "Fax: (866) 624-0180" in page


def test_a_later_page_says_what_it_continues() -> None:
    *_, last = texts(render(filled(client__last_name="X" * 200)).pdf)
    assert "Continuation sheet" in last
    assert "Consent for a minor" in last
