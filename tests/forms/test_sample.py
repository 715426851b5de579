"""The sample client: invented, says so, and has chosen nothing."""

import pytest

from forms.answers import Word
from forms.sample import sample_answers
from tests.forms.press import FORMS


@pytest.mark.parametrize("stock_no", FORMS)
def test_the_sample_says_that_it_is_invented_and_chooses_nothing(stock_no: str) -> None:
    answers = sample_answers(stock_no)
    assert "invented" in str(answers["clinic.name"])
    assert not {"choice", "scope", "responder", "witness.name"} & set(answers)


def test_an_adult_signs_for_herself_and_a_child_does_not() -> None:
    assert sample_answers("F11-13366")["signer.capacity"] == Word("self")
    assert sample_answers("C-7")["signer.capacity"] == Word("parent")
