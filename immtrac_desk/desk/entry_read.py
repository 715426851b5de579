"""How the entry card is read: the client, the consent that is entered, the doses, who waits."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from immtrac_desk.desk.client_file import act_lines
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.entry_pictures import EntryCardPicture, EntryWaiting
from immtrac_desk.desk.entry_steps import CardFacts, DoseWords, in_pages, steps_of
from immtrac_desk.desk.people import look_alikes_of
from immtrac_desk.desk.pictures import ActLine, LookAlike, WorkEntry, WorkList
from immtrac_desk.desk.registry_pictures import DoseLine
from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.dose import OPEN_DOSES, Dose
from immtrac_desk.domain.ids import ClientId, DocumentId
from immtrac_desk.domain.words import FormKind, Responder
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.consent_code import ConsentCode, ConsentShown, consent_code, consent_date
from immtrac_desk.law.history import counting
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.registry_words import registry_word
from immtrac_desk.law.reporting import DueState
from immtrac_desk.law.smart_search import check
from immtrac_desk.law.standing import Standing
from immtrac_desk.law.status import derive
from immtrac_desk.services.dose_ground import SiteGround
from immtrac_desk.services.dose_read import ClientDoses, read_client_doses
from immtrac_desk.store.unit_of_work import UnitOfWork
from immtrac_desk.vaccines import Coded, body_sites, groups, manufacturer, routes, vaccine

_SHOWN = {
    FormKind.MINOR: ConsentShown.MINOR,
    FormKind.ADULT: ConsentShown.ADULT,
    FormKind.DISASTER: ConsentShown.DISASTER,
}
_ENDS_A_STOP = frozenset({ActKind.SEARCH_NOTED, ActKind.CONSENT_AFFIRMED})
_ALARMS = {"red": 0, "amber": 1}
_LOUD = {DueState.PLAIN: "", DueState.AMBER: "amber", DueState.OVERDUE: "red"}


def card_of(
    client_id: ClientId,
    document_id: DocumentId | None,
    uow: UnitOfWork,
    corridor: Corridor,
    sites: SiteGround,
) -> EntryCardPicture:
    """Return the card as of today. DeskError `client.unknown`, `document.unknown`."""
    survivor = uow.merges.survivor_of(client_id)
    client, acts = uow.clients.get(survivor), uow.acts.of_client(survivor)
    today, law = corridor.today(), corridor.law()
    standing = derive(client.born_on, acts, today, law)
    document = _document(document_id, standing, uow)
    code = _code(client, document, standing, today, law)
    consent_on = _consent_on(document, counting(acts, today))
    alike = look_alikes_of(client, uow)
    read = read_client_doses(survivor, uow, today, law, sites)
    doses = _still_open(read, today, law)
    typed = tuple(_typed(dose, read) for dose in doses)
    facts = _facts(client, document, code, consent_on, alike, typed, standing)
    return EntryCardPicture(
        client=client,
        document=document,
        to_affirm=document is not None
        and any(one.document_id == document.id for one in standing.to_affirm),
        steps=steps_of(facts),
        findings=check(client, today),
        code=code,
        consent_on=consent_on,
        consent_date=consent_date(consent_on, None) if consent_on else "",
        look_alikes=alike,
        dose_pages=in_pages(doses),
        stopped_last=_stopped_last(act_lines(acts, uow, corridor)),
        registry_user=_user(uow, corridor),
    )


def _facts(
    client: Client,
    document: Document | None,
    code: ConsentCode | None,
    consent_on: date | None,
    look_alikes: tuple[LookAlike, ...],
    doses: tuple[DoseWords, ...],
    standing: Standing,
) -> CardFacts:
    return CardFacts(
        client=client,
        document=document,
        code=(code.code or "") if code else "",
        code_row=code.row if code else "",
        consent_on=consent_on,
        look_alikes=look_alikes,
        doses=doses,
        fr=standing.fr,
        dir=standing.dir,
    )


def _still_open(read: ClientDoses, today: date, law: LawSettings) -> tuple[Dose, ...]:
    judged = (read.judge(dose, today, law) for dose in read.doses)
    return tuple(one.dose for one in judged if one.verdict.state in OPEN_DOSES)


def _typed(dose: Dose, read: ClientDoses) -> DoseWords:
    """What the registry offers is English, whatever the screen speaks."""
    known, maker = vaccine(dose.cvx), manufacturer(dose.manufacturer)
    who = read.sites.people.get(dose.prescriber_id) if dose.prescriber_id else None
    return DoseWords(
        key=dose.id,
        given_on=dose.given_on,
        group=said_code(groups(), known.group) if known else "",
        vaccine=known.name if known else dose.cvx,
        trade_name=dose.trade_name,
        lot=dose.lot,
        eligibility=registry_word("eligibility", dose.eligibility),
        prescriber=who.shown if who else "",
        manufacturer=maker.name if maker else dose.manufacturer,
        body_site=said_code(body_sites(), dose.body_site),
        route=said_code(routes(), dose.route),
    )


def said_code(coded: Iterable[Coded], code: str) -> str:
    """Return the registry's English for a code of a table, the code itself where it lacks one."""
    return next((one.en for one in coded if one.code == code), code)


