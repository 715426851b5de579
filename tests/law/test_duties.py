"""The duties of a site: each said twice, with its source, and found by its id."""

import pytest

from immtrac_desk.errors import DeskError
from immtrac_desk.law.citations import MARKS
from immtrac_desk.law.duties import duties, duty


def test_every_duty_is_said_in_both_languages_with_its_source() -> None:
    assert len(duties()) == len({one.id for one in duties()}) == 13
    for one in duties():
        assert one.what.endswith(".")
        assert one.what_es.endswith(".")
        assert one.what != one.what_es
        assert one.mark in MARKS
        assert one.citation
        assert one.citation != "Seen in practice", "a mark is no source"


def test_what_dshs_must_do_is_no_duty_of_the_site() -> None:
    assert {one.id for one in duties() if not one.ours} == {
        "good_faith",
        "hipaa",
        "first_receipt_notice",
    }


def test_a_duty_is_found_by_its_id_and_no_other_is() -> None:
    assert duty("confidentiality").citation.startswith("H&SC 161.0073(c)")
    with pytest.raises(DeskError, match=r"duty\.unknown"):
        duty("no-such-duty")
