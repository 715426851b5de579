"""Letters: true, whole and private, in both languages; envelopes that say nothing."""

import re
import tomllib
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import forms.letters
from forms.letters.letter import KINDS, Letter
from forms.letters.run import render_run
from forms.letters.sheet import FOLDS
from tests.forms.packet_press import letters as placed_letters
from tests.forms.press import metadata, texts, unbroken
from tests.forms.registry_golden import run_pdf
from tests.forms.registry_press import LANGUAGES, SENDER, TUYET, WRITTEN, letter

HOUSE = Path(forms.letters.__file__).parent
EVERY = [(kind, to, language) for kind, to in WRITTEN for language in LANGUAGES]
TELLING = re.compile(r"immtrac|immuniz|vaccin|vacun|regist|consent|health|salud|shot", re.I)
VACCINES = re.compile(r"flu\b|covid|mmr|tdap|hpv|hepatitis|polio|measles|sarampi|gripe", re.I)


def words(language: str) -> dict[str, Any]:
    return tomllib.loads((HOUSE / f"{language}.toml").read_text(encoding="utf-8"))


def whole(pdf: bytes, page: int = 0) -> str:
    return " ".join(texts(pdf)[page].split())


@pytest.mark.parametrize(("kind", "to", "language"), EVERY)
def test_a_letter_has_one_page_and_one_envelope(kind: str, to: str, language: str) -> None:
    pages = texts(run_pdf(letter(kind, to, language)))
    assert len(pages) == 2
    assert TUYET in pages[1]
    assert "Oak Street Clinic" in pages[0]
    assert "(512) 555-0142" in pages[0]


@pytest.mark.parametrize(("kind", "to", "language"), EVERY)
def test_the_envelope_says_nothing_of_what_it_is_about(kind: str, to: str, language: str) -> None:
    envelope = texts(run_pdf(letter(kind, to, language)))[1]
    assert TELLING.search(envelope) is None
    assert "555" not in envelope


@pytest.mark.parametrize(("kind", "to", "language"), EVERY)
def test_above_the_first_fold_nothing_says_what_it_is_about(
    kind: str, to: str, language: str
) -> None:
    drawn = placed_letters(run_pdf(letter(kind, to, language), envelopes=False))
    above = "".join(char for char, _, bottom, _, _ in drawn if bottom > FOLDS[0])
    assert "OakStreetClinic" in above
    assert TELLING.search(above) is None


@pytest.mark.parametrize(("kind", "to", "language"), EVERY)
def test_no_vaccine_is_named(kind: str, to: str, language: str) -> None:
    assert VACCINES.search(whole(run_pdf(letter(kind, to, language)))) is None


@pytest.mark.parametrize(("kind", "to"), WRITTEN)
@pytest.mark.parametrize("needle", [("free", "gratuito"), ("Questions?", "preguntas?")])
def test_free_and_whom_to_call_stand_in_every_letter(
    kind: str, to: str, needle: tuple[str, str]
) -> None:
    for language, said in zip(LANGUAGES, needle, strict=True):
        assert said in whole(run_pdf(letter(kind, to, language)))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "record_request"])
def test_the_day_and_the_choice_are_said(kind: str) -> None:
    for to in ("client", "parent"):
        if (kind, to) in WRITTEN:
            english = whole(run_pdf(letter(kind, to, "en")))
            spanish = whole(run_pdf(letter(kind, to, "es")))
            assert "February 3, 2027" in english
            assert "own choice" in english
            assert "taken back" in english or "take it back" in english or "take the" in english
            assert "3 de febrero de 2027" in spanish
            assert "la decisión es solo" in spanish
            assert "retirar" in spanish


def test_turning_18_says_what_a_consent_does_only_where_there_is_one() -> None:
    with_one = whole(run_pdf(letter(consented=True)))
    assert "The State still keeps the record until February 3, 2035" in with_one
    assert "no longer lets the registry show" in with_one
    without = whole(run_pdf(letter(consented=False)))
    assert "2035" not in without
    assert "Ánh Tuyết must agree" in without
    assert "a parent's consent has covered" not in without


def test_turning_18_says_that_the_adult_form_cannot_be_signed_before() -> None:
    assert "It cannot be signed before that day" in whole(run_pdf(letter()))
    assert "No se puede firmar antes de ese día" in whole(run_pdf(letter(language="es")))


