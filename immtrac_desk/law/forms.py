"""DT-1: which form the law asks for, and who signs it."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.words import FormKind, Has, Intent, Responder
from immtrac_desk.errors import InputError
from immtrac_desk.law.age import is_minor, kept_until
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import Row, first_row


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """The case: `has` is what is on file and still counts (`Standing.has`, DT-5).

    `birth_registration` is true only for the act of birth registration itself (DT-1.10).
    """

    born_on: date
    has: Has = Has.NONE
    intent: Intent = Intent.JOIN
    responder: Responder = Responder.NONE
    died: bool = False
    birth_registration: bool = False


@dataclass(frozen=True, slots=True)
class FormAdvice:
    """The answer: `form` None means none is needed or none may be used, `notes` say why.

    `signer` is `lar_of_minor`, `adult`, `adult_or_lar` or `none`.
    """

    row: str
    form: FormKind | None
    signer: str
    notes: tuple[str, ...]
    citation: str
    mark: str


def which_form(facts: FormFacts, on: date, settings: LawSettings) -> FormAdvice:
    """Return the form for `facts` on the signing day `on` (DT-1 and the text below it).

    InputError `date.before_birth` if the client is born after `on`.
    """
    if facts.born_on > on:
        raise InputError("date.before_birth", "on")
    stage = life_stage(facts.born_on, on, settings)
    has = _counting(facts.has, stage)
    row = first_row(
        "DT-1",
        {
            "stage": stage,
            "has": has.value,
            "intent": facts.intent.value,
            "responder": _matters(facts.responder, has, stage),
            "died": facts.died and settings.deceased_block_new,
            "birth_registration": facts.birth_registration,
        },
        on,
    )
    return _advice(row, facts, has, stage, settings)


def life_stage(born_on: date, on: date, settings: LawSettings) -> str:
    """Return `under_18`, `18_to_25` or, from the end of retention (`kept_until`), `kept_over`."""
    if is_minor(born_on, on, settings):
        return "under_18"
    return "18_to_25" if on < kept_until(born_on, on, settings) else "kept_over"


def _counting(has: Has, stage: str) -> Has:
    """An adult consent signed under 18 counts as none (DT-1, text below)."""
    return Has.NONE if stage == "under_18" and has is Has.ADULT else has


def _matters(responder: Responder, has: Has, stage: str) -> bool:
    """Rows 11 and 12: F or A for an adult, any answer for a minor, whose `fr` can only be M.

    Once kept over, a minor consent alone is row 5, whose warning is not to be lost.
    """
    if stage == "under_18":
        return responder is not Responder.NONE
    adults = responder in (Responder.RESPONDER, Responder.ADULT_FAMILY)
    return adults and not (stage == "kept_over" and has is Has.MINOR)


def _advice(row: Row, facts: FormFacts, has: Has, stage: str, settings: LawSettings) -> FormAdvice:
    form = FormKind(row.text("form")) if row.text("form") else None
    signer, notes = row.text("signer"), row.words("notes")
    if signer == "adult_or_lar" and stage == "under_18":
        signer = "lar_of_minor"
    if _only_recorded(row, has):
        form, signer, notes = None, "none", ("record_responder_only",)
    return FormAdvice(
        row.id,
        form,
        signer,
        notes + _more(row, facts, has, stage, settings),
        row.citation,
        row.mark,
    )


def _only_recorded(row: Row, has: Has) -> bool:
    """With the consent of the age on file no form is due: only `fr` is recorded (rows 11, 12)."""
    return (row.id, has) in (("DT-1.12", Has.MINOR), ("DT-1.11", Has.ADULT))


def _more(
    row: Row, facts: FormFacts, has: Has, stage: str, settings: LawSettings
) -> tuple[str, ...]:
    pending = has is Has.MINOR and stage == "18_to_25"
    standard = has is not Has.NONE and not (has is Has.MINOR and stage == "kept_over")
    notes: list[str] = []
    if row.id == "DT-1.7" and standard:
        notes.append("dir_not_needed")
    if row.id == "DT-1.8" and has is Has.NONE:
        notes.append("nothing_on_file")
    if row.id == "DT-1.9" and pending and settings.release_pending_adult == "adult_form_first":
        notes.append("adult_form_first")
    if row.id == "DT-1.11" and pending:
        notes.append("pending_adult")
    if row.id == "DT-1.5" and facts.responder is not Responder.NONE:
        notes.append("mark_responder_box")
    return tuple(notes)