def waiting_of(lists: Iterable[WorkList], doses: Iterable[DoseLine]) -> tuple[EntryWaiting, ...]:
    """Return who waits: the to-affirm list of DT-11.3, and whoever has doses to report.

    A client stands once; of several papers that wait it is the most pressing one.
    """
    found: dict[ClientId, EntryWaiting] = {}
    for entry in (entry for one in lists if one.code == "to_affirm" for entry in one.entries):
        found.setdefault(entry.client_id, _of_consent(entry))
    for line in doses:
        found[line.client_id] = _with_dose(found.get(line.client_id), line)
    return tuple(sorted(found.values(), key=_pressing))


def _of_consent(entry: WorkEntry) -> EntryWaiting:
    return EntryWaiting(
        client_id=entry.client_id,
        name=entry.name,
        born_on=entry.born_on,
        document_id=entry.document_id,
        doses=0,
        since=entry.since or entry.born_on,
        due=entry.due,
        alarm=entry.alarm if entry.alarm in _ALARMS else "",
    )


def _with_dose(before: EntryWaiting | None, line: DoseLine) -> EntryWaiting:
    """Add a dose to who waits: the earliest day, and the louder alarm."""
    alarm, given_on, due = (
        _LOUD[line.verdict.due_state],
        line.dose.given_on,
        line.verdict.duty.due_on,
    )
    if before is None:
        return EntryWaiting(
            client_id=line.client_id,
            name=line.client_name,
            born_on=line.born_on,
            document_id=None,
            doses=1,
            since=given_on,
            due=due,
            alarm=alarm,
        )
    louder = min(before.alarm, alarm, key=lambda one: _ALARMS.get(one, 2))
    days = [day for day in (before.due, due) if day is not None]
    return replace(
        before,
        doses=before.doses + 1,
        since=min(before.since, given_on),
        due=min(days, default=None),
        alarm=louder,
    )


def _pressing(one: EntryWaiting) -> tuple[int, date, date, str]:
    return _ALARMS.get(one.alarm, 2), one.due or date.max, one.since, one.name


def _document(
    document_id: DocumentId | None, standing: Standing, uow: UnitOfWork
) -> Document | None:
    """The one asked for, else the one that waits, else the one in effect."""
    waiting = next((one.document_id for one in standing.to_affirm if one.document_id), None)
    chosen = document_id or waiting or standing.effective_document
    return uow.documents.get(chosen) if chosen else None


def _code(
    client: Client,
    document: Document | None,
    standing: Standing,
    today: date,
    law: LawSettings,
) -> ConsentCode | None:
    if document is None or document.form not in _SHOWN:
        return None
    shown = _SHOWN[document.form]
    minor = is_minor(client.born_on, today, law)
    if shown is not ConsentShown.DISASTER:
        if standing.fr is Responder.RESPONDER and not minor:
            shown = ConsentShown.RESPONDER
        elif standing.fr is (Responder.MINOR_FAMILY if minor else Responder.ADULT_FAMILY):
            shown = ConsentShown.RESPONDER_FAMILY
    return consent_code(shown, client.born_on, today, law)


def _consent_on(document: Document | None, counted: Sequence[Act]) -> date | None:
    """Obtained or changed, the later (DT-20): a responder status noted since is a change."""
    if document is None:
        return None
    changed = (act.on for act in counted if act.kind is ActKind.RESPONDER_NOTED)
    return max((document.signed_on, *changed))


def _stopped_last(lines: Sequence[ActLine]) -> ActLine | None:
    """The lines come newest first: a stop counts until somebody got on."""
    for line in lines:
        if line.undone:
            continue
        if line.act.kind in _ENDS_A_STOP:
            return None
        if line.act.kind is ActKind.ENTRY_STOPPED:
            return line
    return None


def _user(uow: UnitOfWork, corridor: Corridor) -> str:
    mine = (one for one in uow.staff.all() if one.id == corridor.actor.id)
    return next((one.registry_user for one in mine), "")
