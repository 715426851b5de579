"""Signing the training record: who, what for, what stands on it, and the ink."""

from collections.abc import Callable
from dataclasses import dataclass

from immtrac_desk.desk.handbook import PRIVACY
from immtrac_desk.domain.document import Stroke
from immtrac_desk.domain.ids import PersonId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.site_person import SitePerson, Training, TrainingKind
from immtrac_desk.errors import InputError
from ui.presenters.handbook import HandbookPresenter
from ui.presenters.ink import Ink

KINDS = (TrainingKind.HB300, TrainingKind.OTHER)


@dataclass(slots=True)
class HandbookTraining(Ink):
    """Ink stands for one person and one kind: another choice lets go of it."""

    book: HandbookPresenter
    changed: Callable[[], None] = lambda: None
    person_id: PersonId | None = None
    kind: TrainingKind = TrainingKind.HB300
    strokes: tuple[Stroke, ...] = ()

    @property
    def may_sign(self) -> bool:
        return may(self.book.desk.actor.role, "sign_training")

    def people(self) -> tuple[SitePerson, ...]:
        """Who holds a role today."""
        return self.book.desk.handbook.trainees()

    def choose(self, person_id: str) -> None:
        if person_id != (self.person_id or ""):
            self.person_id = PersonId(person_id) if person_id else None
            self._anew()

    def choose_kind(self, kind: str) -> None:
        if TrainingKind(kind) is not self.kind:
            self.kind = TrainingKind(kind)
            self._anew()

    def missing(self) -> tuple[str, ...]:
        """The titles of the chapters that the privacy training still needs, all answers right."""
        if self.kind is not TrainingKind.HB300:
            return ()
        results = {chapter_id: self.book.result(chapter_id) for chapter_id in PRIVACY}
        short = [one for one, result in results.items() if result is None or not result.passed]
        return tuple(self.book.chapter(one).title for one in short)

    def lines(self) -> tuple[tuple[str, str], ...]:
        """What will stand on the record: chapter, and how its check went."""
        return tuple(
            (self.book.chapter(one.chapter_id).title, self.book.result_words(one.chapter_id))
            for one in self.book.finished()
        )

    def statement(self) -> str:
        """What the person signs, in words."""
        return self.book.desk.handbook.statement(self.kind, self.book.tr.language)

    @property
    def locked(self) -> str:
        if not self.may_sign:
            return "handbook_room.locked.right"
        if not self.book.finished():
            return "handbook_room.locked.nothing"
        if self.missing():
            return "handbook_room.locked.privacy"
        if self.person_id is None:
            return "handbook_room.locked.person"
        return ""

    def file(self) -> Training:
        """File the record as proof. InputError where something is missing."""
        if not self.can_file or self.person_id is None:
            raise InputError("signature.missing", "signature")
        training = self.book.desk.handbook.record_training(
            self.person_id,
            self.kind,
            self.book.finished(),
            self.strokes,
            self.book.tr.language,
        )
        self.book.forget()
        self.person_id = None
        self._anew()
        return training

    def _anew(self) -> None:
        self.strokes = ()
        self.changed()
