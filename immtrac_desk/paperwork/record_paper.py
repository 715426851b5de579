"""A client's whole record on paper: records to flat texts, in either language, and drawn."""

from functools import cache

from forms.record_entries import RecordPerson, RecordResponsible, RecordSummary
from immtrac_desk.domain.client import Client, PersonName, ResponsiblePerson
from immtrac_desk.domain.client_record import ClientRecord
from immtrac_desk.domain.values import Answer, Explicit, said
from immtrac_desk.domain.words import DisasterRetention, Responder
from immtrac_desk.paperwork.record_answers import answer_lines
from immtrac_desk.paperwork.record_lines import (
    RecordWords,
    act_lines,
    consent_lines,
    document_lines,
    dose_lines,
    printed_day,
    reading_lines,
)
from immtrac_desk.paperwork.record_tasks import task_lines
from immtrac_desk.paperwork.relations import relation_said
from immtrac_desk.sayings import Sayings


def draw_record(record: ClientRecord, language: str) -> bytes:
    """Return the summary as a PDF; the same record gives the same bytes."""
    from forms.record_summary import record_summary_pdf

    return record_summary_pdf(summary_of(record, language))


def summary_of(record: ClientRecord, language: str) -> RecordSummary:
    """Return the record as the print shop takes it: every text in words, every day as printed."""
    words = RecordWords(_sayings(language), record.names)
    return RecordSummary(
        language=language,
        organization=record.clinic,
        person=_person(record, words),
        responsible=tuple(_responsible(one, words) for one in record.responsible),
        consents=consent_lines(record, words),
        acts=act_lines(record, words),
        doses=dose_lines(record, words, language),
        readings=(*reading_lines(record, words), *answer_lines(record, words, language)),
        documents=document_lines(record, words),
        tasks=task_lines(record, words),
        printed=words.say("printed", day=printed_day(record.made_on), who=record.made_by),
        stamps=("practice",) if record.practice else (),
    )


@cache
def _sayings(language: str) -> Sayings:
    return Sayings.load(language)


def _person(record: ClientRecord, words: RecordWords) -> RecordPerson:
    client = record.client
    mother = (client.mother_first_name, client.mother_maiden_name)
    return RecordPerson(
        name=_name(client.name),
        birth_date=printed_day(client.born_on),
        gender=_answer(client.gender, words, "gender"),
        former_names=tuple(_name(name) for name in client.former_names),
        address=_address(client, words),
        phone=_answer(client.phone, words),
        email=_answer(client.email, words),
        mother=" ".join(text for part in mother if (text := _answer(part, words))),
        race=_races(client, words),
        ethnicity=_answer(client.ethnicity, words, "ethnicity"),
        language=words.word("language", client.language),
        chart_no=client.chart_no,
        immtrac2_id=client.immtrac2_id,
        site=record.names.sites.get(client.site_id, "") if client.site_id else "",
        status=_status(record, words),
        notes=_notes(record, words),
    )


def _status(record: ClientRecord, words: RecordWords) -> str:
    since, until = printed_day(record.since), printed_day(record.until)
    return words.say(f"status.{record.status.value}", since=since or "—", until=until or "—")


def _notes(record: ClientRecord, words: RecordWords) -> tuple[str, ...]:
    client = record.client
    found = [
        words.say(f"fr.{record.fr.value}") if record.fr is not Responder.NONE else "",
        words.say(f"dir.{record.dir.value}") if record.dir is not DisasterRetention.NONE else "",
        words.say("opt_out") if client.contact_opt_out else "",
        words.say("guardianship") if client.guardianship_recorded else "",
        *(
            words.say("merged", name=_name(one.name), born=printed_day(one.born_on))
            for one in record.merged
        ),
    ]
    return tuple(note for note in found if note)


def _responsible(person: ResponsiblePerson, words: RecordWords) -> RecordResponsible:
    contact = (_answer(person.phone, words), _answer(person.email, words))
    notes = (
        words.say("primary") if person.primary else "",
        words.say("until", day=printed_day(person.until)) if person.until else "",
    )
    return RecordResponsible(
        name=_name(person.name),
        relation=relation_said(person.relation, words.sayings.language),
        contact=" · ".join(part for part in contact if part),
        note=", ".join(note for note in notes if note),
    )


def _answer(answer: Answer, words: RecordWords, section: str = "") -> str:
    """A typed text, a code in words, or the explicit non-answer as it was given."""
    if isinstance(answer, Explicit):
        return words.word("answered", answer.value)
    return words.word(section, answer) if section else answer


def _races(client: Client, words: RecordWords) -> str:
    if isinstance(client.race, Explicit):
        return words.word("answered", client.race.value)
    return ", ".join(words.word("race", one) for one in client.race)


def _address(client: Client, words: RecordWords) -> tuple[str, ...]:
    home = client.address
    street = " ".join(part for part in (said(home.street), said(home.unit)) if part)
    place = " ".join(part for part in (said(home.state), said(home.zip_code)) if part)
    town = ", ".join(part for part in (said(home.city), place) if part)
    lines = (street or _answer(home.street, words), town, said(home.county))
    return tuple(line for line in lines if line)


def _name(name: PersonName) -> str:
    return name.shown
