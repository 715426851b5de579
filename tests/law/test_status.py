"""DT-5: the standard status, derived by the case book."""

from typing import Any

from immtrac_desk.law.status import derive

BOOK = "dt05"


def test_the_status_is_what_the_case_says(case: Any) -> None:
    standing = derive(case.facts["birth"], case.acts, case.on, case.settings)
    assert (standing.row,) == case.rows
    assert standing.row not in case.not_rows
    answers = {
        "status": standing.status.value,
        "kept": standing.kept,
        "released": standing.released,
        "flag": standing.flag,
        "has": standing.has.value,
        "waiting": [one.document_id for one in standing.to_affirm],
        "fr": standing.fr.value,
        "fr_review": standing.fr_review,
        "dir": standing.dir.value,
        "dir_review": standing.dir_review,
        "until": standing.until,
        "declined_on": standing.declined_on,
    }
    asked = case.wanted(answers)
    assert {key: answers[key] for key in asked} == asked
