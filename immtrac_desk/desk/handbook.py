"""The counter's room for the handbook: reading, checking oneself, the signed training record."""

from collections.abc import Sequence
from dataclasses import dataclass

from forms.handbook.chapter import (
    Block,
    Bullets,
    Chapter,
    Grid,
    Paragraph,
    Question,
    Remark,
    Section,
    texts_of,
)
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.roster_view import by_name
from immtrac_desk.domain.document import Stroke
from immtrac_desk.domain.ids import PersonId
from immtrac_desk.domain.site_person import SitePerson, Training, TrainingKind
from immtrac_desk.errors import DeskError
from immtrac_desk.paperwork.handbook import chapters, handbook_pdf
from immtrac_desk.paperwork.training_paper import statement
from immtrac_desk.services.handbook_training import (
    PRIVACY,
    ChapterDone,
    CheckResult,
    SignTraining,
    judge,
    sign_training,
    topic_of,
)
from immtrac_desk.store.unit_of_work import UnitOfWork

__all__ = [
    "PRIVACY",
    "Block",
    "Bullets",
    "Chapter",
    "ChapterDone",
    "CheckResult",
    "Grid",
    "HandbookRoom",
    "Paragraph",
    "Question",
    "Remark",
    "Section",
    "texts_of",
]


@dataclass(slots=True)
class HandbookRoom:
    """Reading asks for no right: the handbook is about nobody."""

    corridor: Corridor

    def chapters(self, language: str) -> tuple[Chapter, ...]:
        """Return every chapter in `en` or `es`, in order."""
        return chapters(language)

    def pdf(self, language: str) -> bytes:
        """Return the handbook to print; the same edition gives the same bytes."""
        return handbook_pdf(language)

    def questions(self, chapter_id: str, language: str) -> tuple[Question, ...]:
        """Return the self-check of a chapter. DeskError `handbook.chapter`."""
        return self._chapter(chapter_id, language).questions

    def check(self, chapter_id: str, answers: Sequence[int]) -> CheckResult:
        """Return which answers (choices counted from 0) are right. DeskError `handbook.chapter`."""
        return judge(self._chapter(chapter_id, "en"), answers)

    def statement(self, kind: TrainingKind, language: str) -> str:
        """Return the sentence that the person signs, as it will stand on the record."""
        return statement(topic_of(kind), language)

    def trainees(self) -> tuple[SitePerson, ...]:
        """Return who may sign a record: everybody with a role today, by name."""
        today = self.corridor.today()

        def look(uow: UnitOfWork) -> tuple[SitePerson, ...]:
            people = uow.site_people.all()
            held = uow.roles.of_people([one.id for one in people])
            with_role = {role.person_id for role in held if role.holds(today)}
            return tuple(one for one in people if one.id in with_role)

        return tuple(sorted(self.corridor.read(look), key=by_name))

    def record_training(
        self,
        person_id: PersonId,
        kind: TrainingKind,
        done: Sequence[ChapterDone],
        strokes: tuple[Stroke, ...],
        language: str,
    ) -> Training:
        """File a record that the person signed on the pad, and its proof.

        The answers in `done` are judged again. Raises as `sign_training`.
        """
        command = SignTraining(
            person_id=person_id,
            kind=kind,
            done=tuple(done),
            language=language,
            strokes=strokes,
        )
        return self.corridor.perform("sign_training", sign_training, command)

    @staticmethod
    def _chapter(chapter_id: str, language: str) -> Chapter:
        found = next((one for one in chapters(language) if one.id == chapter_id), None)
        if found is None:
            raise DeskError("handbook.chapter")
        return found