def test_the_age_is_what_the_law_of_the_day_says() -> None:
    assert "will be 26 on" in whole(run_pdf(letter("last_chance", "client")))
    assert "will be 27 on" in whole(run_pdf(letter("last_chance", "client", age=27)))


@pytest.mark.parametrize(
    ("changed", "said", "unsaid"),
    [
        ({"day_confirmed": True}, "On February 3, 2027 the State removes", "As far as we know"),
        ({"day_confirmed": False}, "As far as we know today", "the State removes"),
        ({"day": None}, "for some years after the disaster has ended", "before that day"),
    ],
)
def test_a_day_of_removal_is_promised_only_where_it_is_sure(
    changed: dict[str, Any], said: str, unsaid: str
) -> None:
    text = whole(run_pdf(letter("disaster_data", "client", **changed)))
    assert said in text
    assert unsaid not in text


def test_the_disaster_is_named_where_it_has_a_name() -> None:
    assert "because of the flood of 2024." in whole(run_pdf(letter("disaster_data", "client")))
    unnamed = whole(run_pdf(letter("disaster_data", "client", event=" ")))
    assert "because of a disaster or a public-health emergency." in unnamed


@pytest.mark.parametrize(
    ("language", "greeting", "line"),
    [
        ("en", f"Dear parent or guardian of {TUYET}:", f"Parent or guardian of {TUYET}"),
        (
            "es",
            f"A la madre, al padre o al tutor legal de {TUYET}:",
            f"A los padres o al tutor legal de {TUYET}",
        ),
    ],
)
def test_a_parent_without_a_name_is_addressed_by_the_client(
    language: str, greeting: str, line: str
) -> None:
    pages = texts(run_pdf(letter(language=language)))
    assert greeting in pages[0]
    assert line in pages[0]
    assert line in pages[1]


def test_a_parent_with_a_name_is_addressed_by_it_and_the_client_not_named_outside() -> None:
    pages = texts(run_pdf(letter(parent_name="Phạm Hoa")))
    assert "Dear Phạm Hoa:" in pages[0]
    assert "Phạm Hoa" in pages[1]
    assert TUYET not in pages[1]


def test_without_a_telephone_the_clinic_is_asked_in_person() -> None:
    silent = letter(sender=type(SENDER)(name="Oak Street Clinic"))
    text = whole(run_pdf(silent))
    assert "please call us at" not in text
    assert "Please ask us at the clinic" in text


def test_practice_letters_and_envelopes_say_so() -> None:
    pages = texts(run_pdf(letter(practice=True)))
    assert all("PRACTICE" in page for page in pages)
    assert not any("PRACTICE" in page for page in texts(run_pdf(letter())))


@pytest.mark.parametrize(
    "wrong",
    [
        letter(kind="birthday"),
        letter("last_chance", "parent"),
        letter(language="fr"),
        letter(day=None),
        letter("last_chance", "client", day=None),
        letter(kept_until=None),
    ],
)
def test_a_letter_that_cannot_be_said_is_refused(wrong: Letter) -> None:
    with pytest.raises(ValueError, match=r"letter|language"):
        render_run([letter(), wrong], envelopes=True)


def test_a_run_without_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="no letters"):
        render_run([], envelopes=True)


def test_letters_come_first_and_envelopes_in_the_same_order() -> None:
    names = [f"Client Number{at}" for at in range(7)]
    run = render_run([letter(to="client", client_name=name) for name in names], envelopes=True)
    assert run is not None
    pages = texts(run.pdf)
    assert run.pages == len(pages) == 14
    for at, name in enumerate(names):
        assert f"Dear {name}:" in pages[at]
        assert pages[7 + at].strip().startswith("Oak Street Clinic")
        assert name in pages[7 + at]


def test_pages_have_the_size_of_what_they_are() -> None:
    with pypdfium2.PdfDocument(run_pdf(letter(), letter())) as document:
        sizes = [page.get_size() for page in document]
        labels = [document.get_page_label(at) for at in range(len(document))]
    assert sizes == [(612, 792)] * 2 + [(684, 297)] * 2
    assert labels == ["1", "2", "E1", "E2"]


