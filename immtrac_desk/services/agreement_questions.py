"""The questions of an application: the built-in set, or the clinic's own since it edited them."""

from collections.abc import Iterable
from dataclasses import replace

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import QuestionSetId
from immtrac_desk.domain.question import STEPS, Question, QuestionKind, QuestionSet
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.law.questions import built_in
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork

_NEVER_WITHOUT = ("name", "signer", "signature")
"""Without these nothing could be signed."""
_WITH_OPTIONS = (QuestionKind.CHOICE, QuestionKind.WORDS)


def questions_in_force(uow: UnitOfWork) -> QuestionSet:
    """Return the set with which an application begins today."""
    return uow.question_sets.latest() or built_in()


def questions_of(set_id: QuestionSetId, uow: UnitOfWork) -> QuestionSet:
    """Return one version. Raises DeskError `question_set.unknown`."""
    ours = built_in()
    return ours if set_id == ours.id else uow.question_sets.get(set_id)


def save_question_set(
    questions: tuple[Question, ...], uow: UnitOfWork, occasion: Occasion
) -> Outcome[QuestionSet]:
    """File a new version, for applications begun from now on; those begun keep theirs.

    Raises InputError `question.*` beside the question's id.
    """
    tidy = tuple(_tidy(question) for question in questions)
    _refuse_muddle(tidy)
    made = QuestionSet(
        id=QuestionSetId(occasion.new_id()),
        made_at=occasion.now,
        made_by=occasion.actor.id,
        questions=tidy,
    )
    uow.question_sets.add(made)
    asked = sum(question.asked for question in tidy)
    line = entry(occasion, "questions_changed", questions=len(tidy), asked=asked)
    return Outcome(made, (line,), Changes(settings=True))


def _tidy(question: Question) -> Question:
    return replace(question, label=clean(question.label, question.id))


def _refuse_muddle(questions: tuple[Question, ...]) -> None:
    ids = [question.id for question in questions]
    for question in questions:
        if not question.id or ids.count(question.id) > 1:
            raise InputError("question.twice", question.id)
        if question.step not in STEPS:
            raise InputError("question.step", question.id)
        if not question.label and question.id not in _own_ids():
            raise InputError("question.no_label", question.id)
        if question.kind in _WITH_OPTIONS and not (question.options or question.options_from):
            raise InputError("question.no_options", question.id)
        _refuse_open(question, ids)
    asked = {question.id for question in questions if question.asked}
    for needed in _NEVER_WITHOUT:
        if needed not in asked:
            raise InputError("question.needed", needed)


def _refuse_open(question: Question, ids: Iterable[str]) -> None:
    """A question opened by itself or by one that is not there would never be seen."""
    for opens in question.opens:
        if opens.question == question.id or opens.question not in ids:
            raise InputError("question.opened_by", question.id)


def _own_ids() -> frozenset[str]:
    return frozenset(question.id for question in built_in().questions)
