"""Letters: a client of a run to one flat letter, and the run to one PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from forms.letters.letter import LANGUAGES, GoOn, Letter, Rendered, Sender, To
from immtrac_desk.domain.client import Client, PersonName, ResponsiblePerson
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.values import Answer, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic:
    """Who writes where no site is known: the name in the settings."""

    name: str
    practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What one letter is about; see `forms.letters.letter.Letter` for what each day means."""

    kind: str
    to: To
    client: Client
    responsible: ResponsiblePerson | None
    site: Organization | None
    dated: date
    day: date | None = None
    kept_until: date | None = None
    age: int = 0
    consented: bool = False
    adult_form_first: bool = False
    event: DisasterEvent | None = None


def letter_of(facts: LetterFacts, clinic: Clinic) -> Letter:
    """Return the letter as it is drawn, in the client's language."""
    client, event = facts.client, facts.event
    return Letter(
        kind=facts.kind,
        language=client.language if client.language in LANGUAGES else "en",
        to=facts.to,
        client_name=written(client.name),
        client_first_name=said(client.name.first),
        parent_name=written(facts.responsible.name) if facts.responsible else "",
        address=home_lines(client),
        sender=sender_of(facts.site, clinic),
        dated=facts.dated,
        day=facts.day,
        kept_until=facts.kept_until,
        age=facts.age,
        consented=facts.consented,
        adult_form_first=facts.adult_form_first,
        event=event.name if event else "",
        day_confirmed=event.confirmed if event else True,
        practice=clinic.practice,
    )


def draw_run(letters: Sequence[Letter], envelopes: bool, go_on: GoOn) -> Rendered | None:
    """Return the run as one PDF: letters, then envelopes in the same order. None if cancelled."""
    from forms.letters.run import render_run

    return render_run(letters, envelopes=envelopes, go_on=go_on)


def written(name: PersonName) -> str:
    """Return `First Middle Last`, as an envelope has it."""
    parts = (said(name.first), said(name.middle), said(name.last))
    return " ".join(part for part in parts if part)


def home_lines(client: Client) -> tuple[str, ...]:
    """Return the client's address as the lines of an envelope."""
    home = client.address
    return _lines(home.street, home.unit, home.city, home.state, home.zip_code)


def sender_of(site: Organization | None, clinic: Clinic) -> Sender:
    """Return who writes: the client's site, else the clinic by its name alone."""
    if site is None:
        return Sender(name=clinic.name)
    return Sender(
        name=site.name or clinic.name,
        address=_lines(site.street, site.unit, site.city, site.state, site.zip_code),
        phone=site.phone,
    )


def _lines(
    street: Answer, unit: Answer, city: Answer, state: Answer, zip_code: Answer
) -> tuple[str, ...]:
    first = " ".join(part for part in (said(street), said(unit)) if part)
    end = " ".join(part for part in (said(state), said(zip_code)) if part)
    last = ", ".join(part for part in (said(city), end) if part)
    return tuple(line for line in (first, last) if line)
