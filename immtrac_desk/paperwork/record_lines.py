"""The lines of a client's record on paper: papers, acts, doses, readings and files in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from forms.record_entries import (
    RecordAct,
    RecordConsent,
    RecordDocument,
    RecordDose,
    RecordReading,
)
from immtrac_desk.domain.act import Act, ActKind, FactValue
from immtrac_desk.domain.client_record import (
    ClientRecord,
    DoseOfRecord,
    NamesOfRecord,
    PaperOfRecord,
)
from immtrac_desk.domain.dose import Dose, DoseStepKind
from immtrac_desk.paperwork.relations import relation_said
from immtrac_desk.paperwork.scans import pages_of
from immtrac_desk.sayings import Sayings
from immtrac_desk.vaccines import Vaccine, body_sites, manufacturer, routes, vaccine

_SHOWN_BY_THE_REGISTRY = frozenset({ActKind.SEARCH_NOTED, ActKind.SCHEDULE_READ})
_PDF = "application/pdf"
_TYPED = ("reason", "note", "affirmed_by", "seen", "given", "to", "number")
"""Facts of an act that somebody typed, and a reader of the record may want beside it."""
_CODED = (("what", "file_kind"), ("fr", "fr"))
"""Facts that are codes, each with the words it is said in."""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """The words of one language, and the names behind the ids."""

    sayings: Sayings
    names: NamesOfRecord

    def say(self, code: str, **facts: object) -> str:
        """Return a sentence of `client_record`."""
        return self.sayings.say(f"client_record.{code}", **facts)

    def word(self, section: str, code: str) -> str:
        """Return a code in words; where there are none, the code itself."""
        name = f"client_record.{section}.{code}"
        return self.sayings.say(name) if code and self.sayings.has(name) else code


def printed_day(day: date | None) -> str:
    """Return a day as the clinic's papers write it, MM/DD/YYYY; `""` for none."""
    return day.strftime("%m/%d/%Y") if day else ""


def consent_lines(record: ClientRecord, words: RecordWords) -> tuple[RecordConsent, ...]:
    """Return every signed paper with where it stands, by its signature date."""
    papers = sorted(record.papers, key=lambda one: (one.document.signed_on, one.document.id))
    return tuple(_consent(one, words) for one in papers)


def act_lines(record: ClientRecord, words: RecordWords) -> tuple[RecordAct, ...]:
    """Return every act in the order it was entered, those entered in error with a word for it."""
    return tuple(
        RecordAct(
            on=printed_day(act.on),
            what=words.sayings.say(f"audit.{act.kind.value}"),
            by=record.names.staff.get(act.by, ""),
            note=_act_note(act, act.id in record.undone, words),
        )
        for act in record.acts
        if act.kind not in _SHOWN_BY_THE_REGISTRY
    )


def dose_lines(record: ClientRecord, words: RecordWords, language: str) -> tuple[RecordDose, ...]:
    """Return every dose with where its report stands, by the day it was given."""
    doses = sorted(record.doses, key=lambda one: (one.dose.given_on, one.dose.id))
    return tuple(_dose(one, words, language) for one in doses)


def reading_lines(record: ClientRecord, words: RecordWords) -> tuple[RecordReading, ...]:
    """Return what the registry showed: searches, and what was read off the schedule."""
    return tuple(
        RecordReading(
            on=printed_day(act.on),
            what=words.say("search" if act.kind is ActKind.SEARCH_NOTED else "schedule"),
            said=_seen(act.facts, act.id in record.undone, words),
            by=record.names.staff.get(act.by, ""),
        )
        for act in record.acts
        if act.kind in _SHOWN_BY_THE_REGISTRY
    )


def document_lines(record: ClientRecord, words: RecordWords) -> tuple[RecordDocument, ...]:
    """Return every paper and file that is kept, with its digest."""
    papers = [
        RecordDocument(
            title=_form(paper, words),
            on=printed_day(paper.document.signed_on),
            pages=pages_of(paper.pdf),
            digest=paper.document.digest,
        )
        for paper in record.papers
        if paper.document.digest
    ]
    files = [
        RecordDocument(
            title=words.say("file", what=words.word("file_kind", file.what), kind=file.media_type),
            on=printed_day(file.attached_at.date()),
            pages=pages_of(content) if file.media_type == _PDF else 1,
            digest=file.digest,
        )
        for file, content in record.files
    ]
    return (*papers, *files)


