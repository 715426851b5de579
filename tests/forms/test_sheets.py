"""The sheet as a whole: head, footer, code, stamps, marks, copies, and the same bytes again."""

from dataclasses import replace

import pytest

from forms.answers import Word
from forms.catalog import spec
from forms.render import render, render_copies
from forms.sheet import Stamp
from forms.wording import wording
from tests.forms.elsewhere import printed_by_two
from tests.forms.press import (
    EVERY,
    REVISION,
    blank,
    codes,
    darkness,
    filled,
    metadata,
    picture,
    signed,
    stamped,
    texts,
    unbroken,
)


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_the_same_sheet_gives_the_same_bytes(stock_no: str, language: str) -> None:
    sheet = signed(stamped(filled(stock_no, language), Stamp.PRACTICE))
    assert render(sheet).pdf == render(sheet).pdf
    assert render(sheet).pdf != render(replace(sheet, record_id="other")).pdf


def test_another_process_draws_the_same_bytes() -> None:
    script = (
        "import hashlib; from forms.render import render; from forms.sample import sample_answers;"
        "from forms.sheet import Sheet;"
        "s = Sheet(stock_no='C-7', revision='built-in 2026-11', language='es', record_id='R',"
        " check='c', answers=sample_answers('C-7', 'es'));"
        "print(hashlib.sha256(render(s).pdf).hexdigest())"
    )
    [made] = printed_by_two(script)
    assert made


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_every_page_says_which_sheet_it_is(stock_no: str, language: str) -> None:
    made = render(filled(stock_no, language))
    printed = wording(spec(stock_no), language).sheet("stock_no")
    for number, page in enumerate(texts(made.pdf), 1):
        assert f"{printed} · rev. {REVISION}" in page
        assert "01JD7K2MQ4" in page
        of = "of" if language == "en" else "de"
        assert f"{number} {of} {made.pages}" in page
        assert ("not the official form" if language == "en" else "no es el formulario oficial") in (
            page
        )


def test_the_spanish_minor_consent_carries_its_own_stock_number() -> None:
    assert "C-7 (ES)" in texts(render(filled("C-7", "es")).pdf)[0]
    assert "C-7 (ES)" not in texts(render(filled("C-7", "en")).pdf)[0]


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_the_code_of_every_page_finds_the_record(stock_no: str, language: str) -> None:
    made = render(filled(stock_no, language))
    said = f"IMMTRAC-DESK/1|{stock_no}|{language}|{REVISION}|01JD7K2MQ4|k7q2m9x4"
    assert [codes(made.pdf, page) for page in range(made.pages)] == [[said]] * made.pages


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_practice_is_across_every_page_and_in_its_code(stock_no: str, language: str) -> None:
    made = render(stamped(filled(stock_no, language, client__last_name="W" * 200), Stamp.PRACTICE))
    say = "PRACTICE, NOT A CONSENT" if language == "en" else "PRÁCTICA, NO ES CONSENTIMIENTO"
    assert all(say in " ".join(page.split()) for page in texts(made.pdf))
    assert all(codes(made.pdf, page)[0].endswith("|PRACTICE") for page in range(made.pages))


def test_a_practice_stamp_leaves_the_text_readable() -> None:
    plain, practice = filled(), stamped(filled(), Stamp.PRACTICE)
    words = texts(render(plain).pdf)[0].split("\n")
    page = texts(render(practice).pdf)[0]
    assert sum(line in page for line in words) > len(words) * 0.8
    pale = picture(render(practice).pdf).histogram()
    assert sum(pale[:100]) < sum(picture(render(plain).pdf).histogram()[:100]) * 1.2


@pytest.mark.parametrize("stamp", [stamp for stamp in Stamp if stamp is not Stamp.PRACTICE])
def test_a_stamp_is_on_every_page_and_not_in_the_code(stamp: Stamp) -> None:
    made = render(stamped(filled(), stamp))
    say = wording(spec("C-7"), "en").stamp(stamp.value)
    assert all(say in page for page in texts(made.pdf))
    assert not codes(made.pdf)[0].endswith("PRACTICE")


def test_all_stamps_stand_beside_each_other() -> None:
    page = texts(render(stamped(blank("C-8", "es"), *Stamp)).pdf)[0]
    assert all(wording(spec("C-8"), "es").stamp(stamp.value) in page for stamp in Stamp)


def test_metadata_name_the_form_and_nobody() -> None:
    said = metadata(render(signed(filled(client__last_name="Zzyzx"))).pdf)
    assert said["Title"] == "Consent for a minor"
    assert "Zzyzx" not in str(said)
    assert "Sample" not in str(said)


