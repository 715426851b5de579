"""Who an application names, by role, and what is said of those who changed since it was signed."""

from typing import TYPE_CHECKING

from immtrac_desk.domain.question import Question
from immtrac_desk.domain.site_person import SUPERVISORS, NamedPerson
from immtrac_desk.domain.values import plain_letters
from ui.presenters.agreement_words import trigger_words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk.agreement_pictures import ApplicationPicture

_ALONE = 1


def named(picture: "ApplicationPicture", question: Question) -> tuple[NamedPerson, ...]:
    """The people of a question, in the order of their names."""
    return _asked(picture.application.people, question)


def _asked(people: tuple[NamedPerson, ...], question: Question) -> tuple[NamedPerson, ...]:
    roles = set(question.roles)
    found = [p for p in people if roles & {role.value for role in p.roles}]
    return tuple(sorted(found, key=lambda person: plain_letters(person.shown)))


def people_before_and_now(
    picture: "ApplicationPicture", question: Question, tr: Wording
) -> tuple[str, str]:
    """Who a question named in the last agreement and who it names now.

    Names alone where somebody came or left; else whoever's own facts changed, with those facts.
    """
    before, now = (_asked(p, question) for p in (picture.was_people, picture.application.people))
    if [p.person_id for p in before] != [p.person_id for p in now]:
        was, is_now = ("; ".join(p.shown for p in people) for people in (before, now))
        return was, is_now
    said = [_two_of(b, n, question, tr) for b, n in zip(before, now, strict=True)]
    other = [pair for pair in said if pair[0] != pair[1]]
    return "; ".join(was for was, _ in other), "; ".join(is_now for _, is_now in other)


def people_mark(
    picture: "ApplicationPicture", question: Question, tr: Wording
) -> tuple[bool, bool]:
    """Whether who is named differs from the last agreement, and whether somebody was carried over;
    neither without one."""
    if picture.application.base_id is None:
        return False, False
    before, now = people_before_and_now(picture, question, tr)
    return before != now, bool(_asked(picture.was_people, question))


def _two_of(
    before: NamedPerson, now: NamedPerson, question: Question, tr: Wording
) -> tuple[str, str]:
    """The same person then and now: the name, and of the facts only those that differ."""
    was, is_now = _facts_of(before, question, tr), _facts_of(now, question, tr)
    former = (before.shown, *(fact for fact in was if fact not in is_now))
    present = (now.shown, *(fact for fact in is_now if fact not in was))
    return " · ".join(former), " · ".join(present)


def person_words(person: NamedPerson, question: Question, tr: Wording) -> tuple[str, str]:
    """The name, and beneath it what the portal will ask of this person in this role."""
    return person.shown, " · ".join(_facts_of(person, question, tr))


def _facts_of(person: NamedPerson, question: Question, tr: Wording) -> list[str]:
    said = [person.title, person.email, person.phone]
    if person.licence_no:
        said.append(tr.say("application_room.person.licence", number=person.licence_no))
    if person.npi:
        said.append(tr.say("application_room.person.npi", number=person.npi))
    held = [role for role in person.roles if role.value in question.roles]
    if len(question.roles) > _ALONE:
        said = [tr.say(f"site_role.{role.value}") for role in held] + said
    if SUPERVISORS.intersection(held):
        said.append(_trained(person, tr))
    return [part for part in said if part]


def _trained(person: NamedPerson, tr: Wording) -> str:
    if person.supervisor_trained_on is None:
        return tr.say("application_room.person.untrained")
    on = tr.short_date(person.supervisor_trained_on)
    return tr.say("application_room.person.trained", on=on)


def people_changed_words(picture: "ApplicationPicture", tr: Wording) -> tuple[str, ...]:
    """One line for each person or role that is no longer as it was signed, and since when."""
    return tuple(f"{' '.join(trigger_words(one, tr))}." for one in picture.people_changed)