def test_without_envelopes_there_are_none() -> None:
    assert len(texts(run_pdf(letter(), letter(), envelopes=False))) == 2


def test_both_languages_stand_in_one_run() -> None:
    pages = texts(run_pdf(letter(), letter(language="es"), envelopes=False))
    assert "What happens on that day" in pages[0]
    assert "Qué cambia ese día" in pages[1]


@pytest.mark.parametrize("stop_at", [0, 1, 3, 5])
def test_a_cancelled_run_is_no_run(stop_at: int) -> None:
    asked: list[tuple[int, int]] = []

    def go_on(done: int, of: int) -> bool:
        asked.append((done, of))
        return done < stop_at

    assert render_run([letter()] * 3, envelopes=True, go_on=go_on) is None
    assert asked == [(at, 6) for at in range(stop_at + 1)]


def test_progress_is_told_before_each_sheet() -> None:
    asked: list[tuple[int, int]] = []
    assert render_run([letter()] * 2, True, lambda *told: not asked.append(told)) is not None
    assert asked == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_the_same_run_gives_the_same_bytes_that_name_nobody() -> None:
    run = run_pdf(letter(), letter("last_chance", "client", "es"))
    assert run == run_pdf(letter(), letter("last_chance", "client", "es"))
    assert "Ánh" not in " ".join(metadata(run).values())


def test_what_repeats_is_drawn_once() -> None:
    """Ten letters more cost far less than ten times the first."""
    one, many = len(run_pdf(letter())), len(run_pdf(*[letter()] * 11))
    assert many - one < 10 * 3500


def test_a_letter_that_the_typeface_lacks_is_seen_to_be_missing() -> None:
    assert "An\ufffda" in whole(run_pdf(letter(to="client", client_name="An\u0e01a")))


@settings(max_examples=15, deadline=None)
@given(
    name=st.text(max_size=300),
    street=st.text(max_size=300),
    clinic=st.text(min_size=1, max_size=200),
)
def test_whatever_is_typed_is_printed_and_never_stops_a_run(
    name: str, street: str, clinic: str
) -> None:
    sender = type(SENDER)(name=clinic, address=(street,), phone="1")
    made = run_pdf(
        letter(client_name=name, client_first_name="", address=(street, street), sender=sender)
    )
    assert len(texts(made)) >= 2


def test_a_very_long_name_is_printed_to_its_end_inside_the_page() -> None:
    name = " ".join(f"Name{at}" for at in range(120))
    run = run_pdf(letter(to="client", client_name=name), envelopes=True)
    assert unbroken(run).count("Name119") >= 3
    assert all(left >= 0 and right <= 684 for _, left, _, right, _ in placed_letters(run))


def _placeholders(language: str) -> dict[str, list[set[str | None]]]:
    def of(text: str) -> set[str | None]:
        return {field for _, field, _, _ in Formatter().parse(text) if field}

    tables = words(language)
    return {
        f"{kind}.{to}": [of(part.get("p", part.get("h", part.get("li")))) for part in parts]
        for kind in KINDS
        for to, parts in tables[kind].items()
    }


def _shape(language: str) -> dict[str, list[tuple[str, str]]]:
    tables = words(language)
    return {
        f"{kind}.{to}": [
            (next(key for key in ("p", "h", "li") if key in part), part.get("only", ""))
            for part in parts
        ]
        for kind in KINDS
        for to, parts in tables[kind].items()
    }


def test_both_languages_say_the_same_things() -> None:
    assert _shape("en") == _shape("es")
    assert set(words("en")["shared"]) == set(words("es")["shared"])


def test_every_letter_is_written_for_whom_it_may_go_to() -> None:
    assert {tuple(name.split(".")) for name in _shape("en")} == set(WRITTEN)


def test_both_languages_name_the_same_facts() -> None:
    english, spanish = _placeholders("en"), _placeholders("es")
    for name, parts in english.items():
        assert set().union(*parts) == set().union(*spanish[name]), name


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_a_name(month: int) -> None:
    english = whole(run_pdf(letter(dated=date(2026, month, 9))))
    spanish = whole(run_pdf(letter(language="es", dated=date(2026, month, 9))))
    assert re.search(r"[A-Z][a-z]+ 9, 2026", english)
    assert re.search(r"9 de [a-z]+ de 2026", spanish)