def test_a_printer_is_told_not_to_scale() -> None:
    assert b"/PrintScaling /None" in render(blank()).pdf


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_the_signed_sheet_is_the_sheet_as_read_with_marks(stock_no: str, language: str) -> None:
    read = filled(stock_no, language)
    before, after = render(read), render(signed(read))
    assert after.pages == before.pages
    assert after.signature_box == before.signature_box
    for page, text in enumerate(texts(before.pdf)):
        unchanged = texts(after.pdf)[page]
        lines = [line for line in text.split("\n") if line.strip()]
        assert all(line in unchanged for line in lines), page
        assert (unchanged == text) is (page != before.signature_page)


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_ink_lands_in_the_signature_box(stock_no: str, language: str) -> None:
    read = filled(stock_no, language)
    before, after = render(read), render(signed(read))
    where = (before.signature_page, before.signature_box)
    assert darkness(after.pdf, *where) > darkness(before.pdf, *where) + 100


def test_more_pressure_draws_a_wider_line() -> None:
    line = [tuple((x / 10, 0.5, x * 9.0, weight) for x in range(11)) for weight in (0.0, 1.0)]
    thin, thick = (render(signed(filled(), strokes=(one,))) for one in line)
    where = (thin.signature_page, thin.signature_box)
    assert darkness(thick.pdf, *where) > darkness(thin.pdf, *where) * 1.5


def test_a_stroke_outside_the_box_stays_within_it() -> None:
    wild = (((-5.0, 9.0, 0.0, 7.0), (8.0, -3.0, 5.0, -2.0)),)
    made, plain = render(signed(filled(), strokes=wild)), render(signed(filled(), strokes=()))
    x0, y0, x1, y1 = made.signature_box
    above = (made.signature_page, (x0, y1 + 3, x1, y1 + 12))
    assert darkness(made.pdf, *above) == darkness(plain.pdf, *above)
    assert y1 > y0


def test_wet_ink_leaves_the_line_free_and_a_mark_names_its_witness() -> None:
    wet = render(signed(filled(), manner="wet", strokes=()))
    where = (wet.signature_page, wet.signature_box)
    assert darkness(wet.pdf, *where) == darkness(render(filled()).pdf, *where)
    mark = render(signed(filled(), manner="mark", witness_name="Rosa Peña"))
    page = texts(mark.pdf)[mark.signature_page]
    assert "Rosa Peña" in page
    assert "Mark made before a witness" in page


def test_a_name_that_the_sheet_already_has_is_not_written_twice() -> None:
    made = render(signed(filled(signer__name="Rosa Peña"), printed_name="Rosa Peña"))
    assert texts(made.pdf)[made.signature_page].count("Rosa Peña") == 1


def test_overlong_marks_shrink_and_move_nothing() -> None:
    name = "Wolfeschlegelsteinhausen" * 8
    made = render(signed(blank(), printed_name=name, witness_name=name))
    assert made.pages == render(blank()).pages
    assert unbroken(made.pdf).count(name) == 2


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_a_choice_is_never_preset_and_ticks_its_own_box(stock_no: str, language: str) -> None:
    options = {"C-8": ("withdraw", "keep"), "F11-11406": ("release", "not_release")}
    chosen = [
        render(filled(stock_no, language, choice=Word(one)))
        for one in options.get(stock_no, ("grant", "decline"))
    ]
    none = render(filled(stock_no, language))
    page = none.signature_page
    pictures = {picture(one.pdf, page).tobytes() for one in (none, *chosen)}
    assert len(pictures) == 3


def test_copies_are_the_sheet_again_and_again() -> None:
    one, three = render(filled()), render_copies(filled(), 3)
    assert texts(three.pdf) == texts(one.pdf) * 3
    assert three.pages == 3 * one.pages
    with pytest.raises(ValueError, match="copy"):
        render_copies(filled(), 0)


def test_contacts_are_printed_only_as_far_as_they_were_checked() -> None:
    assert "checked on: 11/02/2026" in unbroken_words(filled())
    assert "checked on" not in unbroken_words(blank())


def unbroken_words(sheet: object) -> str:
    pages = texts(render(sheet).pdf)  # type: ignore[arg-type]
    return " ".join(" ".join(pages).split())


def test_no_such_form_revision_or_language() -> None:
    for wrong in (blank(stock_no="C-9"), blank(revision="2017"), blank(language="fr")):
        with pytest.raises(ValueError, match="no such"):
            render(wrong)
