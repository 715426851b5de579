"""The counter's room for half-typed forms: keep, offer back, go on, drop."""

from dataclasses import dataclass
from typing import TypeVar

from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.domain.ids import KeptFormId
from immtrac_desk.domain.kept_form import KeptForm, KeptTyping
from immtrac_desk.services.keep_form import (
    KeepForm,
    discard_form,
    keep_form,
    resume_form,
    settle_form,
)
from immtrac_desk.store import codec

T = TypeVar("T")


@dataclass(slots=True)
class FormsRoom:
    """What a form holds comes as a record of its own (`typed`) and is restored as that kind."""

    corridor: Corridor

    def new_id(self) -> KeptFormId:
        """Return an id for a form that was just opened; nothing is saved."""
        return KeptFormId(self.corridor.make_id())

    def keep(self, form_id: KeptFormId, room: str, about_id: str, typed: object) -> None:
        """Keep a form as it stands. Raises RefusedError `draft.of_another`."""
        command = KeepForm(id=form_id, room=room, about_id=about_id, body=codec.plain(typed))
        self.corridor.perform("keep_draft", keep_form, command)

    def kept(self, room: str, about_id: str, kind: type[T]) -> tuple[KeptTyping[T], ...]:
        """Return the actor's own kept forms of a room about a client (or ""), newest first."""
        me = self.corridor.actor.id
        found = self.corridor.read(lambda uow: uow.kept_forms.of_staff(me, room, about_id))
        return tuple(_typing(kept, kind) for kept in found)

    def resume(self, form_id: KeptFormId, kind: type[T]) -> T:
        """Return what was typed, to go on with, and log it. Raises RefusedError `draft.unknown`."""
        kept = self.corridor.perform("keep_draft", resume_form, form_id)
        return codec.restored(kind, kept.body)

    def discard(self, form_id: KeptFormId) -> None:
        """Throw one's own kept form away, and log it."""
        self.corridor.perform("keep_draft", discard_form, form_id)

    def settle(self, form_id: KeptFormId) -> None:
        """Drop one's own kept form after it was saved."""
        self.corridor.perform("keep_draft", settle_form, form_id)


def _typing(kept: KeptForm, kind: type[T]) -> KeptTyping[T]:
    return KeptTyping(id=kept.id, kept_at=kept.kept_at, typed=codec.restored(kind, kept.body))
