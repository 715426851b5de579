"""The page with the recovery code: whole, in groups, in both languages, and without a clock."""

from datetime import date

import pytest

from forms.recovery_sheet import groups_of, recovery_sheet
from tests.forms.press import metadata, texts

CODE = "K7Q2M-9X4TB-3HWPN-6R8VD-JC5YF-AZ7GE"
DAY = date(2026, 11, 22)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_code_stands_on_one_page_in_groups(language: str) -> None:
    pages = texts(recovery_sheet(CODE, "Clínica O'Brien <b>", DAY, language))
    assert len(pages) == 1
    assert CODE in "".join(pages[0].split())
    assert "Clínica O'Brien <b>" in pages[0]
    assert "11/22/2026" in pages[0]


def test_the_languages_differ_and_the_envelope_is_named() -> None:
    english, spanish = (texts(recovery_sheet(CODE, "", DAY, one))[0] for one in ("en", "es"))
    assert "envelope" in english
    assert "sobre" in spanish


def test_groups_keep_their_hyphens() -> None:
    assert groups_of("AB-CD-EF-GH-IJ") == (("AB-", "CD-", "EF-", "GH-"), ("IJ",))
    assert groups_of("AB CD") == (("AB", "CD"),)


def test_the_same_page_again_and_no_code_in_its_metadata() -> None:
    page = recovery_sheet(CODE, "Oak Street Clinic", "11/22/2026", "en")
    assert page == recovery_sheet(CODE, "Oak Street Clinic", DAY, "en")
    assert "K7Q2M" not in str(metadata(page))


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        recovery_sheet(CODE, "", DAY, "fr")
