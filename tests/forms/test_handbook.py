"""The handbook: the same in both languages, true to the tables, its pages numbered rightly."""

import re
import tomllib
from pathlib import Path

import pytest

from forms.glyphs import lacking
from forms.handbook.chapter import Bullets, Chapter, Grid, Remark, texts_of
from forms.handbook.press import render_handbook
from forms.handbook.shelf import chapter, chapters, words
from tests.forms.elsewhere import printed_by_two
from tests.forms.handbook_golden import digests, kept, said
from tests.forms.packet_press import letters
from tests.forms.press import drawing, metadata, texts

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "es")
SUBJECTS = (
    *("registry", "milestones", "benefits", "confidentiality", "consents", "roles", "access"),
    *("reporting", "disasters", "data", "errors", "methods", "searches", "screens", "schedule"),
    *("reports", "tips", "desk"),
)


def everything(one: Chapter) -> list[str]:
    blocks = [text for s in one.sections for b in s.blocks for text in texts_of(b)]
    heads = [one.title, one.gist, *(s.title for s in one.sections)]
    asked = [text for q in one.questions for text in (q.ask, *q.choices, q.why)]
    return [*heads, *blocks, *asked]


def shape(one: Chapter) -> object:
    blocks = [
        (
            section.anchor,
            len(section.terms),
            [
                (type(block).__name__, len(texts_of(block)))
                + ((block.shares,) if isinstance(block, Grid) else ())
                + ((block.mark,) if isinstance(block, Remark) else ())
                + ((len(block.items),) if isinstance(block, Bullets) else ())
                for block in section.blocks
            ],
        )
        for section in one.sections
    ]
    return one.id, one.number, blocks, [(len(q.choices), q.right) for q in one.questions]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_subject_has_its_chapter_in_order(language: str) -> None:
    assert tuple(one.id for one in chapters(language)) == SUBJECTS
    assert [one.number for one in chapters(language)] == list(range(1, len(SUBJECTS) + 1))


def test_both_languages_have_the_same_sections_marks_and_right_answers() -> None:
    for english, spanish in zip(chapters("en"), chapters("es"), strict=True):
        assert shape(english) == shape(spanish)


def test_no_sentence_is_left_in_the_other_language() -> None:
    same = [
        text
        for english, spanish in zip(chapters("en"), chapters("es"), strict=True)
        for text, other in zip(everything(english), everything(spanish), strict=True)
        if text == other and re.search(r"[a-z]{4,}", text) and len(text.split()) > 3
    ]
    assert same == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapter_is_short_and_its_check_fair(language: str) -> None:
    for one in chapters(language):
        assert 3 <= len(one.questions) <= 5, one.id
        body = [t for s in one.sections for b in s.blocks for t in texts_of(b)]
        assert sum(len(text.split()) for text in body) < 750, one.id
        longest = max((len(p.split()), p) for t in body for p in re.split(r"[.?!:;] ", t))
        assert longest[0] <= 42, longest
    rights = [q.right for one in chapters(language) for q in one.questions]
    assert {rights.count(at) * 5 > len(rights) for at in range(3)} == {True}


def test_an_anchor_stands_once_in_its_chapter() -> None:
    for one in chapters("en"):
        anchors = [section.anchor for section in one.sections]
        assert len(set(anchors)) == len(anchors), one.id


def test_every_response_code_of_the_table_is_explained() -> None:
    table = tomllib.loads((ROOT / "immtrac_desk/law/response_codes.toml").read_text("utf-8"))
    known = set(re.findall(r"(?:CLR|IMR|IEE)-\d{3}", str(table)))
    assert len(known) == 49
    for language in LANGUAGES:
        spelled = " ".join(everything(chapter("errors", language)))
        numbers = set(re.findall(r"\d{3}", spelled))
        assert {code for code in known if code[-3:] not in numbers} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_says_that_a_number_was_promised_or_a_day_is_sure(language: str) -> None:
    marks = {
        block.mark
        for one in chapters(language)
        for section in one.sections
        for block in section.blocks
        if isinstance(block, Remark)
    }
    assert {"confirmed", "unconfirmed", "inferred", "house"} <= marks
    covid = [t for t in everything(chapter("disasters", language)) if "2028" in t]
    assert len(covid) == 1
    remarks = [b for s in chapter("disasters", language).sections for b in s.blocks]
    assert [b.mark for b in remarks if isinstance(b, Remark) and "2028" in b.text] == [
        "unconfirmed"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_typeface_has_every_letter(language: str) -> None:
    around = " ".join(words(language).values())
    body = " ".join(text for one in chapters(language) for text in everything(one))
    assert lacking(around + body) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_handbook_is_the_golden_one(language: str) -> None:
    assert said(language) == kept(language)
    assert drawing(render_handbook(language)) == digests()[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents_and_index_name_the_right_pages(language: str) -> None:
    pages = texts(render_handbook(language))
    found = {
        one.id: next(
            n for n, page in enumerate(pages, 1) if n > 2 and one.gist in " ".join(page.split())
        )
        for one in chapters(language)
    }
    lines = pages[1].split("\n")
    for one in chapters(language):
        at = next(n for n, line in enumerate(lines) if one.title in line)
        assert lines[at].split()[-1] == str(found[one.id]), one.id
    index = " ".join(" ".join(pages[-2:]).split())
    assert re.search(rf"\bTIPS {found['tips']}\b", index)
    assert re.search(rf"\bMOGE {found['screens']}\b|\bMOGE {found['screens'] + 1}\b", index)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_numbered_and_nothing_runs_off_them(language: str) -> None:
    pdf = render_handbook(language)
    pages = texts(pdf)
    word = {"en": "page {} of {}", "es": "página {} de {}"}[language]
    assert all(word.format(n, len(pages)) in page for n, page in enumerate(pages, 1) if n > 1)
    outside = [
        letter
        for letter, left, bottom, right, top in letters(pdf)
        if left < 40 or right > 571.5 or bottom < 20 or top > 770
    ]
    assert outside == []
    assert metadata(pdf)["Author"] == ""


def test_another_process_draws_the_same_bytes() -> None:
    script = (
        "import hashlib; from forms.handbook.press import render_handbook;"
        "print(hashlib.sha256(render_handbook('es')).hexdigest())"
    )
    [made] = printed_by_two(script)
    assert made


def test_a_language_there_is_none_of() -> None:
    with pytest.raises(ValueError, match="language"):
        render_handbook("fr")
    with pytest.raises(ValueError, match="language"):
        words("fr")
