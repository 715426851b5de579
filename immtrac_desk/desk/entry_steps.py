"""The entry card's seven screens as lines to copy (handbook, reporting 7), from flat records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from immtrac_desk.desk.entry_pictures import COPY, TELL, EntryLine, EntryStep
from immtrac_desk.desk.pictures import LookAlike
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.values import Answer, Explicit, said
from immtrac_desk.domain.words import DisasterRetention, Responder
from immtrac_desk.law.registry_words import registry_word
from immtrac_desk.law.smart_search import state_of

DOSES_A_PAGE = 6
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseWords:
    """One dose as the registry's row asks for it, every value as it is typed or chosen there."""

    key: str
    given_on: date
    group: str = ""
    vaccine: str = ""
    trade_name: str = ""
    lot: str = ""
    eligibility: str = ""
    prescriber: str = ""
    manufacturer: str = ""
    body_site: str = ""
    route: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """Everything the seven screens say. `code` and `consent_on` are those of DT-20."""

    client: Client
    document: Document | None
    code: str
    code_row: str
    consent_on: date | None
    look_alikes: tuple[LookAlike, ...]
    doses: tuple[DoseWords, ...]
    fr: Responder
    dir: DisasterRetention


def steps_of(facts: CardFacts) -> tuple[EntryStep, ...]:
    """Return the screens in their order; the doses' screen once for every six of them."""
    person = facts.client
    screens = (
        _step(1, "search", _search(person)),
        _step(2, "add", _add(facts)),
        _step(3, "details", _details(person)),
        _step(4, "affirm", _affirm(facts)),
        _step(5, "look_alikes", _look_alikes(facts)),
        *_doses(facts.doses),
        _step(7, "attributes", _attributes(facts)),
    )
    return tuple(step for step in screens if step.lines)


def in_pages(doses: Sequence[T]) -> tuple[tuple[T, ...], ...]:
    """Return doses as the registry takes them, six rows to a screen."""
    starts = range(0, len(doses), DOSES_A_PAGE)
    return tuple(tuple(doses[at : at + DOSES_A_PAGE]) for at in starts)


def day_there(day: date) -> str:
    """Return a day as the registry's screens take it, MM/DD/YYYY."""
    return f"{day.month:02}/{day.day:02}/{day.year:04}"


def _search(client: Client) -> Iterator[tuple[str, str, str, str]]:
    """Smart Search's own fields, the asked ones first; the number alone is another way (DT-21)."""
    if client.immtrac2_id:
        yield "immtrac2_id", client.immtrac2_id, COPY, "DT-21.2"
    home = client.address
    asked: Mapping[str, Answer] = {
        "first_name": client.name.first,
        "last_name": client.name.last,
        "born_on": day_there(client.born_on),
        "gender": registry_word("gender", client.gender),
        "street": home.street,
    }
    more: Mapping[str, Answer] = {
        "middle_name": client.name.middle,
        "mother_first_name": client.mother_first_name,
        "mother_maiden_name": client.mother_maiden_name,
        "phone": client.phone,
        "unit": home.unit,
        "zip_code": home.zip_code,
        "city": home.city,
    }
    yield from ((field, said(value), COPY, "DT-21.3") for field, value in asked.items())
    yield from ((field, said(value), COPY, "") for field, value in more.items())
    yield "state", state_of(client), COPY, "DT-21.5"
    yield _button("find")


def _add(facts: CardFacts) -> Iterator[tuple[str, str, str, str]]:
    yield _button("add_client")
    if facts.document is not None:
        yield "form", registry_word("form", facts.document.form.value), TELL, ""
        yield "signed_on", day_there(facts.document.signed_on), COPY, ""
    yield _button("submit")


def _details(client: Client) -> Iterator[tuple[str, str, str, str]]:
    for number, race in enumerate(_races(client), 1):
        yield f"race.{number}", race, TELL, ""
    yield "ethnicity", registry_word("ethnicity", client.ethnicity), TELL, ""
    home = client.address
    yield from (
        (field, said(value), COPY, "")
        for field, value in (
            ("zip_code", home.zip_code),
            ("city", home.city),
            ("county", home.county),
        )
    )
    yield _button("continue_add")


def _races(client: Client) -> tuple[str, ...]:
    if isinstance(client.race, Explicit):
        return (registry_word("race", client.race),)
    return tuple(registry_word("race", race) for race in client.race)


def _affirm(facts: CardFacts) -> Iterator[tuple[str, str, str, str]]:
    if facts.document is None:
        return
    yield "consent_code", facts.code, COPY, facts.code_row
    if facts.consent_on is not None:
        yield "consent_date", day_there(facts.consent_on), COPY, "DT-20"
    yield "signer", facts.document.signer_name, COPY, ""
    yield "relation", facts.document.relation, COPY, ""
    yield _button("continue")
    yield _button("affirm")


def _look_alikes(facts: CardFacts) -> Iterator[tuple[str, str, str, str]]:
    for number, one in enumerate(facts.look_alikes, 1):
        told = f"{one.match.name.shown}, {day_there(one.match.born_on)}"
        yield f"look_alike.{number}", told, TELL, "DT-22"
    yield _button("create_new")
    yield _button("go_to")


def _doses(doses: tuple[DoseWords, ...]) -> Iterator[EntryStep]:
    for number, page in enumerate(in_pages(doses), 1):
        lines = [_line(6, field, value, kind) for field, value, kind in _page(page)]
        told = tuple(line for line in lines if line.value)
        yield EntryStep(no=6, id="doses", page=number, lines=told)


def _page(page: Iterable[DoseWords]) -> Iterator[tuple[str, str, str]]:
    yield "button.new_imms", registry_word("button", "new_imms"), TELL
    for dose in page:
        yield f"given_on.{dose.key}", day_there(dose.given_on), COPY
        for field in (
            *("group", "vaccine", "trade_name", "lot", "eligibility", "prescriber"),
            *("manufacturer", "body_site", "route"),
        ):
            yield f"{field}.{dose.key}", getattr(dose, field), COPY
    yield "button.save", registry_word("button", "save"), TELL


def _attributes(facts: CardFacts) -> Iterator[tuple[str, str, str, str]]:
    """Only where there is something to set: N is what the registry presets."""
    wanted = (("fr", facts.fr.value), ("dir", facts.dir.value))
    set_there = [(field, value) for field, value in wanted if value != "N"]
    if not set_there:
        return
    yield _button("edit_consent")
    yield from ((field, value, COPY, "DT-5") for field, value in set_there)


def _button(which: str) -> tuple[str, str, str, str]:
    return f"button.{which}", registry_word("button", which), TELL, ""


def _step(no: int, step_id: str, told: Iterable[tuple[str, str, str, str]]) -> EntryStep:
    lines = (_line(no, field, value, kind, row) for field, value, kind, row in told)
    return EntryStep(no=no, id=step_id, lines=tuple(line for line in lines if line.value))


def _line(no: int, field: str, value: str, kind: str, row: str = "") -> EntryLine:
    name = field.partition(".")[0]
    label = field if name == "button" else name
    return EntryLine(key=f"{no}.{field}", field=label, value=value, kind=kind, row=row)
