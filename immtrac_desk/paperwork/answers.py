"""Records to flat answers: what the print shop sets into the boxes of a sheet."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date

from forms.answers import Answer as Printed
from forms.answers import Answers, Word
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.values import Answer, Explicit
from immtrac_desk.domain.words import FormKind, Responder
from immtrac_desk.paperwork.capacity import capacity_word
from immtrac_desk.paperwork.glyphs import lacking
from immtrac_desk.settings import SettingValue

BY_HAND = frozenset({"choice", "scope", "witness.name", "interpreter.name", "received_by"})
"""What may be left blank on a print and be written on it in ink."""

CONTACTS = ("mail", "courier", "phone", "fax", "email")
_RESPONDER = {
    Responder.RESPONDER: "self",
    Responder.ADULT_FAMILY: "family",
    Responder.MINOR_FAMILY: "family",
    Responder.NONE: "none",
}
_GENDERS = frozenset({"female", "male"})
_ETHNICITIES = frozenset({"hispanic", "not_hispanic"})
_RACES = frozenset({"american_indian", "asian", "black", "pacific_islander", "white", "other"})


def letterhead(settings: Mapping[str, SettingValue]) -> dict[str, Printed]:
    """Return the clinic's name, and DSHS's contact lines once somebody has checked them (OQ-31)."""
    found = {"clinic.name": str(settings["clinic.name"])}
    if settings["contacts.checked_on"]:
        found |= {f"contact.{part}": str(settings[f"contacts.{part}"]) for part in CONTACTS}
        checked_on = date.fromisoformat(str(settings["contacts.checked_on"]))
        found["contact.checked_on"] = checked_on.strftime("%m/%d/%Y")
    return _filled({key: _drawable(text) for key, text in found.items()})


def answers_of(draft: ConsentDraft, minor: bool) -> dict[str, Printed]:
    """Return the answers of a draft, without the letterhead; what was not answered is left out.

    `minor` is whether the client is under 18 on the day of the sheet: it names the capacity.
    """
    return _filled({**dict(_client(draft.client)), **dict(_signing(draft, minor))})


def plain(answers: Answers) -> dict[str, object]:
    """Return the answers as JSON values; a word of the sheet stays apart from a typed text."""
    return {key: _plain(answers[key]) for key in sorted(answers)}


def restored(kept: Mapping[str, object]) -> dict[str, Printed]:
    """Return the answers that `plain` wrote down."""
    return {key: _restored(value) for key, value in kept.items()}


def digest_of(answers: Answers) -> str:
    """Return the SHA-256 over the answers: two drafts that print alike have the same."""
    text = json.dumps(plain(answers), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _client(client: Client) -> Iterator[tuple[str, Printed]]:
    yield "client.last_name", _printed(client.name.last)
    yield "client.first_name", _printed(client.name.first)
    yield "client.middle_name", _printed(client.name.middle)
    yield (
        "client.birth_date",
        client.born_on.strftime("%m/%d/%Y") if client.born_on.year > 1 else "",
    )
    yield "client.gender", _chosen(client.gender, _GENDERS)
    for part in ("street", "unit", "city", "state", "county"):
        yield f"client.{part}", _printed(getattr(client.address, part))
    yield "client.zip", _printed(client.address.zip_code)
    yield "client.phone", _printed(client.phone)
    yield "client.email", _printed(client.email)
    yield "mother.first_name", _printed(client.mother_first_name)
    yield "mother.maiden_name", _printed(client.mother_maiden_name)
    yield "race", _races(client.race)
    yield "ethnicity", _chosen(client.ethnicity, _ETHNICITIES)


def _signing(draft: ConsentDraft, minor: bool) -> Iterator[tuple[str, Printed]]:
    yield "choice", Word(draft.choice.value) if draft.choice else ""
    yield "scope", Word(draft.scope.value) if draft.scope else ""
    yield "signer.name", draft.signer_name
    yield "signer.capacity", Word(capacity_word(draft.who, minor)) if draft.who else ""
    yield "signer.relation", draft.relation
    if draft.form is FormKind.ADULT:
        yield "responder", Word(_RESPONDER[draft.responder])
    if draft.form is FormKind.RELEASE:
        for part in ("requester", "relation", "address", "fax"):
            yield f"release.{part}", getattr(draft.release_to, part)
    yield "witness.name", draft.witness_name
    yield "interpreter.name", draft.interpreter_name
    yield "received_by", draft.received_by


def _drawable(text: str) -> str:
    """A setting's odd letter is left out: it must never keep a sheet from being printed."""
    return "".join(char for char in text if not lacking(char))


def _printed(answer: Answer) -> Printed:
    return Word(answer.value) if isinstance(answer, Explicit) else answer


def _chosen(answer: Answer, known: frozenset[str]) -> Printed:
    """A choice of the clinic's own list that the sheet has no word for is printed as typed."""
    if isinstance(answer, Explicit):
        return Word(answer.value)
    return Word(answer) if answer in known else answer


def _races(race: tuple[str, ...] | Explicit) -> tuple[Word | str, ...]:
    """A race of the clinic's own list ticks "other" and is printed beside it as typed."""
    if isinstance(race, Explicit):
        return (Word(race.value),)
    keys = (one if one in _RACES else "other" for one in race)
    ticked = tuple(Word(key) for key in dict.fromkeys(keys))
    return (*ticked, *(one for one in race if one not in _RACES))


def _filled(answers: Mapping[str, Printed]) -> dict[str, Printed]:
    return {key: value for key, value in answers.items() if value}


def _plain(value: Printed) -> object:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return {"word": value.key} if isinstance(value, Word) else value


def _restored(value: object) -> Printed:
    if isinstance(value, list | tuple):
        return tuple(_part(one) for one in value)
    return _part(value)


def _part(value: object) -> Word | str:
    return Word(str(value["word"])) if isinstance(value, Mapping) else str(value)
