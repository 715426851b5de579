"""As what somebody may say they sign: the list offered, and the word that prints as relation."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.words import Who
from ui.presenters.client_fields import full_name, same_name
from ui.presenters.telling import voice_of


@dataclass(frozen=True, slots=True)
class Capacity:
    """One line of the list 'signs as'; its sentence is `signs_as.<id>`."""

    id: str
    who: Who


def _plain(*people: Who) -> tuple[Capacity, ...]:
    return tuple(Capacity(who.value, who) for who in people)


MINOR = (
    Capacity("mother", Who.PARENT),
    Capacity("father", Who.PARENT),
    Capacity("parent", Who.PARENT),
    *_plain(
        Who.GUARDIAN,
        Who.MANAGING_CONSERVATOR,
        Who.DFPS_WORKER,
        Who.MINOR_PARENT,
        Who.DISAGREEING_PARENT,
        Who.FOSTER_PARENT,
        Who.MEDICAL_CONSENTER,
        Who.DELEGATE,
        Who.GRANDPARENT,
        Who.STEPPARENT,
        Who.AUNT_UNCLE,
        Who.ADULT_SIBLING,
        Who.POSSESSORY_CONSERVATOR,
        Who.PARENT_TERMINATED,
        Who.SCHOOL,
        Who.SELF,
        Who.EMANCIPATED,
        Who.OTHER,
    ),
)
ADULT = (
    *_plain(Who.SELF, Who.GUARDIAN, Who.AGENT, Who.PARENT, Who.SPOUSE, Who.ADULT_CHILD, Who.OTHER),
)


def capacities(minor: bool) -> tuple[Capacity, ...]:
    """Everyone who may stand at the counter; who may sign is asked of the law, never hidden."""
    return MINOR if minor else ADULT


def capacity_of(who: Who | None, relation: str, minor: bool) -> str:
    """The list's line for a draft: by its relation's words in either language, else by who."""
    if who is None:
        return ""
    fitting = [line for line in capacities(minor) if line.who is who]
    for line in fitting:
        if relation in (relation_of(line.id, language) for language in ("en", "es")):
            return line.id
    return fitting[-1].id if fitting else ""


def relation_of(capacity: str, language: str) -> str:
    """The word printed as relation, in the sheet's language; `""` for the client in person."""
    if capacity in ("", Who.SELF.value):
        return ""
    return voice_of(language).say(f"relation.{capacity}")


@dataclass(frozen=True, slots=True)
class KnownSigner:
    """Somebody on file who may be the one at the counter: one press fills name and relation."""

    name: str
    capacity: str


def known_signers(
    client: Client, responsible: tuple[ResponsiblePerson, ...], minor: bool
) -> tuple[KnownSigner, ...]:
    """The adult in person, or the responsible persons on file, the primary one first."""
    if not minor:
        return (KnownSigner(full_name(client.name), Who.SELF.value),)
    present = sorted((p for p in responsible if p.until is None), key=lambda p: not p.primary)
    return tuple(KnownSigner(full_name(p.name), _capacity_for(p.relation)) for p in present)


def on_file(name: str, responsible: tuple[ResponsiblePerson, ...]) -> bool:
    """True if `name` is one of the responsible persons recorded (E25), or nothing is recorded."""
    if not name or not responsible:
        return True
    return any(same_name(name, full_name(p.name)) for p in responsible)


_BY_WORD = {
    "mother": "mother",
    "madre": "mother",
    "father": "father",
    "padre": "father",
    "parent": "parent",
    "guardian": "guardian",
    "legal guardian": "guardian",
    "tutor": "guardian",
    "tutora": "guardian",
    "grandparent": "grandparent",
    "grandmother": "grandparent",
    "grandfather": "grandparent",
    "abuela": "grandparent",
    "abuelo": "grandparent",
    "foster parent": "foster-parent",
}


def _capacity_for(relation: str) -> str:
    word = relation.strip().lower()
    known = {line.id for line in MINOR}
    return _BY_WORD.get(word, word if word in known else "")


def is_minor(desk: Desk, client: Client) -> bool:
    """Whether the law asks DT-2 or DT-3 who may sign for this client on the desk's day."""
    if client.born_on == date.min:
        return False
    return desk.consents.may_sign(client, Who.OTHER).row.startswith("DT-2.")
