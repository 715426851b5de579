"""The kept-forms drawer: what was half typed, until it is saved or discarded."""

import sqlalchemy as sa

from immtrac_desk.domain.ids import KeptFormId, StaffId
from immtrac_desk.domain.kept_form import KeptForm
from immtrac_desk.store import translate
from immtrac_desk.store.rows import kept_forms

_select = sa.select(*translate.columns_of(KeptForm, kept_forms))


class KeptForms:
    """As drafts, these may be thrown away."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, kept: KeptForm) -> None:
        """Keep a form in place of what was kept of it before."""
        self.remove(kept.id)
        self._connection.execute(kept_forms.insert().values(translate.values_of(kept)))

    def get(self, form_id: KeptFormId) -> KeptForm | None:
        """A kept form, None once it was saved or thrown away."""
        row = self._connection.execute(_select.where(kept_forms.c.id == form_id)).first()
        return translate.record_of(KeptForm, row) if row else None

    def of_staff(self, staff_id: StaffId, room: str, about_id: str) -> tuple[KeptForm, ...]:
        """What this person left half typed in that form about that client, newest first."""
        c = kept_forms.c
        here = _select.where(c.staff_id == staff_id, c.room == room, c.about_id == about_id)
        rows = self._connection.execute(here.order_by(c.kept_at.desc(), c.id))
        return tuple(translate.record_of(KeptForm, row) for row in rows)

    def remove(self, form_id: KeptFormId) -> None:
        """Throw a kept form away; nothing happens where there is none."""
        self._connection.execute(kept_forms.delete().where(kept_forms.c.id == form_id))
