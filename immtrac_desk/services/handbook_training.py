"""Sign a training record of the handbook: checks judged again, drawn, filed as proof."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from forms.handbook.chapter import Chapter
from immtrac_desk.domain.document import Stroke
from immtrac_desk.domain.ids import PersonId
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, Training, TrainingKind
from immtrac_desk.errors import DeskError, InputError
from immtrac_desk.paperwork.handbook import chapters, words
from immtrac_desk.paperwork.training_paper import ChapterLine, TrainingPaper, draw_training
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.recordable import on_the_pad
from immtrac_desk.services.roster_training import NoteTraining, note_training
from immtrac_desk.store.unit_of_work import UnitOfWork

PRIVACY = ("confidentiality", "access")
"""Chapters without whose checks, all answers right, a record is no HB 300 training (H&SC 181.101:
trained in the law on health information as it bears on the work)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterDone:
    """A chapter that was read: the choice to each question, counted from 0, and the day."""

    chapter_id: str
    answers: tuple[int, ...]
    on: date


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A self-check judged: for each question whether the choice was right."""

    chapter_id: str
    marks: tuple[bool, ...]

    @property
    def right(self) -> int:
        return sum(self.marks)

    @property
    def of(self) -> int:
        return len(self.marks)

    @property
    def passed(self) -> bool:
        """All of it right; one may try as often as one likes."""
        return all(self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignTraining:
    """`strokes` are the person's own, of the signature pad."""

    person_id: PersonId
    kind: TrainingKind
    done: tuple[ChapterDone, ...]
    language: str
    strokes: tuple[Stroke, ...] = field(repr=False)


def topic_of(kind: TrainingKind) -> str:
    """Return the word by which the paper knows a kind of training."""
    return "hb300" if kind is TrainingKind.HB300 else "handbook"


def judge(chapter: Chapter, answers: Sequence[int]) -> CheckResult:
    """Return the check judged; a question without an answer is not right."""
    given = [*answers, *[-1] * len(chapter.questions)]
    marks = (one.right == choice for one, choice in zip(chapter.questions, given, strict=False))
    return CheckResult(chapter.id, tuple(marks))


def sign_training(command: SignTraining, uow: UnitOfWork, occasion: Occasion) -> Outcome[Training]:
    """File the signed record as the proof of a training of today (DT-16.2).

    Raises DeskError `handbook.chapter`, `person.unknown`; InputError `handbook.nothing_done`,
    `handbook.privacy_first` beside `done`, `signature.missing`, `signature.strokes` beside
    `signature`, `date.future` beside `done`, and as `note_training`.
    """
    person = uow.site_people.get(command.person_id)
    _refuse_ink(command.strokes)
    shelf = _shelf(command.language)
    results = [(one, judge(_chapter(one, shelf), one.answers)) for one in command.done]
    _refuse_results(command, [result for _, result in results], occasion)
    lines = [
        ChapterLine(title=shelf[one.chapter_id].title, right=result.right, of=result.of, on=one.on)
        for one, result in results
    ]
    noted = NoteTraining(
        person_id=person.id,
        kind=command.kind,
        on=occasion.today,
        signed=True,
        note=words(command.language)["edition"],
        proof=draw_training(_paper(command, person, lines, uow, occasion)),
    )
    return note_training(noted, uow, occasion)


def _refuse_ink(strokes: tuple[Stroke, ...]) -> None:
    if not any(strokes):
        raise InputError("signature.missing", "signature")
    if not all(on_the_pad(point) for stroke in strokes for point in stroke):
        raise InputError("signature.strokes", "signature")


def _refuse_results(
    command: SignTraining, results: Sequence[CheckResult], occasion: Occasion
) -> None:
    if not results:
        raise InputError("handbook.nothing_done", "done")
    if any(one.on > occasion.today for one in command.done):
        raise InputError("date.future", "done")
    passed = {one.chapter_id for one in results if one.passed}
    if command.kind is TrainingKind.HB300 and not passed.issuperset(PRIVACY):
        raise InputError("handbook.privacy_first", "done")


def _shelf(language: str) -> dict[str, Chapter]:
    try:
        return {one.id: one for one in chapters(language)}
    except ValueError:
        raise DeskError("handbook.language") from None


def _chapter(done: ChapterDone, shelf: dict[str, Chapter]) -> Chapter:
    if done.chapter_id not in shelf:
        raise DeskError("handbook.chapter")
    return shelf[done.chapter_id]


def _paper(
    command: SignTraining,
    person: SitePerson,
    lines: Sequence[ChapterLine],
    uow: UnitOfWork,
    occasion: Occasion,
) -> TrainingPaper:
    return TrainingPaper(
        language=command.language,
        topic=topic_of(command.kind),
        organization=_site_name(uow.roles.of_people((person.id,)), uow),
        person=person,
        chapters=lines,
        on=occasion.today,
        at=occasion.clock_time,
        record_id=occasion.new_id(),
        practice=occasion.practice,
        strokes=command.strokes,
    )


def _site_name(held: Sequence[RoleHeld], uow: UnitOfWork) -> str:
    """Return the site at which the proof is kept; without one `note_training` refuses."""
    if not held:
        raise InputError("person.no_site", "proof")
    latest = max(held, key=lambda role: (role.until_on or date.max, role.from_on))
    return uow.organizations.get(latest.organization_id).name
