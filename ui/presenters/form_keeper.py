"""Keeps what is half typed in one form, and offers back what was kept of it before."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from immtrac_desk.domain.ids import KeptFormId
from immtrac_desk.domain.kept_form import KeptTyping
from immtrac_desk.domain.rights import may
from immtrac_desk.errors import DeskError
from ui.presenters import telling
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

T = TypeVar("T")


class FormKeeper(Generic[T]):
    """One opening of a form. `offered` is one's own newest kept typing, until one decides."""

    def __init__(self, desk: "Desk", room: str, about_id: str, kind: type[T]) -> None:
        self._desk, self._room, self._about_id, self._kind = desk, room, about_id, kind
        self._may = may(desk.actor.role, "keep_draft")
        self._id = desk.forms.new_id()
        self._last: T | None = None
        self.offered: KeptTyping[T] | None = None
        self._look()

    def keep(self, typed: T, *, begun: T) -> None:
        """Keep what was typed, if anything was since the form was `begun` or last kept."""
        if not self._may or typed == (begun if self._last is None else self._last):
            return
        # Called as the lock falls: nothing that cannot be kept may hold the lock up.
        with suppress(DeskError):
            self._desk.forms.keep(self._id, self._room, self._about_id, typed)
            self._last = typed

    def go_on(self) -> T:
        """Return the offered typing; from now on this opening is that form's."""
        assert self.offered is not None
        typed = self._desk.forms.resume(self.offered.id, self._kind)
        self._id, self._last, self.offered = self.offered.id, typed, None
        return typed

    def discard(self) -> None:
        """Throw away what is offered; an older one may be offered next."""
        assert self.offered is not None
        self._desk.forms.discard(self.offered.id)
        self._look()

    def settle(self) -> None:
        """The form was saved: what was kept of it goes."""
        self._drop(self._desk.forms.settle)

    def cancel(self) -> None:
        """The form was given up: what was kept of it is discarded."""
        self._drop(self._desk.forms.discard)

    def line(self, tr: Wording) -> str:
        """When one was typing here, in words; "" while nothing is offered."""
        if self.offered is None:
            return ""
        at = telling.moment_words(self.offered.kept_at, self._desk.now(), tr)
        return tr.say("kept_form.says", at=at)

    def _look(self) -> None:
        kept: tuple[KeptTyping[T], ...] = ()
        if self._may:
            kept = self._desk.forms.kept(self._room, self._about_id, self._kind)
        self.offered = kept[0] if kept else None

    def _drop(self, drop: Callable[[KeptFormId], None]) -> None:
        if self._last is not None:
            drop(self._id)
            self._last = None
