"""How an authorized release was answered: what was given, to whom, how, when (DT-8.4)."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.values import clean
from immtrac_desk.domain.words import Choice
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.on_document import enter, open_standing_file, refuse_day, told
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRelease:
    """`given` is what left the clinic, `to` who took it; `how` it went may stay open."""

    document_id: DocumentId
    on: date
    given: str
    to: str
    how: str = ""


def answer_release(command: AnswerRelease, uow: UnitOfWork, occasion: Occasion) -> Outcome[Act]:
    """Record the answer.

    Raises RefusedError `release.not_authorized`, `document.*`; InputError
    `release.answer_missing`, `date.*`.
    """
    facts = {name: clean(getattr(command, name), name) for name in ("given", "to", "how")}
    for name, text in facts.items():
        if not text and name != "how":
            raise InputError("release.answer_missing", name)
    file = open_standing_file(command.document_id, uow)
    if file.document.choice is not Choice.RELEASE:
        raise RefusedError("release.not_authorized")
    refuse_day(command.on, file.document, occasion)
    kind = ActKind.RELEASE_ANSWERED
    act = enter(file, kind, command.on, uow, occasion, row="DT-8.4", **facts)
    return told(act, occasion)
