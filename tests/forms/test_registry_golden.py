"""What letters, pictures and records say and look like, word for word and stroke for stroke."""

import tomllib
from pathlib import Path
from string import Formatter

import pytest

import forms
from tests.forms.registry_golden import PAPERS, PICTURES, drawings, drawn, kept, said

HOUSE = Path(forms.__file__).parent
WORDS = (
    "plain_page.toml",
    "report_pages.toml",
    "record_summary.toml",
    "training_record.toml",
    "charts/words.toml",
)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_says_what_it_said(name: str) -> None:
    assert said(name) == kept(name)


@pytest.mark.parametrize("name", [*PAPERS, *PICTURES])
def test_what_is_drawn_is_what_was_drawn(name: str) -> None:
    assert drawn(name) == drawings()[name]


@pytest.mark.parametrize("file", WORDS)
def test_both_languages_have_the_same_words_with_the_same_facts(file: str) -> None:
    tables = tomllib.loads((HOUSE / file).read_text(encoding="utf-8"))
    assert set(tables["en"]) == set(tables["es"])
    for key, text in tables["en"].items():
        english, spanish = (
            {field for _, field, _, _ in Formatter().parse(one) if field}
            for one in (text, tables["es"][key])
        )
        assert english == spanish, key


@pytest.mark.parametrize("file", WORDS)
def test_no_sentence_is_left_in_the_other_language(file: str) -> None:
    tables = tomllib.loads((HOUSE / file).read_text(encoding="utf-8"))
    same = {key for key, text in tables["en"].items() if tables["es"][key] == text}
    assert {key for key in same if " " in tables["en"][key]} <= {"share"}
