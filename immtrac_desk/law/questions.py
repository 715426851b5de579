"""The questions of an application: which are open, which are missing, which answers changed."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import QuestionSetId
from immtrac_desk.domain.organization import Answers, AnswerValue
from immtrac_desk.domain.question import Opens, Question, QuestionKind, QuestionSet
from immtrac_desk.domain.site_person import SUPERVISORS, USERS, NamedPerson
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import Row, row

KINDS = tuple(kind.value for kind in ApplicationKind)
_DEFAULTS = LawSettings()
_UNASKED = frozenset(_DEFAULTS.contact_roles)
"""Contacts that are asked for only while `lists.contact_roles` names them (OQ-40)."""


@cache
def built_in() -> QuestionSet:
    """Return the program's own questions: a seed, unconfirmed but for the steps' titles."""
    source = files("immtrac_desk.law").joinpath("question_set.toml").read_text("utf-8")
    told = tomllib.loads(source)
    return QuestionSet(
        id=QuestionSetId(told["id"]),
        made_at=told["made_at"],
        questions=tuple(_question(entry) for entry in told["question"]),
    )


def open_questions(
    questions: QuestionSet, answers: Answers, settings: LawSettings = _DEFAULTS
) -> tuple[Question, ...]:
    """Return the questions that are asked, given the answers so far, in their order.

    A question is asked where all its openers are themselves asked and answered as it wants. One
    taken off `agreement.optional_fields` comes back as needed for every kind (OQ-39).
    """
    known = {one.id: one for one in questions.questions}
    told = implied(answers)
    needed = set(_DEFAULTS.optional_fields) - set(settings.optional_fields)
    return tuple(
        replace(one, required_for=KINDS) if one.id in needed else one
        for one in questions.questions
        if _asked(one, settings) and _is_open(one, known, told, settings, ())
    )


def implied(answers: Answers) -> dict[str, AnswerValue]:
    """Return the answers with those that follow from others: who names a parent is a sub-site."""
    return {"sub_site": bool(answers.get("parent_id")), **answers}


def missing(
    questions: QuestionSet,
    kind: ApplicationKind,
    answers: Answers,
    people: Sequence[NamedPerson],
    settings: LawSettings = _DEFAULTS,
) -> tuple[Finding, ...]:
    """Return a `question.missing` beside each open question that is needed and not answered.

    People are complete with a training date for each supervisor and an e-mail for each user.
    `facts["question"]` is the clinic's own label, or the question's id.
    """
    found = row("DT-12.5", questions.made_at.date())
    told = implied(answers)
    asked = open_questions(questions, answers, settings)
    empty = [
        _missing(one, found)
        for one in asked
        if kind.value in one.required_for and not _answered(one, told, people)
    ]
    return (*empty, *_of_people(asked, people, found))


def changed(answers: Answers, base: Answers) -> frozenset[str]:
    """Return the questions that are answered otherwise than in `base`; "" is no answer."""
    return frozenset(
        name
        for name in {*answers, *base}
        if _given(answers.get(name, "")) != _given(base.get(name, ""))
    )


def words_of(answer: AnswerValue | None) -> tuple[str, ...]:
    """Return an answer as words: yes or no, the text, or each of several; nothing for none."""
    if isinstance(answer, bool):
        return ("yes" if answer else "no",)
    several = (answer,) if isinstance(answer, str) else answer or ()
    return tuple(word.strip() for word in several if word.strip())


def _asked(question: Question, settings: LawSettings) -> bool:
    unlisted = question.id in _UNASKED and question.id not in settings.contact_roles
    return question.asked and not unlisted


def _is_open(
    question: Question,
    known: Mapping[str, Question],
    answers: Answers,
    settings: LawSettings,
    seen: Collection[str],
) -> bool:
    """`seen` stops a circle of openers: what opens itself is asked by nobody."""
    for opens in question.opens:
        if opens.question in seen or not _holds(opens, answers):
            return False
        opener = known.get(opens.question)
        path = (*seen, question.id)
        if opener is None or not _asked(opener, settings):
            return False
        if not _is_open(opener, known, answers, settings, path):
            return False
    return True


def _holds(opens: Opens, answers: Answers) -> bool:
    given = words_of(answers.get(opens.question))
    return bool(given) if "*" in opens.values else bool(set(given) & set(opens.values))


def _answered(question: Question, answers: Answers, people: Iterable[NamedPerson]) -> bool:
    if question.kind is QuestionKind.TOLD:
        return True
    if question.kind is QuestionKind.PEOPLE:
        return any({role.value for role in one.roles} & set(question.roles) for one in people)
    return bool(words_of(answers.get(question.id)))


def _of_people(
    asked: Sequence[Question], people: Sequence[NamedPerson], found: Row
) -> Iterator[Finding]:
    names = {one.id for one in asked}
    untrained = [one for one in people if SUPERVISORS & set(one.roles)]
    dateless = sum(one.supervisor_trained_on is None for one in untrained)
    mailless = sum(bool(USERS & set(one.roles)) and not one.email for one in people)
    if dateless and names & {"supervisors", "users"}:
        rule = row("DT-16.4", date.max)
        field = "supervisors" if "supervisors" in names else "users"
        yield _count("question.no_training_date", field, dateless, rule)
    if mailless and "users" in names:
        yield _count("question.no_email", "users", mailless, found)


def _missing(question: Question, found: Row) -> Finding:
    return Finding(
        code="question.missing",
        field=question.id,
        row=found.id,
        citation=found.citation,
        facts={"question": question.label or question.id},
    )


def _count(code: str, field: str, count: int, found: Row) -> Finding:
    facts = {"count": count}
    return Finding(code=code, field=field, row=found.id, citation=found.citation, facts=facts)


def _given(answer: AnswerValue) -> AnswerValue:
    """A list without its order; a text without the spaces around it."""
    if isinstance(answer, str):
        return answer.strip()
    return tuple(sorted(answer)) or "" if isinstance(answer, tuple) else answer


def _question(entry: Mapping[str, Any]) -> Question:
    needed = entry.get("needed", ())
    return Question(
        id=entry["id"],
        step=entry["step"],
        kind=QuestionKind(entry["kind"]),
        required_for=KINDS if needed == "all" else tuple(needed),
        opens=tuple(
            Opens(question=one, values=tuple(to)) for one, to in entry.get("opens", {}).items()
        ),
        options=tuple(entry.get("options", ())),
        options_from=entry.get("options_from", ""),
        roles=tuple(entry.get("roles", ())),
        check=entry.get("check", ""),
        limit=entry.get("limit", 300),
    )
