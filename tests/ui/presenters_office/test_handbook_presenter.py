"""The handbook's presenter: what is found, how a check goes, what stays over a lock, who signs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from immtrac_desk.desk.handbook import PRIVACY
from immtrac_desk.domain.site_person import SitePerson, SiteRole, TrainingKind
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import InputError
from immtrac_desk.practice.signing import scribble
from tests.desk.rostered import a_site, give, someone
from tests.office import AUDITOR, BOSS, PASSPHRASE, Office, open_office
from ui.presenters.handbook import HandbookPresenter
from ui.presenters.handbook_training import HandbookTraining
from ui.wording import Wording


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("handbook"))
    made.desk.staff.add(AUDITOR, Role.AUDITOR, PASSPHRASE)
    yield made
    made.desk.close()


@pytest.fixture(scope="module")
def trainee(office: Office) -> SitePerson:
    person = someone(office.desk)
    give(office.desk, person, a_site(office.desk), SiteRole.FULL_ACCESS)
    return person


@pytest.fixture
def book(office: Office) -> Iterator[HandbookPresenter]:
    made = HandbookPresenter(office.desk, Wording("en"))
    yield made
    made.forget()


def answer(book: HandbookPresenter, chapter_id: str, *, wrong: int = 0) -> None:
    """Answer every question of a chapter, the first `wrong` of them wrongly."""
    for at, question in enumerate(book.chapter(chapter_id).questions):
        off = 1 if at < wrong else 0
        book.choose(chapter_id, at, (question.right + off) % len(question.choices))


def test_every_chapter_stands_in_the_list_until_one_types(book: HandbookPresenter) -> None:
    assert [row.chapter_id for row in book.rows()] == [one.id for one in book.chapters()]
    assert book.rows()[0].label == "1  What the registry is"


@pytest.mark.parametrize(
    ("typed", "language", "chapter", "anchor"),
    [
        ("red row", "en", "schedule", "rows"),
        ("iee-526", "en", "errors", "others"),
        ("CURADOR administrador marca", "es", "consents", "who_signs"),
        ("numero de expediente registro confunden", "es", "data", "numbers"),
    ],
)
def test_what_is_typed_finds_its_section(
    office: Office, typed: str, language: str, chapter: str, anchor: str
) -> None:
    rows = HandbookPresenter(office.desk, Wording(language)).rows(typed)
    assert (chapter, anchor) in {(row.chapter_id, row.anchor) for row in rows}


def test_what_is_nowhere_finds_nothing(book: HandbookPresenter) -> None:
    assert book.rows("zzz") == ()


def test_chapters_lead_on_and_back(book: HandbookPresenter) -> None:
    first, last = book.chapters()[0], book.chapters()[-1]
    assert book.beside(first.id) == (None, book.chapters()[1])
    assert book.beside(last.id) == (book.chapters()[-2], None)
    assert book.chapter("nonsense") == first


def test_an_answer_is_judged_at_once_and_may_be_changed(book: HandbookPresenter) -> None:
    right = book.chapter("tips").questions[0].right
    assert not book.choose("tips", 0, (right + 1) % 3)
    assert book.choose("tips", 0, right)
    assert book.result_words("tips") == ""
    assert book.answers("tips") == (right, -1, -1)


def test_a_finished_check_says_how_it_went(book: HandbookPresenter) -> None:
    answer(book, "tips", wrong=1)
    assert book.result_words("tips") == "2 of 3 right"
    answer(book, "tips")
    assert book.result_words("tips") == "All 3 right"
    assert {row.result for row in book.rows()} == {"", "All 3 right"}


def test_a_check_stays_over_a_lock_until_the_record_is_signed(
    office: Office, book: HandbookPresenter
) -> None:
    answer(book, "registry")
    book.choose("tips", 0, 0)
    book.keep()
    again = HandbookPresenter(office.desk, Wording("es"))
    assert again.result_words("registry") == "Las 3 correctas"
    assert again.answers("tips") == (0, -1, -1)
    assert [one.chapter_id for one in again.finished()] == ["registry"]
    again.forget()
    assert HandbookPresenter(office.desk, Wording("en")).finished() == ()


def test_an_auditor_reads_and_checks_but_keeps_and_signs_nothing(office: Office) -> None:
    try:
        desk = office.as_(AUDITOR)
        book = HandbookPresenter(desk, Wording("en"))
        answer(book, "registry")
        book.keep()
        assert book.result_words("registry") == "All 3 right"
        assert HandbookTraining(book).locked == "handbook_room.locked.right"
        assert HandbookPresenter(desk, Wording("en")).finished() == ()
    finally:
        office.as_(BOSS)


def test_the_pad_opens_step_by_step(book: HandbookPresenter, trainee: SitePerson) -> None:
    signing = HandbookTraining(book)
    assert signing.locked == "handbook_room.locked.nothing"
    answer(book, "reporting")
    assert signing.locked == "handbook_room.locked.privacy"
    assert signing.missing() == ("Confidentiality", "Who may see a record")
    answer(book, "confidentiality", wrong=1)
    answer(book, "access")
    assert signing.missing() == ("Confidentiality",)
    signing.choose_kind("other")
    assert signing.locked == "handbook_room.locked.person"
    signing.choose(trainee.id)
    assert signing.locked == ""
    assert signing.lines() == (
        ("Confidentiality", "3 of 4 right"),
        ("Who may see a record", "All 3 right"),
        ("What to report, by when", "All 3 right"),
    )


def test_ink_stands_for_one_person_and_one_kind(
    book: HandbookPresenter, trainee: SitePerson
) -> None:
    for chapter_id in PRIVACY:
        answer(book, chapter_id)
    signing = HandbookTraining(book)
    signing.ink(scribble())
    assert not signing.can_file
    with pytest.raises(InputError, match=r"signature\.missing"):
        signing.file()
    signing.choose(trainee.id)
    signing.ink(scribble())
    assert signing.can_file
    signing.choose_kind("other")
    assert not signing.can_file
    signing.choose_kind("hb300")
    signing.ink(scribble())
    training = signing.file()
    assert (training.person_id, training.kind) == (trainee.id, TrainingKind.HB300)
    assert (book.finished(), signing.person_id, signing.can_file) == ((), None, False)


def test_the_pdf_is_in_the_language_of_the_screen(office: Office) -> None:
    english, spanish = (
        HandbookPresenter(office.desk, Wording(language)).pdf() for language in ("en", "es")
    )
    assert english.startswith(b"%PDF")
    assert english != spanish
