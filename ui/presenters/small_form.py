"""A small form: what one act about a client asks, and the one call that it makes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import (
    ActId,
    AnswerItemId,
    ClientId,
    DocumentId,
    DoseId,
    DoseStepId,
    TaskId,
)
from ui.presenters.form_values import Values
from ui.presenters.sheet_fields import Asked

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

NO_DOCUMENT, NO_ACT, NO_TASK, NO_CLIENT = DocumentId(""), ActId(""), TaskId(""), ClientId("")
NO_STEP, NO_ITEM = DoseStepId(""), AnswerItemId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the form is about: mostly a client, often one document, act, task or dose of theirs."""

    client_id: ClientId
    document_id: DocumentId = NO_DOCUMENT
    act_id: ActId = NO_ACT
    task_id: TaskId = NO_TASK
    other_id: ClientId = NO_CLIENT
    """The second client of a merge."""
    dose_ids: tuple[DoseId, ...] = ()
    """The doses of an act about several; they need not be one client's."""
    step_id: DoseStepId = NO_STEP
    item_id: AnswerItemId = NO_ITEM

    @property
    def record(self) -> str:
        """What keeps two openings of one form apart."""
        one = self.document_id or self.act_id or self.task_id or self.other_id
        return one or self.step_id or self.item_id or (self.dose_ids[0] if self.dose_ids else "")


Do = Callable[["Desk", About, Values], None]


@dataclass(frozen=True, slots=True)
class SmallForm:
    """One act: the right it needs, its fields, what it does. Words are `act_form.<id>.…`."""

    id: str
    right: str
    asked: tuple[Asked, ...]
    do: Do
    needed: tuple[str, ...] = ()
