"""The answers of an application: begun from what is known, tidied, written back on approval."""

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.organization import (
    ASKED,
    Answers,
    AnswerValue,
    Organization,
    answers_of,
)
from immtrac_desk.domain.question import Question, QuestionKind, QuestionSet
from immtrac_desk.domain.site_person import NamedPerson, SiteRole
from immtrac_desk.domain.values import MAX_TEXT, clean
from immtrac_desk.domain.words import Severity
from immtrac_desk.errors import InputError
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.questions import open_questions
from immtrac_desk.law.site_people import assess_texts
from immtrac_desk.paperwork.glyphs import lacking
from immtrac_desk.services.agreement_ground import SiteGround

_FREE = ("", "tx_iis_id", "again:tvfc_pin")
"""Checks that a password would pass, or only be warned of."""
SUB_SITE = "sub_site"
"""Asked, and no field of the record: a site is a sub-site where it has a parent."""
_DEFAULTS = {f.name: f.default for f in dataclasses.fields(Organization)}


def known_of(organization: Organization) -> dict[str, AnswerValue]:
    """Return what the site's record answers of an application's questions."""
    return {**answers_of(organization), SUB_SITE: organization.parent_id is not None}


def first_answers(ground: SiteGround, questions: QuestionSet) -> dict[str, AnswerValue]:
    """Return the answers to begin with: those of the agreement in force under today's record.

    What is asked twice (a PIN) is typed again.
    """
    approved = ground.agreement.answers if ground.agreement else {}
    carried = {name: value for name, value in approved.items() if name not in ASKED}
    twice = {q.id for q in questions.questions if q.check.startswith("again:")}
    whole = {**carried, **known_of(ground.organization)}
    return {name: value for name, value in whole.items() if name not in twice}


def compact(answers: Answers) -> dict[str, AnswerValue]:
    """Return the answers without the empty ones: a question not answered is absent."""
    return {name: value for name, value in answers.items() if value not in ("", ())}


def refuse_misfits(answers: Answers, questions: QuestionSet) -> None:
    """Raise InputError `answer.kind` beside an answer of another kind than its question's."""
    kinds: Mapping[QuestionKind, type] = {
        QuestionKind.YES_NO: bool,
        QuestionKind.WORDS: tuple,
    }
    for question in questions.questions:
        if question.id in answers:
            wanted = kinds.get(question.kind, str)
            if not isinstance(answers[question.id], wanted):
                raise InputError("answer.kind", question.id)


def tidied(answers: Answers, questions: QuestionSet) -> dict[str, AnswerValue]:
    """Return the answers as a paper shows them; a text that cannot be tidied stays as typed."""
    limits = {question.id: question.limit for question in questions.questions}
    tidy: dict[str, AnswerValue] = {}
    for name, value in answers.items():
        try:
            tidy[name] = _clean(value, name, limits.get(name, MAX_TEXT))
        except InputError:
            tidy[name] = value
    return compact(tidy)


def shape_findings(answers: Answers, asked: Iterable[Question]) -> tuple[Finding, ...]:
    """Return what no paper can print, what is too long and what is no day, beside its question."""
    found = []
    for question in asked:
        value = answers.get(question.id)
        try:
            tidy = "" if value is None else _clean(value, question.id, question.limit)
        except InputError as error:
            facts = {n: v for n, v in error.facts.items() if isinstance(v, (str, int))}
            found.append(Finding(code=error.code, field=question.id, facts=facts))
            continue
        if question.kind is QuestionKind.DAY and tidy and not _is_day(tidy):
            found.append(Finding(code="date.unreadable", field=question.id))
            continue
        letters = [letter for text in _texts(tidy) for letter in lacking(text)]
        if letters:
            facts = {"character": f"U+{ord(letters[0]):04X}"}
            found.append(Finding(code="text.not_on_sheet", field=question.id, facts=facts))
    return tuple(found)


def password_findings(answers: Answers, asked: Iterable[Question]) -> tuple[Finding, ...]:
    """Return which typed texts look like a password (DT-16.8); a number's own check knows it."""
    free = [q.id for q in asked if q.kind is QuestionKind.TEXT and q.check in _FREE]
    return assess_texts({name: str(answers[name]) for name in free if name in answers})


def number_findings(
    people: Iterable[NamedPerson], asked: Iterable[Question]
) -> tuple[Finding, ...]:
    """Warn of prescribers without a licence and without an NPI: their doses name neither."""
    named = [one for one in people if SiteRole.PRESCRIBER in one.roles]
    count = sum(not (one.licence_no or one.npi) for one in named)
    if not count or not any(question.id == "prescribers" for question in asked):
        return ()
    facts = {"count": count}
    code, warning = "question.no_number", Severity.WARNING
    return (Finding(code=code, field="prescribers", severity=warning, facts=facts),)


def frozen_answers(
    answers: Answers, questions: QuestionSet, law: LawSettings
) -> dict[str, AnswerValue]:
    """Return what an approval covers: nothing that a closed question was answered before."""
    closed = _closed(answers, questions, law)
    return {name: value for name, value in answers.items() if name not in closed}


def written_back(
    organization: Organization,
    answers: Answers,
    questions: QuestionSet,
    law: LawSettings,
    newer: Collection[str] = (),
) -> Organization:
    """Return the site's record with what was approved.

    A question that another answer has closed empties its field; one that the clinic does not ask
    leaves it alone, and so do the fields of `newer`, typed into the record since.
    """
    closed = _closed(answers, questions, law)
    asked = {question.id for question in questions.questions if question.asked}
    changes: dict[str, Any] = {
        name: _DEFAULTS[name] if name in closed else answers.get(name, _DEFAULTS[name])
        for name in ASKED
        if name in asked and name not in newer
    }
    return dataclasses.replace(organization, **changes)


def _closed(answers: Answers, questions: QuestionSet, law: LawSettings) -> frozenset[str]:
    """Return the questions that are asked in principle and not under these answers."""
    opened = {question.id for question in open_questions(questions, answers, law)}
    return frozenset(q.id for q in questions.questions if q.asked and q.id not in opened)


def _clean(value: AnswerValue, name: str, limit: int) -> AnswerValue:
    if isinstance(value, str):
        return clean(value, name, limit)
    return tuple(clean(part, name, limit) for part in value) if isinstance(value, tuple) else value


def _is_day(value: AnswerValue) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _texts(value: AnswerValue) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()
