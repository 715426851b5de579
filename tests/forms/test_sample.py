"""The sample client: invented, says so, speaks the sheet's language, and has chosen nothing."""

import pytest

from forms.answers import Word
from forms.sample import sample_answers
from tests.forms.press import EVERY


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_the_sample_says_that_it_is_invented_and_chooses_nothing(
    stock_no: str, language: str
) -> None:
    answers = sample_answers(stock_no, language)
    assert {"en": "invented", "es": "inventada"}[language] in str(answers["clinic.name"])
    assert not {"choice", "scope", "responder", "witness.name"} & set(answers)


@pytest.mark.parametrize(
    ("stock_no", "language", "relation"),
    [("C-7", "en", "Mother"), ("C-7", "es", "Madre"), ("F11-13366", "es", "La misma persona")],
)
def test_the_relation_is_in_the_language_of_the_sheet(
    stock_no: str, language: str, relation: str
) -> None:
    assert sample_answers(stock_no, language)["signer.relation"] == relation


def test_an_adult_signs_for_herself_and_a_child_does_not() -> None:
    assert sample_answers("F11-13366", "en")["signer.capacity"] == Word("self")
    assert sample_answers("C-7", "en")["signer.capacity"] == Word("parent")


def test_a_language_the_sheets_do_not_speak() -> None:
    with pytest.raises(ValueError, match="no such language"):
        sample_answers("C-7", "fr")
