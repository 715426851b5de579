"""The summary of a record: everything that is kept about a person, and nothing forecast."""

from dataclasses import fields, replace

import pytest

from forms.record_entries import RecordAct, RecordPerson
from forms.record_summary import record_summary_pdf
from tests.forms.packet_press import letters
from tests.forms.press import metadata, texts, unbroken
from tests.forms.registry_press import PRINTED, TUYET, record


def whole(pdf: bytes) -> str:
    return " ".join(" ".join(texts(pdf)).split())


def values(one: object) -> list[str]:
    """Every text that a flat record holds, of the records in it too."""
    found: list[str] = []
    for field in fields(one):  # type: ignore[arg-type]
        value = getattr(one, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            found += [str(part)] if isinstance(part, (str, int)) else values(part)
    return found


@pytest.mark.parametrize("language", ["en", "es"])
def test_everything_that_is_given_is_printed(language: str) -> None:
    made = record(language)
    said = unbroken(record_summary_pdf(made))
    for text in values(replace(made, language="", stamps=())):
        assert "".join(text.split()) in said


def test_each_part_has_its_heading_in_order() -> None:
    said = whole(record_summary_pdf(record()))
    heads = (
        *("The person", "Responsible persons", "Consents, refusals", "Doses given"),
        *("Searches in the registry", "What was done, in order", "Papers on file"),
    )
    places = [said.index(head) for head in heads]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Nothing is on record."), ("es", "No hay nada registrado.")]
)
def test_what_there_is_nothing_of_is_said(language: str, said: str) -> None:
    bare = record(language, consents=(), doses=(), readings=(), acts=(), documents=())
    assert whole(record_summary_pdf(bare)).count(said) == 5
    assert said not in whole(record_summary_pdf(record(language)))


def test_an_adult_has_no_responsible_persons_to_list() -> None:
    assert "Responsible persons" not in whole(record_summary_pdf(record(responsible=())))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "forecasts nothing"), ("es", "no pronostica nada")],
)
def test_it_is_not_the_official_history(language: str, said: str) -> None:
    assert all(said in page for page in texts(record_summary_pdf(record(language))))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "A red row of the schedule is a recorded reaction"), ("es", "reacción registrada")],
)
def test_how_to_read_the_schedule_stands_beside_what_was_read(language: str, said: str) -> None:
    assert said in whole(record_summary_pdf(record(language)))
    assert said not in whole(record_summary_pdf(record(language, readings=())))


def test_every_page_says_whose_paper_it_is_and_when_printed() -> None:
    acts = tuple(RecordAct(on="03/01/2012", what=f"act {at}", by="Rosa") for at in range(120))
    pages = texts(record_summary_pdf(record(acts=acts)))
    assert len(pages) > 3
    for at, page in enumerate(pages, 1):
        assert "Oak Street Clinic" in page
        assert PRINTED in page
        assert f"page {at} of {len(pages)}" in page
    said = " ".join(" ".join(pages).split())
    assert all(f"act {at}" in said for at in range(120))


def test_the_pdf_names_nobody_outside_its_pages() -> None:
    pdf = record_summary_pdf(record())
    assert pdf == record_summary_pdf(record())
    assert TUYET not in " ".join(metadata(pdf).values())
    assert TUYET in whole(pdf)


def test_copies_and_practice_are_stamped() -> None:
    stamped = texts(record_summary_pdf(record("es", stamps=("copy", "practice"))))
    assert all("COPIA" in page and "PRÁCTICA" in page for page in stamped)


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        record_summary_pdf(record("fr"))


def test_hostile_texts_are_printed_to_their_end_on_the_page() -> None:
    long = "Ánh\u202e\u0e01 " * 400 + "END"
    person = RecordPerson(name=long, birth_date="02/03/2009", address=(long, long), status=long)
    pdf = record_summary_pdf(record(person=person, organization=long))
    assert unbroken(pdf).count("END") >= 4
    for _, left, bottom, right, top in letters(pdf):
        assert left >= 10
        assert right <= 612
        assert bottom >= 8
        assert top <= 792
