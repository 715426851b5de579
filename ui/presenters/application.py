"""What the application's form knows: the answers as typed, what is missing, whether to type."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import (
    AgreementApplication,
    ApplicationState,
    ApplicationStep,
    StepKind,
)
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ApplicationId
from immtrac_desk.domain.organization import Answers, AnswerValue
from immtrac_desk.domain.question import Question, QuestionKind
from immtrac_desk.domain.rights import may
from ui.presenters import application_words as words
from ui.presenters.application_people import people_mark
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import ApplicationPicture

OPEN = frozenset({ApplicationState.DRAFT, ApplicationState.READY_TO_SIGN})


@dataclass(slots=True)
class ApplicationPresenter:
    """One application on the screen. `changed` is rung after each look at what it says now.

    Typing changes `application` alone; `assess` looks at it, `keep` saves it.
    """

    desk: "Desk"
    picture: "ApplicationPicture"
    changed: Callable[[], None] = lambda: None
    application: AgreementApplication = field(init=False)
    saved: Answers = field(init=False)
    """The answers as they lie in the vault."""
    unlocked: bool = False
    """Somebody chose to edit after signing, knowing that the signature is dropped."""
    doubtful: frozenset[str] = frozenset()
    """Questions that nobody has confirmed."""
    _saving: bool = False
    _sites: dict[str, str] | None = None

    def __post_init__(self) -> None:
        self.application = self.picture.application
        self.saved = self.application.answers
        self.doubtful = words.doubtful(self.desk)

    @property
    def id(self) -> ApplicationId:
        return self.application.id

    @property
    def kept(self) -> bool:
        return self.application.answers == self.saved

    # -- whether one may type ----------------------------------------------------------------

    @property
    def may_manage(self) -> bool:
        return may(self.desk.actor.role, "manage_agreement")

    @property
    def editable(self) -> bool:
        """Whether answers can be typed now; after signing only once that was chosen."""
        signed = self.picture.state is ApplicationState.SIGNED_NOT_SENT
        return self.may_manage and (self.picture.state in OPEN or (signed and self.unlocked))

    @property
    def can_unlock(self) -> bool:
        """Signed and not sent: typing is possible, but it drops the signature."""
        signed = self.picture.state is ApplicationState.SIGNED_NOT_SENT
        return self.may_manage and signed and not self.unlocked

    def unlock(self) -> None:
        self.unlocked = True
        self.changed()

    @property
    def signed(self) -> ApplicationStep | None:
        """The step that signed it, while no edit dropped the signature."""
        undone = {step.reverses for step in self.picture.steps if step.reverses is not None}
        for step in reversed(self.picture.steps):
            if step.id in undone:
                continue
            if step.kind is StepKind.SIGNATURE_DROPPED:
                return None
            if step.kind is StepKind.SIGNED:
                return step
        return None

    # -- answers -----------------------------------------------------------------------------

    def answer(self, question_id: str) -> AnswerValue | None:
        return self.application.answers.get(question_id)

    def put(self, question_id: str, value: AnswerValue | None) -> bool:
        """Take an answer as typed; an empty one is no answer. True if anything changed."""
        answers = dict(self.application.answers)
        if value is None or value in ("", ()):
            answers.pop(question_id, None)
        else:
            answers[question_id] = value
        if answers == self.application.answers:
            return False
        self.application = replace(self.application, answers=answers)
        return True

    def assess(self) -> None:
        """Look at what stands there now: which questions are open, what is wrong."""
        self.picture = self.desk.agreement.assess(self.application)
        self.changed()

    def keep(self) -> bool:
        """Save it if anything was typed; True if something was saved."""
        if self.kept or not self.editable:
            return False
        self._save(lambda: self.desk.agreement.keep(self.application))
        return True

    def read(self) -> None:
        """Read the record again; what is typed and not yet saved stays."""
        self._sites = None
        self.doubtful = words.doubtful(self.desk)
        typed = None if self.kept else self.application.answers
        self._take(self.desk.agreement.application(self.id))
        if typed is not None and self.editable:
            self.application = replace(self.application, answers=typed)
            self.assess()

    def heard(self) -> None:
        """Something about the site was changed; by this form's own saving, it is known already."""
        if not self._saving:
            self.read()

    def take_people(self) -> None:
        """Take today's people into a signed application; its signature is dropped."""
        self._save(lambda: self.desk.agreement.take_people(self.id))

    # -- what is said beside the fields ------------------------------------------------------

    def findings(self, question_id: str) -> tuple[Finding, ...]:
        """What stands against one answer; that it is missing is told in the list beside."""
        return tuple(
            f for f in self.picture.findings if f.field == question_id and not _is_missing(f)
        )

    def mark(self, question: Question, tr: Wording) -> tuple[str, bool]:
        """The quiet word beside a question's label, and whether it is that it was changed."""
        picture = self.picture
        if question.kind is QuestionKind.PEOPLE:
            changed, carried = people_mark(picture, question, tr)
        else:
            changed = words.differs(question, picture)
            carried = question.id in picture.carried
        code = "changed" if changed else "carried"
        told = tr.say(f"application_room.{code}") if changed or carried else ""
        doubt = words.DOUBT if question.id in self.doubtful else ""
        return " ".join(part for part in (told, doubt) if part), changed

    def missing(self) -> tuple[str, ...]:
        return words.missing_of(self.picture)

    def wrong(self) -> tuple[str, ...]:
        """Questions whose answer is refused, each once."""
        return words.wrong_of(self.picture)

    def to_do(self, tr: Wording) -> tuple[tuple[str, str], ...]:
        """What keeps it from being signed: question and label, refused answers first."""
        asked = {question.id: question for question in self.picture.questions}
        wanted = dict.fromkeys((*self.wrong(), *self.missing()))
        return tuple((q, words.label_words(asked[q], tr)) for q in wanted if q in asked)

    def loose(self) -> tuple[Finding, ...]:
        """Findings that belong to no question on the screen."""
        shown = {question.id for question in self.picture.questions}
        return tuple(
            f for f in self.picture.findings if f.field not in shown and not _is_missing(f)
        )

    def question(self, question_id: str) -> Question | None:
        return next((q for q in self.picture.questions if q.id == question_id), None)

    @property
    def ready(self) -> bool:
        """Complete, saved, and waiting for its signature."""
        return self.picture.state is ApplicationState.READY_TO_SIGN and self.kept

    def sites(self) -> dict[str, str]:
        """The organizations of this vault by id, read once until something about a site changes."""
        if self._sites is None:
            self._sites = {one.id: one.name for one in self.desk.roster.organizations()}
        return self._sites

    # -- private -----------------------------------------------------------------------------

    def _save(self, act: "Callable[[], ApplicationPicture]") -> None:
        self._saving = True
        try:
            picture = act()
        finally:
            self._saving = False
        self._take(picture)

    def _take(self, picture: "ApplicationPicture") -> None:
        self.picture, self.application = picture, picture.application
        self.saved = picture.application.answers
        if picture.state in OPEN:
            self.unlocked = False
        self.changed()


def _is_missing(finding: Finding) -> bool:
    return finding.code == words.MISSING
