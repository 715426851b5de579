"""What the consent room answers with, and the occasion of a question that reads no vault."""

from dataclasses import dataclass
from datetime import UTC, date

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.domain.words import FormKind, Intent, Responder
from immtrac_desk.errors import InputError
from immtrac_desk.law.forms import FormFacts, which_form
from immtrac_desk.law.standing import Standing
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.on_client import ClientFileRead


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The answer of DT-1 for a client today, with the standing it rests on.

    `form` None: none is needed or none may be used; `notes` say why and what to offer.
    """

    row: str
    form: FormKind | None
    signer: str
    notes: tuple[str, ...]
    citation: str
    mark: str
    standing: Standing


def advice_of(
    read: ClientFileRead,
    intent: Intent,
    responder: Responder,
    birth_registration: bool,
    occasion: Occasion,
) -> Advice:
    """Return the advice for a client as read. Raises InputError beside a missing birth date."""
    if read.client.born_on == date.min:
        raise InputError("date.missing", "client.born_on")
    facts = FormFacts(
        born_on=read.client.born_on,
        has=read.standing.has,
        intent=intent,
        responder=responder,
        died=read.standing.died_on is not None,
        birth_registration=birth_registration,
    )
    found = which_form(facts, occasion.today, occasion.law)
    return Advice(
        row=found.row,
        form=found.form,
        signer=found.signer,
        notes=found.notes,
        citation=found.citation,
        mark=found.mark,
        standing=read.standing,
    )


def pure_occasion(corridor: Corridor) -> Occasion:
    """Return the occasion of this moment without opening the vault: for questions, not for acts."""
    local, settings = corridor.clock(), corridor.settings()
    return Occasion(
        actor=corridor.actor,
        now=local.astimezone(UTC),
        today=local.date(),
        clock_time=local.time().replace(microsecond=0, tzinfo=None),
        new_id=corridor.make_id,
        practice=corridor.practice,
        law=corridor.law(),
        settings=settings,
        paper_check=corridor.paper_check,
    )