def _consent(paper: PaperOfRecord, words: RecordWords) -> RecordConsent:
    document = paper.document
    why = words.word("why", paper.why)
    holds = words.word("holds", paper.holds)
    language = words.word("language", document.language)
    form = (document.stock_no, document.revision, language)
    relation = relation_said(document.relation, words.sayings.language)
    return RecordConsent(
        what=f"{_form(paper, words)}: {words.word('choice', document.choice.value)}",
        signed_on=printed_day(document.signed_on),
        signer=", ".join(part for part in (document.signer_name, relation) if part),
        state=f"{holds}: {why}" if why else holds,
        in_effect_on=printed_day(paper.in_effect_on),
        ended_on=printed_day(paper.until_on) if paper.holds == "ended" else "",
        form=" · ".join(part for part in form if part),
        record_id=document.id,
    )


def _form(paper: PaperOfRecord, words: RecordWords) -> str:
    return words.word("form", paper.document.stock_no)


def _act_note(act: Act, undone: bool, words: RecordWords) -> str:
    told = [words.say("undone")] if undone else []
    told += [
        words.word(section, str(act.facts[name])) for name, section in _CODED if act.facts.get(name)
    ]
    told += [str(act.facts[name]) for name in _TYPED if act.facts.get(name)]
    return " · ".join(told)


def _dose(told: DoseOfRecord, words: RecordWords, language: str) -> RecordDose:
    dose, known = told.dose, vaccine(told.dose.cvx)
    maker = manufacturer(dose.manufacturer) if dose.manufacturer else None
    prescriber = words.names.people.get(dose.prescriber_id, "") if dose.prescriber_id else ""
    return RecordDose(
        given_on=printed_day(dose.given_on),
        vaccine=known.said(language) if known else dose.trade_name or dose.cvx,
        state=words.word("dose_state", told.state.value),
        code=" · ".join(_named(dose, known)),
        lot=dose.lot,
        manufacturer=maker.name if maker else dose.manufacturer,
        place=" · ".join(part for part in _place(dose, language) if part),
        eligibility=words.word("eligibility", dose.eligibility),
        prescriber=prescriber,
        note=" ".join(_dose_notes(told, words)),
    )


def _named(dose: Dose, known: Vaccine | None) -> Iterator[str]:
    if dose.cvx:
        yield f"CVX {dose.cvx}"
    if dose.trade_name and known:
        yield dose.trade_name


def _place(dose: Dose, language: str) -> tuple[str, str]:
    """Route and body site in words; a code that nobody knows as it is."""
    ways = {one.code: one.said(language) for one in routes()}
    sites = {one.code: one.said(language) for one in body_sites()}
    return ways.get(dose.route, dose.route), sites.get(dose.body_site, dose.body_site)


def _dose_notes(told: DoseOfRecord, words: RecordWords) -> list[str]:
    dose = told.dose
    notes = [words.say("historical") + "."] if dose.historical else []
    event = words.names.events.get(dose.event_id) if dose.event_id else None
    notes += [words.say("event", name=event) + "."] if event else []
    reverted = {step.reverses for step in told.steps}
    for step in told.steps:
        if step.kind is not DoseStepKind.REPORTED or step.id in reverted:
            continue
        method = words.word("method", step.method.value) if step.method else "—"
        who = step.registry_user or words.names.staff.get(step.by, "—")
        notes.append(words.say("reported", day=printed_day(step.on), method=method, who=who))
    return notes


def _seen(facts: Mapping[str, FactValue], undone: bool, words: RecordWords) -> str:
    number = facts.get("immtrac2_id")
    parts = [
        words.say("undone") if undone else "",
        words.word("outcome", str(facts.get("outcome") or "")),
        words.say("id_found", number=number) if number else "",
        str(facts.get("text") or ""),
        words.say("reaction") if facts.get("reaction") else "",
        words.say("not_valid") if facts.get("not_valid") else "",
    ]
    return " · ".join(part.replace("\n", " · ") for part in parts if part)
