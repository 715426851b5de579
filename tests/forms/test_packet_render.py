"""The packet as a whole: what every page says, the same bytes, stamps, long text, refusals."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.agreement_packet.packet import Asked, Change, Packet, Person, Signer
from forms.agreement_packet.render import render_packet
from forms.agreement_packet.shelf import packet_spec, packet_wording
from forms.sheet import Stamp
from tests.forms.elsewhere import printed_by_two
from tests.forms.packet_press import EVERY, LANGUAGES, ROSA, SIGNER, letters, many, packet, signed
from tests.forms.press import REVISION, codes, metadata, texts, unbroken

HEADS = ("site", "people", "asked", "changes", "duties", "signing")


def whole(made: Packet) -> str:
    """The text of all pages as one line."""
    return " ".join(" ".join(texts(render_packet(made).pdf)).split())


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_same_packet_gives_the_same_bytes(kind: str, language: str) -> None:
    one = signed(packet(kind, language, stamps=(Stamp.PRACTICE,)))
    assert render_packet(one).pdf == render_packet(one).pdf
    assert render_packet(one).pdf != render_packet(replace(one, record_id="other")).pdf


def test_another_process_draws_the_same_bytes() -> None:
    script = (
        "import hashlib; from forms.agreement_packet.render import render_packet;"
        "from tests.forms.packet_press import packet, signed;"
        "print(hashlib.sha256(render_packet(signed(packet('change', 'es'))).pdf).hexdigest())"
    )
    [made] = printed_by_two(script)
    assert made


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_page_says_what_it_is_and_what_it_is_not(kind: str, language: str) -> None:
    made = render_packet(packet(kind, language))
    words = packet_wording(packet_spec(), kind, language)  # type: ignore[arg-type]
    of = "of" if language == "en" else "de"
    honest = "It is not a DSHS form" if language == "en" else "No es un formulario del DSHS"
    for number, page in enumerate(texts(made.pdf), 1):
        assert words.sheet("title") in page
        assert "Oak Street Clinic" in page
        assert honest in page
        assert f"rev. {REVISION}" in page
        assert "01JD7K2MQ4" in page
        assert f"{number} {of} {made.pages}" in page


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_six_parts_follow_each_other_and_the_signature_is_last(
    kind: str, language: str
) -> None:
    made = render_packet(packet(kind, language))
    words = packet_wording(packet_spec(), kind, language)  # type: ignore[arg-type]
    text = " ".join(texts(made.pdf))
    places = [text.index(words.sentence(f"head.{part}")) for part in HEADS]
    assert places == sorted(places)
    assert made.signature_page == made.pages - 1
    signed_on = words.sentence("what.pages").format(pages=made.pages, signed=made.pages)
    assert signed_on in " ".join(texts(made.pdf)[0].split())


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_code_of_every_page_finds_the_record(kind: str, language: str) -> None:
    made = render_packet(packet(kind, language))
    said = f"IMMTRAC-DESK/1|AGREEMENT|{language}|{REVISION}|01JD7K2MQ4|k7q2m9x4"
    assert [codes(made.pdf, page) for page in range(made.pages)] == [[said]] * made.pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_practice_is_across_every_page_and_in_its_code(language: str) -> None:
    made = render_packet(packet("renewal", language, stamps=(Stamp.PRACTICE,)))
    say = "PRACTICE, NOT AN AGREEMENT" if language == "en" else "PRÁCTICA, NO ES UN ACUERDO"
    assert all(say in " ".join(page.split()) for page in texts(made.pdf))
    assert all(codes(made.pdf, page)[0].endswith("|PRACTICE") for page in range(made.pages))


def test_metadata_name_the_packet_and_nobody() -> None:
    said = metadata(render_packet(signed(packet(organization="Zzyzx Clinic"))).pdf)
    assert said["Title"] == "Site agreement: periodic renewal"
    assert "Zzyzx" not in str(said)
    assert "Peña" not in str(said)


def test_a_changed_answer_shows_the_former_one_and_a_carried_one_does_not() -> None:
    text = whole(packet())
    assert "9 Elm St Before: 7 Oak St" in text
    assert text.count("Before:") == 1
    assert "Street address 7 Oak St 9 Elm St 09/01/2026" in text
    assert "Answers changed: 1. Answers carried over: 2." in text


def test_a_first_registration_speaks_of_no_former_agreement() -> None:
    text = whole(packet("registration", asked=(), changes=()))
    assert "no agreement was in force before" in text
    assert "A bar at the left" not in text
    assert "Every answer is given for the first time." in text


def test_a_renewal_that_changes_nothing_says_so() -> None:
    assert "Nothing: every answer and every person is as in" in whole(packet(changes=()))


def test_what_has_no_answer_and_who_is_not_there_is_said() -> None:
    asked = (Asked(key="hours", step="A3"),)
    text = whole(packet(asked=asked, people=()))
    assert "Opening hours ° not answered" in text
    assert "Signer nobody" in text
    assert "Users with an account in ImmTrac2 nobody" in text


def test_a_question_of_the_clinic_is_printed_in_its_own_words() -> None:
    assert "Walk-ins welcome? No" in whole(packet())


def test_a_word_the_packet_does_not_know_is_printed_as_it_is() -> None:
    from forms.answers import Word

    asked = (Asked(key="org_type", step="A3", answer=Word("tribal clinic")),)
    assert "tribal clinic" in whole(packet(asked=asked))


@pytest.mark.parametrize("language", LANGUAGES)
def test_sixty_users_fill_pages_that_each_repeat_the_head(language: str) -> None:
    made = render_packet(packet("renewal", language, people=(ROSA, *many(60))))
    pages = texts(made.pdf)
    words = packet_wording(packet_spec(), "renewal", language)
    for person in many(60):
        assert sum(page.count(person.email) for page in pages) == 1
        assert sum(page.count(person.name) for page in pages) == 2
    with_users = [page for page in pages if "user0" in page]
    assert len(with_users) > 1
    assert all(words.label("col.email") in page for page in with_users)


def everything(text: str) -> Packet:
    """A packet that says `text` wherever something is typed."""
    person = Person(
        name=text,
        roles=("signer", "full_access", "prescriber"),
        title=text,
        email=text,
        phone=text,
        user_name=text,
        licence_no=text,
        npi=text,
        trained_on=text,
    )
    asked = Asked(key="own", step="A5", label=text, answer=text, changed=True, was=text)
    return packet(
        organization=text,
        site=dict.fromkeys(("name", "state", "phone", "hours"), text),
        people=(person,),
        asked=(asked,),
        changes=(Change(what=text, before=text, after=text, since=text),),
        signer=Signer(label=SIGNER.label, name=text, title=text, licence_no=text),
    )


def outside(pdf: bytes) -> list[str]:
    """Letters that stand beyond the margins of the page."""
    return [
        char
        for char, left, bottom, right, top in letters(pdf)
        if left < 33 or right > 571.5 or bottom < 20 or top > 778
    ]


@pytest.mark.parametrize("text", ["W" * 300, "Ñandú " * 50, "i" * 300, "a-b " * 75])
def test_three_hundred_letters_run_out_of_nothing_and_are_whole(text: str) -> None:
    made = render_packet(everything(text))
    assert outside(made.pdf) == []
    assert unbroken(made.pdf).count("".join(text.split())) >= 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_of_several_lines_stands_above_the_title(language: str) -> None:
    name = "Clínica Ñandú de la Asociación Médica del Valle " * 6
    title = packet_wording(packet_spec(REVISION), "renewal", language).sheet("title")
    made = render_packet(packet("renewal", language, organization=name))
    with pypdfium2.PdfDocument(made.pdf) as document:
        text = document[0].get_textpage()
        head = text.get_text_range().partition("1 ·")[0]
        at = head.index(title)
        top = max(text.get_charbox(at + n)[3] for n in range(len(title)))
        lowest = min(text.get_charbox(one.start())[1] for one in re.finditer("Clínica", head))
    assert lowest > top + 1.5


@given(st.text(st.sampled_from("WiñÑ éx.-,/@°&() 0189"), max_size=400))
@settings(max_examples=25, deadline=None)
def test_no_text_runs_out_of_the_page(text: str) -> None:
    made = render_packet(signed(everything(text), name=text, title=text, seen_by=text))
    assert outside(made.pdf) == []


def test_a_text_of_many_lines_goes_on_over_pages() -> None:
    text = "\n".join(f"line{at}" for at in range(150))
    made = render_packet(packet(asked=(Asked(key="manner_note", step="A6", answer=text),)))
    said = unbroken(made.pdf)
    assert all(f"line{at}" in said for at in range(150))
    assert outside(made.pdf) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_fits_over_its_box(language: str) -> None:
    from forms.page import column
    from forms.typeface import REGULAR, wording_width

    words = packet_wording(packet_spec(), "renewal", language)
    for row in packet_spec().site:
        assert sum(span for _, span in row) == 12
        for key, span in row:
            wide = wording_width(words.label(f"q.{key}") + " °", REGULAR, 7.0)
            assert wide <= column(0, span)[1], key


def test_no_such_revision_language_kind_or_label() -> None:
    for wrong in (
        packet(revision="2017"),
        packet(language="fr"),
        packet(kind="renewing"),
        packet(signer=Signer(label="boss")),
    ):
        with pytest.raises(ValueError, match="no such"):
            render_packet(wrong)


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("organization", {"organization": "Oak 中"}),
        ("street", {"asked": (Asked(key="street", step="A3", answer="7 中"),)}),
        ("person.email", {"people": (replace(ROSA, email="\u200b"),)}),
        ("signer.name", {"signer": replace(SIGNER, name="\u202e")}),
    ],
)
def test_what_cannot_be_printed_is_refused_by_its_field_without_saying_it(
    field: str, changed: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match=f"character of {field}$"):
        render_packet(packet(**changed))
