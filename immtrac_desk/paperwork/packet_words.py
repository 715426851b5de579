"""Answers and people of an application as the packet prints them."""

from collections.abc import Iterable, Mapping
from datetime import date

from forms.agreement_packet.packet import Person
from forms.answers import Answer, Word
from immtrac_desk.domain.organization import Answers, AnswerValue
from immtrac_desk.domain.question import Question, QuestionKind
from immtrac_desk.domain.site_person import NamedPerson
from immtrac_desk.domain.values import plain_letters

_WORDED = frozenset({QuestionKind.CHOICE, QuestionKind.WORDS, QuestionKind.YES_NO})


def printed_day(day: date | None) -> str:
    """Return a day as the sheets print it, `""` where there is none."""
    return day.strftime("%m/%d/%Y") if day else ""


def printed_answer(
    question: Question, value: AnswerValue | None, site_names: Mapping[str, str]
) -> Answer:
    """Return an answer as the packet takes it; `""` where nothing was answered."""
    if isinstance(value, bool):
        return Word("yes" if value else "no")
    if not value:
        return ""
    if isinstance(value, tuple):
        return tuple(Word(one) for one in value)
    if question.kind is QuestionKind.DAY:
        return _day(value)
    if question.kind is QuestionKind.SITE:
        return site_names.get(value, value)
    return Word(value) if question.kind in _WORDED else value


def implied(answers: Answers) -> dict[str, AnswerValue]:
    """Return the answers with the one that follows from another: a parent makes a sub-site."""
    return {"sub_site": bool(answers.get("parent_id")), **answers}


def alike(one: Answer, other: Answer) -> bool:
    """Return whether two answers say the same, whatever their order and the spaces around them."""
    return _bare(one) == _bare(other)


def written(person: NamedPerson) -> str:
    """Return `First M Last`, as somebody signs."""
    parts = (person.first_name, person.middle_initial, person.last_name)
    return " ".join(part for part in parts if part)


def by_name(people: Iterable[NamedPerson]) -> list[NamedPerson]:
    """Return people as a list is read: by last name, then first."""
    return sorted(people, key=lambda one: (plain_letters(one.shown), one.person_id))


def holders(people: Iterable[NamedPerson], roles: Iterable[str]) -> list[NamedPerson]:
    """Return who holds one of `roles`, by name."""
    wanted = set(roles)
    return by_name(one for one in people if wanted & {role.value for role in one.roles})


def names(people: Iterable[NamedPerson]) -> str:
    """Return the names of people as one text."""
    return "; ".join(written(one) for one in people)


def printed_person(person: NamedPerson) -> Person:
    """Return somebody as the packet lists them."""
    extension = f" x{person.extension}" if person.extension else ""
    return Person(
        name=written(person),
        roles=tuple(role.value for role in person.roles),
        title=person.title,
        email=person.email,
        phone=f"{person.phone}{extension}",
        user_name=person.registry_user,
        licence_no=person.licence_no,
        npi=person.npi,
        trained_on=printed_day(person.supervisor_trained_on),
    )


def _bare(answer: Answer) -> Answer | frozenset[Word | str]:
    if isinstance(answer, tuple):
        return frozenset(answer) or ""
    return answer.strip() if isinstance(answer, str) else answer


def _day(value: str) -> str:
    try:
        return printed_day(date.fromisoformat(value))
    except ValueError:
        return value
