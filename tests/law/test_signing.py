"""DT-10: electronic signing, by the case book."""

from typing import Any

from immtrac_desk.law.signing import manners, signing_answer

BOOK = "dt10"


def test_the_answer_is_the_cases(case: Any) -> None:
    found = signing_answer(case.rows[0], case.on)
    assert found.row == case.rows[0]
    assert found.row not in case.not_rows
    assert found.answer == case.expect.get("answer", found.answer)
    assert found.mark == case.expect.get("mark", found.mark)
    if "manners" in case.expect:
        assert sorted(one.value for one in manners(case.settings)) == case.expect["manners"]
