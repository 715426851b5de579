"""What an application changes: its answers and people beside those of the agreement in force."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from forms.agreement_packet.packet import Change
from forms.answers import Answer, Word
from immtrac_desk.domain.organization import Answers
from immtrac_desk.domain.question import Question, QuestionKind
from immtrac_desk.domain.site_person import USERS, NamedPerson, SiteRole
from immtrac_desk.paperwork.packet_words import (
    alike,
    by_name,
    holders,
    names,
    printed_answer,
    printed_day,
    written,
)

People = Sequence[NamedPerson]
Since = Mapping[str, date]
"""The day of a change, by question or by the id of a person."""

NOT_ANSWERED = frozenset({QuestionKind.TOLD, QuestionKind.PEOPLE})
_SEATS = {
    SiteRole.SIGNER: "signer",
    SiteRole.POINT_OF_CONTACT: "point_of_contact",
    SiteRole.PRIMARY_CONTACT: "primary_contact",
    SiteRole.PHARMACIST_IN_CHARGE: "pharmacist_in_charge",
    SiteRole.MEDICAL_DIRECTOR: "medical_director",
    SiteRole.EXCHANGE_CONTACT: "exchange_contact",
}
"""Roles that one person hands to the next; the question that asks for each."""
_LISTS = (
    ("prescribers", frozenset({SiteRole.PRESCRIBER})),
    ("users", USERS),
)
_DETAILS = ("title", "email", "phone", "licence_no", "npi", "registry_user")
_LABELS = {"registry_user": "user_name"}


def changed_answers(
    questions: Sequence[Question],
    pair: tuple[Answers, Answers],
    since: Since,
    site_names: Mapping[str, str],
) -> Iterator[Change]:
    """Yield the open questions that `pair` (before, now) answers in two ways."""
    before, now = pair
    for question in questions:
        if question.kind in NOT_ANSWERED or question.check.startswith("again:"):
            continue
        was, is_now = (
            printed_answer(question, answers.get(question.id), site_names)
            for answers in (before, now)
        )
        if not alike(was, is_now):
            yield Change(
                what=question.label or Word(f"q.{question.id}"),
                key=question.id,
                before=was,
                after=is_now,
                since=printed_day(since.get(question.id)),
            )


def changed_people(before: People, now: People, since: Since) -> Iterator[Change]:
    """Yield who holds another role than before, and whose own facts are other ones."""
    for role, question in _SEATS.items():
        was, is_now = (names(holders(people, (role.value,))) for people in (before, now))
        if was != is_now:
            day = printed_day(since.get(question) or _came(role, before, now, since))
            yield Change(what=Word(f"q.{question}"), before=was, after=is_now, since=day)
    for question, roles in _LISTS:
        yield from _listed(question, roles, (before, now), since)
    yield from _details(before, now, since)


def _came(role: SiteRole, before: People, now: People, since: Since) -> date | None:
    """Return since when the newcomer holds the role, or else since when the former one does not."""
    was, is_now = (
        [one.person_id for one in holders(people, (role.value,))] for people in (before, now)
    )
    came = [one for one in is_now if one not in was]
    left = [one for one in was if one not in is_now]
    return next((since[one] for one in (*came, *left) if one in since), None)


def _listed(
    question: str, roles: frozenset[SiteRole], pair: tuple[People, People], since: Since
) -> Iterator[Change]:
    """Yield who came onto a list of people, left it, or stands on it with other roles."""
    before, now = ({one.person_id: one for one in people} for people in pair)
    for person_id in dict.fromkeys(one.person_id for people in pair for one in by_name(people)):
        was, is_now = (_roles(people.get(person_id), roles, question) for people in (before, now))
        if was != is_now:
            someone = now.get(person_id) or before[person_id]
            yield Change(
                what=(Word(f"q.{question}"), written(someone)),
                key="role",
                before=was,
                after=is_now,
                since=printed_day(since.get(person_id)),
            )


def _roles(person: NamedPerson | None, among: frozenset[SiteRole], question: str) -> Answer:
    held = [role for role in person.roles if role in among] if person else []
    return tuple(Word(role.value) for role in sorted(held, key=lambda role: role.value))


def _details(before: People, now: People, since: Since) -> Iterator[Change]:
    former = {one.person_id: one for one in before}
    for person in by_name(now):
        was = former.get(person.person_id)
        if was is None:
            continue
        day = printed_day(since.get(person.person_id))
        if written(was) != written(person):
            what = (written(person), Word("person.name"))
            yield Change(what=what, before=written(was), after=written(person), since=day)
        for part in _DETAILS:
            pair = (getattr(was, part), getattr(person, part))
            if pair[0] != pair[1]:
                what = (written(person), Word(f"person.{_LABELS.get(part, part)}"))
                yield Change(what=what, before=pair[0], after=pair[1], since=day)
