"""The questions of an application as the office manager edits them: asked, needed, opened by."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.question import Opens, Question, QuestionKind
from immtrac_desk.domain.rights import may
from immtrac_desk.errors import InputError
from ui.presenters.application_words import NO, YES, label_words, option_code
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

KINDS = tuple(kind.value for kind in ApplicationKind)
ANY = "*"
OWN_STEPS = ("A3", "A4", "A5", "A6")
"""Steps in which the clinic may ask something of its own."""
OWN_KINDS = tuple(
    kind.value
    for kind in (
        QuestionKind.TEXT,
        QuestionKind.YES_NO,
        QuestionKind.CHOICE,
        QuestionKind.WORDS,
        QuestionKind.DAY,
    )
)
_OWN = "own_"
_ANSWERED = frozenset(QuestionKind) - {QuestionKind.TOLD, QuestionKind.PEOPLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTyping:
    """The list as edited and not yet saved."""

    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A question of the clinic's own, as typed."""

    label: str
    step: str
    kind: str
    options: tuple[str, ...] = ()


@dataclass(slots=True)
class QuestionPagePresenter:
    """The list in hand; nothing counts until `save`, and applications begun keep theirs."""

    desk: "Desk"
    tr: Wording
    changed: Callable[[], None] = lambda: None
    questions: tuple[Question, ...] = ()
    saved: tuple[Question, ...] = ()
    built_in: bool = True
    may_edit: bool = field(init=False)

    def __post_init__(self) -> None:
        self.may_edit = may(self.desk.actor.role, "edit_questions")

    def read(self) -> None:
        """Read the list in force; what is edited and not saved stays."""
        found = self.desk.agreement.question_set()
        untouched = self.questions == self.saved
        self.saved, self.built_in = found.questions, found.made_by is None
        if untouched:
            self.questions = self.saved
        self.changed()

    @property
    def edited(self) -> bool:
        return self.questions != self.saved

    def save(self) -> None:
        """Save the list as a new version. Raises InputError `question.*` beside a question."""
        made = self.desk.agreement.save_question_set(self.questions)
        self.questions = self.saved = made.questions
        self.built_in = False
        self.changed()

    def give_up(self) -> None:
        self.questions = self.saved
        self.changed()

    def put(self, questions: tuple[Question, ...]) -> None:
        """Take a list that was edited before the lock."""
        self.questions = questions
        self.changed()

    # -- one question --------------------------------------------------------------------------

    def question(self, question_id: str) -> Question:
        return next(one for one in self.questions if one.id == question_id)

    def turn_asked(self, question_id: str) -> None:
        one = self.question(question_id)
        self._replace(replace(one, asked=not one.asked))

    def turn_needed(self, question_id: str, kind: str) -> None:
        """Needed, or no longer needed, for one kind of application."""
        one = self.question(question_id)
        needed = set(one.required_for) ^ {kind}
        self._replace(replace(one, required_for=tuple(k for k in KINDS if k in needed)))

    def add_condition(self, question_id: str, opener: str, values: tuple[str, ...]) -> None:
        """Ask only where `opener` is answered with one of the values; all conditions must hold."""
        if not opener:
            raise InputError("act_form.needed", "opener")
        if not values:
            raise InputError("act_form.needed", "values")
        one = self.question(question_id)
        others = tuple(opens for opens in one.opens if opens.question != opener)
        self._replace(replace(one, opens=(*others, Opens(question=opener, values=values))))

    def drop_condition(self, question_id: str, opener: str) -> None:
        one = self.question(question_id)
        kept = tuple(opens for opens in one.opens if opens.question != opener)
        self._replace(replace(one, opens=kept))

    def is_own(self, question_id: str) -> bool:
        return question_id.startswith(_OWN)

    def add_own(self, typed: OwnQuestion) -> str:
        """Add a question of the clinic's own at the end of its step; return its id."""
        if not typed.label.strip():
            raise InputError("act_form.needed", "label")
        if not typed.step:
            raise InputError("act_form.needed", "step")
        if not typed.kind:
            raise InputError("act_form.needed", "kind")
        kind = QuestionKind(typed.kind)
        offers = kind in (QuestionKind.CHOICE, QuestionKind.WORDS)
        if offers and not typed.options:
            raise InputError("act_form.needed", "options")
        made = Question(
            id=self._fresh_id(),
            step=typed.step,
            kind=kind,
            options=typed.options if offers else (),
            label=typed.label.strip(),
        )
        last = max((i for i, q in enumerate(self.questions) if q.step <= typed.step), default=-1)
        self.questions = (*self.questions[: last + 1], made, *self.questions[last + 1 :])
        self.changed()
        return made.id

    def drop_own(self, question_id: str) -> None:
        """Take an own question out, and every condition that hangs on it."""
        rest = (one for one in self.questions if one.id != question_id)
        self.questions = tuple(
            replace(one, opens=tuple(o for o in one.opens if o.question != question_id))
            for one in rest
        )
        self.changed()

    # -- in words ------------------------------------------------------------------------------

    def label(self, question: Question) -> str:
        return label_words(question, self.tr)

    def condition_words(self, opens: Opens) -> str:
        """`Takes part in TVFC or ASN: Yes`."""
        known = {one.id: one for one in self.questions}
        opener = known.get(opens.question)
        if opener is None:
            return opens.question
        codes = dict(self.values_of(opener))
        values = ", ".join(self.tr.say(codes.get(value, value)) for value in opens.values)
        return f"{self.label(opener)}: {values}"

    def conditions(self, question: Question) -> str:
        return "; ".join(self.condition_words(opens) for opens in question.opens)

    def openers(self, question_id: str) -> tuple[Question, ...]:
        """Questions whose answer may open this one."""
        return tuple(
            one for one in self.questions if one.kind in _ANSWERED and one.id != question_id
        )

    def values_of(self, opener: Question) -> tuple[tuple[str, str], ...]:
        """What an opener can be answered with: word and the code of its sentence."""
        any_answer = (ANY, "question_page.any")
        if opener.kind is QuestionKind.YES_NO:
            return tuple((word, f"application_room.{word}") for word in (YES, NO))
        words = opener.options
        if opener.options_from and opener.options_from != "counties":
            listed = self.desk.book.setting(opener.options_from)
            words = tuple(map(str, listed)) if isinstance(listed, tuple) else ()
        return (*((word, option_code(opener, word, self.tr)) for word in words), any_answer)

    def _fresh_id(self) -> str:
        taken = {one.id for one in self.questions}
        number = 1
        while f"{_OWN}{number}" in taken:
            number += 1
        return f"{_OWN}{number}"

    def _replace(self, question: Question) -> None:
        self.questions = tuple(question if q.id == question.id else q for q in self.questions)
        self.changed()
