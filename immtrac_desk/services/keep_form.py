"""Keep, resume, discard and settle a half-typed form; it belongs to the person who typed it."""

from collections.abc import Mapping
from dataclasses import dataclass

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.ids import KeptFormId
from immtrac_desk.domain.kept_form import PASTED, KeptForm
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.answer_take import without_social_security
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepForm:
    """`room` and `about_id` as in `KeptForm`; `body` holds JSON values."""

    id: KeptFormId
    room: str
    about_id: str
    body: Mapping[str, object]


def keep_form(command: KeepForm, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Write the form as it stands, however incomplete. The book tells its beginning once.

    A pasted answer alone is kept without the digits of social security numbers, as it is taken in.

    Raises RefusedError `draft.of_another`, InputError `text.control`.
    """
    before = uow.kept_forms.get(command.id)
    if before is not None and before.staff_id != occasion.actor.id:
        raise RefusedError("draft.of_another")
    kept = KeptForm(
        id=command.id,
        staff_id=occasion.actor.id,
        room=command.room,
        about_id=command.about_id,
        kept_at=occasion.now,
        body=_starred(command.body) if command.room == PASTED else command.body,
    )
    try:
        uow.kept_forms.put(kept)
    except UnicodeEncodeError as error:
        # Half a letter has no bytes (see `put_draft`); the error would quote the text.
        character = f"U+{ord(error.object[error.start]):04X}"
        raise InputError("text.control", "draft", character=character) from None
    return Outcome(None, () if before else (_line("form_kept", kept, occasion),))


def resume_form(form_id: KeptFormId, uow: UnitOfWork, occasion: Occasion) -> Outcome[KeptForm]:
    """Return one's own kept form to go on with. Raises RefusedError `draft.unknown`, `.of_another`.

    It stays kept until it is saved or discarded.
    """
    kept = _own(form_id, uow, occasion)
    return Outcome(kept, (_line("form_resumed", kept, occasion),))


def discard_form(form_id: KeptFormId, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Throw one's own kept form away. Raises as `resume_form`."""
    kept = _own(form_id, uow, occasion)
    uow.kept_forms.remove(kept.id)
    return Outcome(None, (_line("form_discarded", kept, occasion),))


def settle_form(form_id: KeptFormId, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Drop a form that was saved: the book has the act itself. Raises as `resume_form`."""
    uow.kept_forms.remove(_own(form_id, uow, occasion).id)
    return Outcome(None)


def _starred(body: Mapping[str, object]) -> Mapping[str, object]:
    return {name: _without(one) if isinstance(one, str) else one for name, one in body.items()}


def _without(text: str) -> str:
    data = text.encode(errors="surrogatepass")
    return without_social_security(data).decode(errors="surrogatepass")


def _own(form_id: KeptFormId, uow: UnitOfWork, occasion: Occasion) -> KeptForm:
    kept = uow.kept_forms.get(form_id)
    if kept is None:
        raise RefusedError("draft.unknown")
    if kept.staff_id != occasion.actor.id:
        raise RefusedError("draft.of_another")
    return kept


def _line(act: str, kept: KeptForm, occasion: Occasion) -> AuditEntry:
    return entry(occasion, act, client_id=kept.about_id)
