"""Keep an application as typed; an edit after signing drops the signature (DT-12)."""

from dataclasses import replace

from immtrac_desk.domain.agreement import AgreementApplication, StepKind
from immtrac_desk.domain.ids import ApplicationId
from immtrac_desk.errors import InputError
from immtrac_desk.law.application_state import EDITABLE
from immtrac_desk.services.agreement_ground import named_on
from immtrac_desk.services.application_answers import compact, refuse_misfits, tidied
from immtrac_desk.services.application_file import (
    ApplicationFile,
    changes_of,
    enter_step,
    need_state,
    open_application,
    told,
)
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.store.unit_of_work import UnitOfWork


def keep_application(
    application: AgreementApplication, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementApplication]:
    """Write the answers as they stand, however incomplete; all else is as it was begun.

    Without a signature the people are those of today's roster. With one they stay, and other
    answers drop it. Raises RefusedError `application.not_editable`, InputError `answer.kind`.
    """
    file = open_application(application.id, uow, occasion)
    need_state(file, EDITABLE, "application.not_editable", occasion)
    refuse_misfits(application.answers, file.questions)
    if file.signed is not None and not edited_by(file, application):
        return Outcome(file.application)
    typed = replace(file.application, answers=compact(application.answers))
    if typed == uow.applications.get(typed.id):
        return Outcome(typed)
    return _write(file, typed, uow, occasion)


def take_people(
    application_id: ApplicationId, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementApplication]:
    """Name the people of today's roster instead of those that were signed for.

    A signature falls with it. Raises RefusedError `application.not_editable`.
    """
    file = open_application(application_id, uow, occasion)
    need_state(file, EDITABLE, "application.not_editable", occasion)
    people = named_on(file.ground, occasion.today)
    if people == file.application.people:
        return Outcome(file.application)
    return _write(file, replace(file.application, people=people), uow, occasion)


def edited_by(file: ApplicationFile, typed: AgreementApplication) -> bool:
    """True if `typed` answers something else than what is kept, spaces aside."""
    questions = file.questions
    return tidied(typed.answers, questions) != tidied(file.application.answers, questions)


def _write(
    file: ApplicationFile, changed: AgreementApplication, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementApplication]:
    """Write the application; a signature on it falls, and its print stays in the history."""
    kept = replace(changed, answers=compact(changed.answers), saved_at=occasion.now)
    put_application(kept, uow)
    if file.signed is None:
        return Outcome(kept, (), changes_of(file))
    step = enter_step(file, StepKind.SIGNATURE_DROPPED, occasion.today, uow, occasion)
    return Outcome(kept, told(file, step, occasion, row="DT-12").entries, changes_of(file))


def put_application(application: AgreementApplication, uow: UnitOfWork) -> None:
    """File the application. Raises InputError `text.control` for half a letter."""
    try:
        uow.applications.put(application)
    except UnicodeEncodeError as error:
        # A broken paste leaves half a letter, which has no bytes; the error would quote the text.
        character = f"U+{ord(error.object[error.start]):04X}"
        raise InputError("text.control", "answers", character=character) from None
