"""Records become flat answers: typed text stays text, explicit non-answers become words."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.answers import CONTRACT, Answer, Word
from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.draft import ConsentDraft, ReleaseTo
from immtrac_desk.domain.ids import ClientId, DocumentId, DraftId
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import CHOICES, Choice, FormKind, Responder, Scope, Who
from immtrac_desk.paperwork.answers import answers_of, digest_of, letterhead, plain, restored
from immtrac_desk.paperwork.capacity import capacity_word
from immtrac_desk.paperwork.packs import built_in_packs
from immtrac_desk.paperwork.sheets import Paper, draw
from immtrac_desk.settings import table

CLIENT = Client(
    id=ClientId("C"),
    name=PersonName(last="García-López", first="Ana", middle=Explicit.NONE),
    born_on=date(2010, 3, 4),
    gender="female",
    address=Address(street="12 Oak St", unit=Explicit.NONE, zip_code="78701", city="Austin"),
    mother_first_name=Explicit.UNKNOWN,
    race=("white", "asian"),
    ethnicity=Explicit.REFUSED,
)
DRAFT = ConsentDraft(
    id=DraftId("D"),
    record_id=DocumentId("7K2M-Q4ZD-01JD-9FEX"),
    form=FormKind.MINOR,
    language="en",
    client=CLIENT,
    who=Who.PARENT,
    signer_name="<b>María</b>",
)
REVISION = built_in_packs()[0].revision


def test_typed_text_is_text_and_non_answers_are_words() -> None:
    answers = answers_of(DRAFT, minor=True)
    assert answers["client.last_name"] == "García-López"
    assert answers["client.birth_date"] == "03/04/2010"
    assert answers["client.middle_name"] == Word("none")
    assert answers["mother.first_name"] == Word("unknown")
    assert answers["race"] == (Word("white"), Word("asian"))
    assert answers["ethnicity"] == Word("refused")
    assert answers["signer.name"] == "<b>María</b>"
    assert answers["signer.capacity"] == Word("parent")


def test_what_was_not_answered_is_left_out() -> None:
    answers = answers_of(replace(DRAFT, client=replace(CLIENT, born_on=date.min)), minor=True)
    assert {"client.birth_date", "client.phone", "choice", "scope"}.isdisjoint(answers)


def test_the_typed_word_none_is_not_the_answer_none() -> None:
    typed = answers_of(replace(DRAFT, client=replace(CLIENT, phone="none")), minor=True)
    said = answers_of(replace(DRAFT, client=replace(CLIENT, phone=Explicit.NONE)), minor=True)
    assert (typed["client.phone"], said["client.phone"]) == ("none", Word("none"))
    assert digest_of(typed) != digest_of(said)


@pytest.mark.parametrize("who", list(Who))
@pytest.mark.parametrize("minor", [True, False])
def test_every_capacity_prints_in_both_languages(who: Who, minor: bool) -> None:
    assert capacity_word(who, minor)
    for language in ("en", "es"):
        form = FormKind.MINOR if minor else FormKind.ADULT
        draft = replace(DRAFT, form=form, who=who, language=language)
        assert sheet(draft, minor).startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("form", list(FormKind))
def test_every_answer_a_draft_can_have_prints(form: FormKind, language: str) -> None:
    for choice in CHOICES[form]:
        for responder in Responder:
            draft = replace(
                DRAFT,
                form=form,
                language=language,
                choice=choice,
                scope=Scope.BOTH if form is FormKind.WITHDRAWAL else None,
                responder=responder,
                release_to=ReleaseTo(requester="A", relation="B", address="C", fax="D"),
                witness_name="W",
                interpreter_name="I",
                received_by="R",
            )
            assert set(answers_of(draft, minor=True)) <= CONTRACT
            assert sheet(draft, minor=True).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "changes",
    [
        {"gender": Explicit.UNKNOWN, "race": Explicit.REFUSED, "ethnicity": Explicit.UNKNOWN},
        {"gender": "nonbinary", "race": ("creole", "other"), "ethnicity": "mixed"},
        {"race": Explicit.UNKNOWN, "phone": Explicit.REFUSED, "email": Explicit.NONE},
        {"race": (), "ethnicity": "", "gender": ""},
    ],
)
def test_lists_of_the_clinics_own_and_non_answers_print(changes: dict[str, object]) -> None:
    for form in FormKind:
        draft = replace(DRAFT, form=form, client=replace(CLIENT, **changes))  # type: ignore[arg-type]
        assert sheet(draft, minor=True).startswith(b"%PDF-")


def test_a_race_of_the_clinics_own_list_is_other_and_printed_as_typed() -> None:
    client = replace(CLIENT, race=("white", "creole", "Criollo <b>"), ethnicity="mixed")
    answers = answers_of(replace(DRAFT, client=client), minor=True)
    assert answers["race"] == (Word("white"), Word("other"), "creole", "Criollo <b>")
    assert answers["ethnicity"] == "mixed"
    with pypdfium2.PdfDocument(sheet(replace(DRAFT, client=client), minor=True)) as document:
        page = document[0].get_textpage().get_text_bounded()
    assert "creole, Criollo <b>" in page


def sheet(draft: ConsentDraft, minor: bool) -> bytes:
    paper = Paper(
        form=draft.form,
        language=draft.language,
        revision=REVISION,
        record_id=draft.record_id,
        answers=answers_of(draft, minor),
        paper_check=lambda text: "CHECK",
        practice=False,
    )
    return draw(paper).pdf


WORDS = st.builds(Word, st.sampled_from(["white", "none", "refused"]))
ANSWERS = st.dictionaries(
    st.sampled_from(sorted(CONTRACT)),
    st.text() | WORDS | st.lists(WORDS | st.text(), max_size=3).map(tuple),
)


@given(ANSWERS)
def test_frozen_answers_come_back_as_they_were(answers: dict[str, Answer]) -> None:
    assert restored(plain(answers)) == answers


@given(ANSWERS, ANSWERS)
def test_two_drafts_that_print_alike_have_one_digest(
    one: dict[str, Answer], other: dict[str, Answer]
) -> None:
    assert (digest_of(one) == digest_of(other)) is (one == other)


def settings(**changes: str) -> dict[str, object]:
    return {key: setting.default for key, setting in table().items()} | {
        key.replace("__", "."): value for key, value in changes.items()
    }


def test_contacts_stand_under_the_letterhead_only_once_checked() -> None:
    plain_head = letterhead(settings(clinic__name="Oak Street"))  # type: ignore[arg-type]
    assert plain_head == {"clinic.name": "Oak Street"}
    checked = letterhead(settings(contacts__checked_on="2026-11-20"))  # type: ignore[arg-type]
    assert checked["contact.checked_on"] == "11/20/2026"
    assert "contact.fax" in checked


def test_an_odd_letter_in_a_setting_never_stops_a_sheet() -> None:
    head = letterhead(settings(clinic__name="Oak 🌳 王 Street"))  # type: ignore[arg-type]
    assert head["clinic.name"] == "Oak   Street"


def test_a_choice_is_a_word() -> None:
    assert answers_of(replace(DRAFT, choice=Choice.GRANT), minor=True)["choice"] == Word("grant")
