"""The shelf of packets: what is in force when, what was released, and that no word is lacking."""

import subprocess
import sys
from datetime import date

import pytest

from forms import catalog
from forms.agreement_packet.shelf import (
    SPECS,
    packet_digests,
    packet_in_force,
    packet_spec,
    packet_wording,
    packets_changed_since_release,
)
from forms.wording import HOUSE, missing, wording
from tests.forms.press import REVISION


@pytest.mark.parametrize("day", [date(1999, 1, 1), date(2026, 10, 31), date(2026, 11, 1)])
def test_the_earliest_revision_holds_for_all_earlier_days(day: date) -> None:
    assert packet_in_force(day) == REVISION
    assert packet_spec().form.revision == REVISION


def test_a_released_packet_is_never_edited() -> None:
    assert packets_changed_since_release() == ()
    assert set(packet_digests()) == {one.form.folder for one in SPECS}


def test_the_packet_is_none_of_the_consents() -> None:
    assert packet_spec().form not in catalog.SPECS
    with pytest.raises(ValueError, match="no such form"):
        catalog.spec("AGREEMENT")


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_sentence_is_lacking(language: str) -> None:
    form = packet_spec().form
    assert missing(form, wording(form, language)) == ()


def test_both_languages_have_the_same_keys_and_leave_the_same_places() -> None:
    english, spanish = (wording(packet_spec().form, one).tables for one in ("en", "es"))
    for table, said in english.items():
        assert set(said) == set(spanish[table]), table
        for key, text in said.items():
            assert text.count("{") == spanish[table][key].count("{"), key


def test_no_sentence_is_left_in_the_other_language() -> None:
    english, spanish = (wording(packet_spec().form, one).tables for one in ("en", "es"))
    for table in ("sentences", "stamps"):
        for key, text in english[table].items():
            same = text == spanish[table][key]
            assert not same or len(text.split()) <= 4, key


def test_another_kind_has_no_title() -> None:
    with pytest.raises(ValueError, match="no such kind"):
        packet_wording(packet_spec(), "move", "en")  # type: ignore[arg-type]


def test_the_shelf_is_read_without_loading_the_printer() -> None:
    script = (
        "import sys, forms.agreement_packet.render;"
        "print([name for name in sys.modules if name.startswith(('reportlab', 'segno', 'PIL'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=HOUSE.parent, capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"
