"""The entry card: every answer in the portal's order, each to be copied and typed there."""

from collections.abc import Iterator

from immtrac_desk.desk.agreement_pictures import CardLine
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.question import STEPS, Question, QuestionKind
from immtrac_desk.domain.site_person import SUPERVISORS, NamedPerson
from immtrac_desk.law.questions import open_questions, words_of
from immtrac_desk.services.application_file import ApplicationFile
from immtrac_desk.services.occasion import Occasion

PERSON_FIELDS = (
    "first_name",
    "middle_initial",
    "last_name",
    "email",
    "phone",
    "extension",
    "title",
    "licence_no",
    "npi",
    "registry_user",
)
"""What the portal asks of a person, in its order; what is not known has no line."""


def entry_card(
    file: ApplicationFile, sites: dict[str, Organization], occasion: Occasion
) -> tuple[CardLine, ...]:
    """Return the lines in A1 to A8 order; `sites` are the clinic's, by id.

    A word stays a word (`yes`, `medical`): the screen says it, and copies what it says.
    """
    asked = open_questions(file.questions, file.answers, file.asking(occasion.law))
    ordered = sorted(asked, key=lambda question: STEPS.index(question.step))
    return tuple(line for question in ordered for line in _lines(question, file, sites))


def _lines(
    question: Question, file: ApplicationFile, sites: dict[str, Organization]
) -> Iterator[CardLine]:
    if question.kind is QuestionKind.PEOPLE:
        for person in file.application.people:
            if {role.value for role in person.roles} & set(question.roles):
                yield from _person_lines(question, person)
        return
    values = words_of(file.answers.get(question.id))
    if question.id == "registration_type":
        values = (file.application.kind.value,)
    elif question.kind is QuestionKind.SITE:
        values = tuple(sites[value].name if value in sites else value for value in values)
    if values:
        yield CardLine(step=question.step, question=question, values=values)


def _person_lines(question: Question, person: NamedPerson) -> Iterator[CardLine]:
    for name, values in _of_person(question, person):
        if any(values):
            yield CardLine(
                step=question.step, question=question, values=values, person=person, field=name
            )


def _of_person(question: Question, person: NamedPerson) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in PERSON_FIELDS:
        yield name, (str(getattr(person, name)),)
    supervises = bool(SUPERVISORS & set(person.roles))
    if question.id == "users":
        yield "roles", tuple(one.value for one in person.roles if one.value in question.roles)
        yield "supervisor", ("yes" if supervises else "no",)
    if supervises and person.supervisor_trained_on is not None:
        # as the portal's date fields take it
        yield "supervisor_trained_on", (person.supervisor_trained_on.strftime("%m/%d/%Y"),)
