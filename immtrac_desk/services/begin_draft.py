"""Begin a draft: the form that the law asks for, with what is known; nothing is saved yet."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ClientId, DocumentId, DraftId
from immtrac_desk.domain.words import FormKind, Intent, Responder, Severity, Who
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.forms import FormAdvice, FormFacts, which_form
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.on_client import read_file
from immtrac_desk.services.packs import all_packs, pack_in_force
from immtrac_desk.services.supersede_draft import own_name
from immtrac_desk.store.unit_of_work import UnitOfWork

_NO_WAY_ROUND = frozenset({"DT-1.0", "DT-1.10"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """`client` by id, or as typed and not filed yet; see `ConsentRoom.begin` for `despite`."""

    client: ClientId | Client
    intent: Intent
    language: str
    despite: bool = False


def begin_draft(command: Begin, uow: UnitOfWork, occasion: Occasion) -> ConsentDraft:
    """Return a fresh draft with ids of its own.

    Raises InputError `date.missing`, RefusedError `begin.no_form` with the row that says why.
    """
    client = command.client
    if not isinstance(client, Client):
        client = uow.clients.get(uow.merges.survivor_of(client))
    if client.born_on == date.min:
        raise InputError("date.missing", "client.born_on")
    form = _form(client, command, uow, occasion)
    language = _language(form, command.language, uow, occasion)
    return fresh(client, form, language, occasion)


def fresh(client: Client, form: FormKind, language: str, occasion: Occasion) -> ConsentDraft:
    """Return an empty draft of `form`; an adult is offered as the signer, nobody for a minor."""
    adult = not is_minor(client.born_on, occasion.today, occasion.law)
    return ConsentDraft(
        id=DraftId(occasion.new_id()),
        record_id=DocumentId(occasion.new_id()),
        form=form,
        language=language,
        client=client,
        who=Who.SELF if adult else None,
        signer_name=own_name(client) if adult else "",
        received_by=occasion.actor.name,
    )


def draft_again(document_id: DocumentId, uow: UnitOfWork, occasion: Occasion) -> ConsentDraft:
    """Return a fresh draft with the signer of a filed document; the choice is open again."""
    document = uow.documents.get(document_id)
    client = uow.clients.get(uow.merges.survivor_of(document.client_id))
    begun = fresh(client, document.form, document.language, occasion)
    return ConsentDraft(
        id=begun.id,
        record_id=begun.record_id,
        form=begun.form,
        language=begun.language,
        client=client,
        signer_name=document.signer_name,
        who=document.who,
        relation=document.relation,
        witness_name=document.witness_name,
        interpreter_name=document.interpreter_name,
        received_by=occasion.actor.name,
    )


def _form(client: Client, command: Begin, uow: UnitOfWork, occasion: Occasion) -> FormKind:
    standing = read_file(client, uow, occasion).standing
    facts = FormFacts(
        born_on=client.born_on,
        has=standing.has,
        intent=command.intent,
        responder=Responder.NONE,
        died=standing.died_on is not None,
    )
    advice = which_form(facts, occasion.today, occasion.law)
    if advice.form is not None:
        return advice.form
    if not command.despite or advice.row in _NO_WAY_ROUND:
        raise RefusedError("begin.no_form", _why(advice), row=advice.row)
    minor = is_minor(client.born_on, occasion.today, occasion.law)
    return FormKind.MINOR if minor else FormKind.ADULT


def _why(advice: FormAdvice) -> tuple[Finding, ...]:
    notes = advice.notes or ("already_consented",)
    codes = [f"begin.{note}" for note in notes]
    return tuple(
        Finding(
            code=code,
            field="form",
            severity=Severity.ERROR,
            row=advice.row,
            citation=advice.citation,
        )
        for code in codes
    )


def _language(form: FormKind, language: str, uow: UnitOfWork, occasion: Occasion) -> str:
    """Where no pack serves in the language, English is the fallback (E24, OQ-3)."""
    pack = pack_in_force(form, language, occasion.today, all_packs(uow))
    return language if pack is not None else str(occasion.settings["forms.language_fallback"])
