"""The handbook at the counter: checks judged, a record signed and filed as proof, or refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from immtrac_desk.desk.handbook import PRIVACY, ChapterDone, CheckResult
from immtrac_desk.domain.site_person import SitePerson, SiteRole, Training, TrainingKind
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.practice.signing import scribble
from tests.desk.rostered import a_site, give, someone
from tests.forms.press import texts
from tests.office import AUDITOR, BOSS, CLERK, PASSPHRASE, Office, open_office


@dataclass
class Trained:
    """An office with a site, somebody with a role there, and somebody without one."""

    office: Office
    person: SitePerson
    stranger: SitePerson

    def right(self, chapter_id: str) -> tuple[int, ...]:
        return tuple(q.right for q in self.office.desk.handbook.questions(chapter_id, "en"))

    def done(self, *chapters: str) -> tuple[ChapterDone, ...]:
        today = self.office.desk.today()
        return tuple(ChapterDone(chapter_id=c, answers=self.right(c), on=today) for c in chapters)

    def sign(self, *chapters: str, **changed: Any) -> Training:
        known: dict[str, Any] = {
            "person_id": self.person.id,
            "kind": TrainingKind.HB300,
            "done": self.done(*chapters),
            "strokes": scribble(),
            "language": "en",
        }
        return self.office.desk.handbook.record_training(**(known | changed))

    def trainings(self) -> int:
        return len(self.office.desk.roster.person_file(self.person.id).trainings)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trained]:
    office = open_office(tmp_path_factory.mktemp("handbook"))
    desk = office.desk
    desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
    desk.staff.add(AUDITOR, Role.AUDITOR, PASSPHRASE)
    site, person, stranger = a_site(desk), someone(desk), someone(desk, "Luis", "Ortega")
    give(desk, person, site, SiteRole.FULL_ACCESS)
    yield Trained(office, person, stranger)
    office.desk.close()


def test_a_check_tells_question_by_question_what_is_right(trained: Trained) -> None:
    desk = trained.office.desk
    right = trained.right("schedule")
    assert desk.handbook.check("schedule", right).passed
    wrong = desk.handbook.check("schedule", ((right[0] + 1) % 3, *right[1:]))
    assert (wrong.marks, wrong.right, wrong.of) == ((False, True, True), 2, 3)
    assert not wrong.passed
    assert desk.handbook.check("schedule", ()) == CheckResult("schedule", (False,) * 3)
    with pytest.raises(DeskError, match=r"handbook\.chapter"):
        desk.handbook.check("nonsense", ())


def test_who_has_a_role_today_may_sign(trained: Trained) -> None:
    assert trained.office.desk.handbook.trainees() == (trained.person,)


def test_a_signed_record_is_filed_as_proof_of_the_privacy_training(trained: Trained) -> None:
    desk = trained.office.desk
    training = trained.sign("confidentiality", "access", "reporting")
    assert (training.kind, training.on, training.signed) == (
        TrainingKind.HB300,
        desk.today(),
        True,
    )
    file = desk.roster.person_file(trained.person.id)
    [kept] = [one for one in file.files if one.id == training.proof_id]
    assert (kept.what, kept.media_type) == ("training_proof", "application/pdf")
    said = " ".join(" ".join(texts(desk.agreement.open_file(kept.id))).split())
    assert desk.handbook.statement(TrainingKind.HB300, "en") in said
    for text in ("Rosa Nuñez", "Oak Street Clinic", "Confidentiality", "4 of 4", "181.101"):
        assert text in said
    assert [one.act for one in desk.book.history(limit=2)][1] == "training_noted"


def test_the_front_desk_signs_and_an_auditor_does_not(trained: Trained) -> None:
    office = trained.office
    try:
        office.as_(CLERK)
        trained.sign("tips", kind=TrainingKind.OTHER, language="es")
        before = trained.trainings()
        office.as_(AUDITOR)
        with pytest.raises(RefusedError, match=r"right\.missing"):
            trained.sign(*PRIVACY)
        assert trained.trainings() == before
    finally:
        office.as_(BOSS)


@pytest.mark.parametrize("left_out", PRIVACY)
def test_the_privacy_training_needs_both_its_chapters(trained: Trained, left_out: str) -> None:
    before = trained.trainings()
    others = [one for one in PRIVACY if one != left_out]
    with pytest.raises(InputError) as refused:
        trained.sign(*others, "reporting")
    assert (refused.value.code, refused.value.field) == ("handbook.privacy_first", "done")
    assert trained.trainings() == before


def test_a_wrong_answer_is_found_again_when_signing(trained: Trained) -> None:
    done = trained.done(*PRIVACY)
    first = done[0]
    wrong = replace(first, answers=((first.answers[0] + 1) % 3, *first.answers[1:]))
    with pytest.raises(InputError, match=r"handbook\.privacy_first"):
        trained.sign(done=(wrong, *done[1:]))
    assert trained.sign(done=(wrong,), kind=TrainingKind.OTHER).kind is TrainingKind.OTHER


def test_no_ink_no_chapter_no_role_no_day_to_come(trained: Trained) -> None:
    before = trained.trainings()
    tomorrow = trained.office.desk.today() + timedelta(days=1)
    later = tuple(replace(one, on=tomorrow) for one in trained.done(*PRIVACY))
    unheard = (ChapterDone(chapter_id="nonsense", answers=(), on=tomorrow),)
    for changed, code in (
        ({"strokes": ()}, "signature.missing"),
        ({"strokes": (((3.0, 0.5, 0, 0.5),),)}, "signature.strokes"),
        ({"done": ()}, "handbook.nothing_done"),
        ({"done": later}, "date.future"),
        ({"done": unheard}, "handbook.chapter"),
        ({"person_id": trained.stranger.id}, "person.no_site"),
        ({"language": "fr"}, "handbook.language"),
    ):
        with pytest.raises(DeskError) as refused:
            trained.sign(*PRIVACY, **changed)
        assert refused.value.code == code
    assert trained.trainings() == before
