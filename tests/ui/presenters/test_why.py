"""'Why?' in the language of the screen: rule, sources, how sure it is, which setting decides."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from immtrac_desk.domain.finding import Finding
from immtrac_desk.law import tables
from immtrac_desk.law.citations import MARKS, citations
from immtrac_desk.law.tables import rows
from tests.office import Office
from ui.presenters.consent_words import finding_words
from ui.presenters.history import HistoryPresenter
from ui.presenters.why import basis_words, law_words
from ui.wording import Wording

EN, ES = Wording("en"), Wording("es")
OFFICIAL = re.compile(
    r"(?:H&SC(?: ch\.)?|25 TAC|45 CFR|(?:Fam\.|Ins\.|Occ\.|Gov't|Bus\. & Com\.) Code(?: ch\.)?)"
    r" [\d.]+\S*(?:, ch\. \d+)?|[A-Z]+\d*-\d+|HIPAA"
)
"""Short names of statutes and numbers of papers, which no reader needs said in Spanish."""


def test_the_rule_is_said_in_the_language_of_the_screen(office: Office) -> None:
    english = law_words(office.desk, "DT-1.1", EN)
    spanish = law_words(office.desk, "DT-1.1", ES)
    assert english == (
        "DT-1.1 · Under 18, nothing on file: the minor form, signed by a representative. "
        "H&SC 161.007(a-1) (confirmed)"
    )
    assert spanish == (
        "DT-1.1 · Menor de 18 años, sin nada registrado: el formulario de menores, firmado "
        "por un representante. H&SC 161.007(a-1) (confirmado)"
    )


def test_an_open_point_names_its_setting_as_the_settings_do(office: Office) -> None:
    told = {tr.language: law_words(office.desk, "DT-6.4", tr) for tr in (EN, ES)}
    assert f"“{EN.say('setting_name.consent.conflict')}”" in told["en"]
    assert f"«{ES.say('setting_name.consent.conflict')}»" in told["es"]
    assert "(inferred)" in told["en"]
    assert "(deducido)" in told["es"]


def test_no_row_is_told_in_the_other_language(office: Office) -> None:
    for one in rows(date.max):
        english, spanish = law_words(office.desk, one.id, EN), law_words(office.desk, one.id, ES)
        assert one.what in english
        assert one.what_es in spanish
        assert one.what not in spanish
        assert one.what_es not in english
        assert not re.search(r"law_mark\.|setting_name\.|law_setting\.", english + spanish)


def test_a_source_that_says_how_sure_it_is_is_said_once() -> None:
    assert basis_words("House rule", "house", EN) == "House rule"
    assert basis_words("House rule", "house", ES) == "Regla interna"
    assert basis_words("Seen in practice", "confirmed (practice)", EN) == "Seen in practice"
    assert basis_words("ImmTrac2 help", "confirmed (help)", ES) == "Ayuda de ImmTrac2"
    assert basis_words("House rule", "unconfirmed", EN) == "House rule (not confirmed)"
    assert basis_words("H&SC 161.008(d)", "confirmed", EN) == "H&SC 161.008(d) (confirmed)"


def test_a_case_that_is_no_row_is_told_by_its_number(office: Office) -> None:
    assert law_words(office.desk, "E31", ES) == "E31"


def test_the_book_tells_the_rule_of_a_line_in_both_languages(office: Office) -> None:
    line = replace(office.desk.book.history(limit=1)[0], row="DT-4.6")
    english = HistoryPresenter(office.desk, EN).why(line)
    spanish = HistoryPresenter(office.desk, ES).why(line)
    assert english == "DT-4.6: A signature dated before the birth is refused. House rule"
    assert spanish == (
        "DT-4.6: Se rechaza una firma con fecha anterior al nacimiento. Regla interna"
    )


def test_the_book_answers_with_the_law_of_the_day_of_its_line(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row that changes tomorrow says the old rule of what is entered today, even in a year."""
    old = tables.row("DT-4.6", office.desk.today())
    new = replace(old, what="Another rule.", since=office.desk.today() + timedelta(1))
    monkeypatch.setattr(tables, "_timelines", lambda: tables._lines([old, new]))
    before = replace(office.desk.book.history(limit=1)[0], row="DT-4.6")
    midnight = datetime.combine(new.since, time(), office.desk.now().tzinfo)
    last = replace(before, at=(midnight - timedelta(seconds=1)).astimezone(UTC))
    first = replace(before, at=midnight.astimezone(UTC))
    office.clock.tick(days=365)
    presenter = HistoryPresenter(office.desk, EN)
    assert [old.what in presenter.why(line) for line in (before, last, first)] == [
        True,
        True,
        False,
    ]
    assert presenter.why(first).startswith("DT-4.6: Another rule.")


def test_the_source_of_a_finding_is_said_too(office: Office) -> None:
    finding = Finding(code="name.missing", row="E11", citation="House rule")
    assert finding_words(finding, office.desk, EN)[2] == "House rule"
    assert finding_words(finding, office.desk, ES)[2] == "Regla interna"


def test_sources_are_said_one_by_one_and_statutes_keep_their_name() -> None:
    assert ES.cited("ImmTrac2 help; H&SC 161.007(a-1)") == "Ayuda de ImmTrac2; H&SC 161.007(a-1)"
    assert EN.cited("ImmTrac2 help; H&SC 161.007(a-1)") == "ImmTrac2 help; H&SC 161.007(a-1)"
    assert ES.cited("") == ""


@pytest.mark.parametrize("text", sorted({entry.text for entry in citations().values()}))
def test_every_source_is_an_official_name_or_said_in_both_languages(text: str) -> None:
    if OFFICIAL.fullmatch(text):
        assert ES.cited(text) == text
    else:
        assert EN.cited(text) == text
        assert ES.has(f"cited.{text}")
        assert ES.cited(text) != text


def test_every_mark_is_said_in_both_languages() -> None:
    english = [EN.say(f"law_mark.{mark}") for mark in MARKS]
    spanish = [ES.say(f"law_mark.{mark}") for mark in MARKS]
    assert len(set(english)) == len(set(spanish)) == len(MARKS)
    assert set(english) & set(spanish) == set()
    assert not [said for said in (*english, *spanish) if said.startswith("law_mark.")]
