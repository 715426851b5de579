"""Whatever a person typed is printed literally and whole; what cannot be printed is refused."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.answers import Word
from forms.glyphs import lacking
from forms.render import render
from forms.wording import HOUSE
from tests.forms.press import EVERY, blank, filled, texts, unbroken
from tests.hard_names import HARD

AWKWARD = (
    *HARD,
    '<img src="file:///etc/passwd"/>',
    "%s {0} \\n $HOME",
)

RACED = ("C-7", "F11-13366")
"""The forms that ask for race."""


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_a_typed_name_comes_back_unchanged(stock_no: str, language: str, name: str) -> None:
    pdf = render(filled(stock_no, language, client__last_name=name, signer__name=name)).pdf
    assert "\n".join(texts(pdf)).count(name) >= 2


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_a_surname_of_200_letters_spills_and_is_whole(stock_no: str, language: str) -> None:
    name = "".join(chr(ord("a") + at % 26) for at in range(200))
    made = render(filled(stock_no, language, client__last_name=name))
    assert name in unbroken(made.pdf)
    assert made.pages == render(filled(stock_no, language)).pages + 1


def test_the_box_says_where_it_goes_on_and_the_continuation_sheet_names_the_item() -> None:
    made = render(filled(client__last_name="W" * 200))
    first, *_, last = texts(made.pdf)
    assert f"continued on page {made.pages}, item 1" in first
    assert "Item 1 · Last name" in last
    assert "Continuation sheet" in last


def test_a_text_that_fills_pages_goes_on_over_pages() -> None:
    long = " ".join(f"word{at}" for at in range(2500))
    made = render(filled("F11-11406", release__address=long))
    assert "".join(long.split()) in _without_footers(made.pdf)


def _without_footers(pdf: bytes) -> str:
    body = []
    for page in texts(pdf):
        keep = [line for line in page.split("\n") if line.startswith("word") or " word" in line]
        body.append("".join(keep))
    return "".join("".join(body).split())


def test_every_box_of_a_form_can_spill_at_once() -> None:
    keys = ("clinic__name", "client__first_name", "signer__name", "witness__name", "received_by")
    typed = {key: f"{key.replace('_', '')}x" * 30 for key in keys}
    pdf = render(filled("C-7", "es", **typed)).pdf
    assert all(text in unbroken(pdf) for text in typed.values())


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_a_long_clinic_name_takes_two_lines_and_no_second_page(
    stock_no: str, language: str
) -> None:
    name = "Rio Grande Valley Family & Community Health Clinic of South Texas, Inc., Brownsville"
    made = render(filled(stock_no, language, clinic__name=name))
    assert made.pages == 1
    assert name in " ".join(texts(made.pdf)[0].split())


def test_a_longer_text_shrinks_before_it_spills() -> None:
    made = render(filled(client__last_name="Featherstonehaugh-Cholmondeley"))
    assert made.pages == render(filled()).pages
    assert "Featherstonehaugh-Cholmondeley" in texts(made.pdf)[0]


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(max_codepoint=0x17F, exclude_categories=["C", "Z", "M"]), min_size=1))
def test_any_text_the_font_can_draw_comes_back(name: str) -> None:
    if not lacking(name):
        assert "".join(name.split()) in unbroken(render(filled(client__last_name=name)).pdf)


@pytest.mark.parametrize("bad", ["\u202e", "\u200b", "\x00", "\n", "א", "م", "中", "😀", "\u2028"])
def test_a_character_that_would_not_print_is_named(bad: str) -> None:
    assert lacking(f"A{bad}B{bad}") == (bad,)


@pytest.mark.parametrize("good", [*AWKWARD, "ÁÉÍÓÚÜÑ ¿¡", "ßøåÆ", "Łódź", "Ễỹờ", "№ ½ § – — ’"])
def test_a_name_of_texas_is_never_refused(good: str) -> None:
    assert lacking(good) == ()


def test_an_answer_that_cannot_be_drawn_is_refused_by_its_key_and_not_its_value() -> None:
    with pytest.raises(ValueError, match=r"client\.last_name") as refused:
        render(filled(client__last_name="Secret中"))
    assert "Secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("key", "answer"),
    [("client__shoe_size", "Secret"), ("race", (Word("Secret"),)), ("choice", Word("Secret"))],
)
def test_an_unknown_key_or_word_is_refused_by_its_key(key: str, answer: str | Word) -> None:
    with pytest.raises(ValueError, match=key.replace("__", ".")) as refused:
        render(filled(**{key: answer}))
    assert "Secret" not in str(refused.value)


def test_explicit_answers_are_printed_in_the_language_of_the_sheet() -> None:
    said = {"mother__first_name": Word("unknown"), "client__street": Word("none")}
    assert "unknown" in texts(render(filled("C-7", "en", **said)).pdf)[0]
    spanish = texts(render(filled("C-7", "es", **said)).pdf)[0]
    assert "no se sabe" in spanish
    assert "no tiene" in spanish


def test_a_typed_word_is_not_taken_for_a_word_of_the_sheet() -> None:
    page = texts(render(filled("C-7", "es", client__city="refused")).pdf)[0]
    assert "refused" in page


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_address_of_several_lines_keeps_its_lines(end: str) -> None:
    lines = ["Ana Nguyễn", "Suite <b>12</b>", "Austin, TX 78701"]
    made = render(filled("F11-11406", release__address=end.join(lines)))
    page = texts(made.pdf)[0].split("\n")
    assert made.pages == 1
    assert all(any(line in one for one in page) for line in lines)
    assert not any(lines[0] in one and lines[1] in one for one in page)


def test_more_lines_than_the_box_has_go_on_the_continuation_sheet_each_on_its_own() -> None:
    lines = [f"Line {at} of the address" for at in range(1, 6)]
    first, last = texts(render(filled("F11-11406", release__address="\n".join(lines))).pdf)
    assert "continued on page 2, item 1" in first
    assert "\n".join(lines) in last


@pytest.mark.parametrize("key", ["client__last_name", "client__email", "signer__name"])
def test_a_line_break_where_one_line_is_meant_spills_and_is_not_refused(key: str) -> None:
    made = render(filled(**{key: "Above\nBelow"}))
    assert made.pages == 2
    assert "Above\nBelow" in texts(made.pdf)[1]


def test_a_value_that_the_form_has_no_word_for_is_printed_as_it_was_typed() -> None:
    pdf = render(
        filled(
            race=(Word("white"), Word("other"), "Criollo <b>&amp;</b>"),
            ethnicity="Tejano",
            client__gender="two-spirit",
        )
    ).pdf
    page = texts(pdf)[0]
    assert all(typed in page for typed in ("Criollo <b>&amp;</b>", "Tejano", "two-spirit"))


@pytest.mark.parametrize(("stock_no", "language"), [one for one in EVERY if one[0] in RACED])
def test_a_long_value_of_that_kind_spills_and_is_whole(stock_no: str, language: str) -> None:
    typed = "Descendiente de varias naciones, " * 9 + "y de otras"
    made = render(filled(stock_no, language, race=(typed,), ethnicity=typed))
    assert unbroken(made.pdf).count("".join(typed.split())) == 2
    assert made.pages == 2


def test_a_typed_value_beside_words_is_checked_like_any_other() -> None:
    with pytest.raises(ValueError, match="race") as refused:
        render(filled(race=(Word("white"), "Secret中")))
    assert "Secret" not in str(refused.value)


def test_an_empty_sheet_is_a_sheet() -> None:
    pages = [render(blank(stock_no, language)).pages for stock_no, language in EVERY]
    assert set(pages) == {1}


def test_a_name_reaches_no_file_and_no_network() -> None:
    script = """
import sys
from tests.forms.press import filled, signed
from forms.render import render
render(signed(filled()))
seen = []
sys.addaudithook(lambda event, args: seen.append((event, str(args)[:80])))
for name in ('<img src="file:///etc/passwd"/>', 'http://example.com/x.png', '/etc/passwd'):
    render(signed(filled(client__last_name=name * 4, signer__name=name)))
print([one for one in seen if one[0].startswith(('open', 'socket', 'subprocess', 'os.'))])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=HOUSE.parent, capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"
