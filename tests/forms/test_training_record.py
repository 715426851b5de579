"""The training record: who read what, with what result, and a signature under a statement."""

import pytest

from forms.training_entries import ChapterResult
from forms.training_record import training_record_pdf
from tests.forms.packet_press import letters
from tests.forms.press import darkness, metadata, texts, unbroken
from tests.forms.registry_press import TUYET, training

INK = (46.0, 330.0, 370.0, 500.0)
"""Where the signature of the sample stands, and nothing else that is dark."""


def whole(pdf: bytes) -> str:
    return " ".join(" ".join(texts(pdf)).split())


def test_who_what_when_and_how_well() -> None:
    said = whole(training_record_pdf(training()))
    assert TUYET in said
    assert "Confidentiality 4 of 5 11/20/2026" in said
    assert "Who may have access 3 of 3 11/22/2026" in said
    assert "edition 2026-11" in said
    assert "11/22/2026 10:14 AM" in said
    assert "01JD7K2MQ4" in said


@pytest.mark.parametrize(
    ("language", "topic", "said"),
    [
        ("en", "hb300", "section 181.101"),
        ("es", "hb300", "sección 181.101"),
        ("en", "handbook", "training with its handbook"),
        ("es", "handbook", "capacitación con su manual"),
    ],
)
def test_each_topic_says_what_it_proves(language: str, topic: str, said: str) -> None:
    other = "handbook" if topic == "hb300" else "hb300"
    assert said in whole(training_record_pdf(training(language, topic=topic)))
    assert said not in whole(training_record_pdf(training(language, topic=other)))


def test_only_health_privacy_is_promised_to_be_kept_six_years() -> None:
    assert "six years" in whole(training_record_pdf(training()))
    assert "six years" not in whole(training_record_pdf(training(topic="handbook")))


def test_strokes_are_drawn_and_without_them_there_is_a_line_to_sign() -> None:
    signed, blank = training_record_pdf(training()), training_record_pdf(training(strokes=()))
    assert len(signed) > len(blank)
    assert darkness(signed, 0, INK) > darkness(blank, 0, INK)
    assert "×" in whole(blank)
    assert "×" not in whole(signed)


@pytest.mark.parametrize("chapters", range(20, 45, 4))
def test_statement_and_signature_are_never_parted(chapters: int) -> None:
    read = tuple(
        ChapterResult(title=f"Chapter {at}", right=1, of=1, on="") for at in range(chapters)
    )
    pages = texts(training_record_pdf(training(chapters=read)))
    last = pages[-1]
    assert "What I sign" in last
    assert "I was trained" in last
    assert "Signature of the person trained" in last


def test_another_topic_language_or_stamp_is_refused() -> None:
    for wrong in (training(topic="hipaa"), training("fr"), training(stamps=("x",))):
        with pytest.raises(ValueError, match=r"training|language|stamp"):
            training_record_pdf(wrong)


def test_the_same_record_gives_the_same_bytes_that_name_nobody() -> None:
    pdf = training_record_pdf(training())
    assert pdf == training_record_pdf(training())
    assert TUYET not in " ".join(metadata(pdf).values())


def test_hostile_texts_stay_on_the_page() -> None:
    long = "Ánh\u202e\u0e01 " * 300 + "END"
    read = (ChapterResult(title=long, right=1, of=1, on="11/22/2026"),)
    pdf = training_record_pdf(training(person=long, person_title=long, chapters=read))
    assert unbroken(pdf).count("END") >= 3
    for _, left, bottom, right, top in letters(pdf):
        assert left >= 10
        assert right <= 612
        assert bottom >= 8
        assert top <= 792
