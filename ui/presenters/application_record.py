"""The record of an application: its steps, the packets that were signed, the files beside it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import AgreementFile, AgreementPaper, ApplicationStep
from immtrac_desk.domain.ids import StaffId
from ui.presenters import telling
from ui.presenters.application_acts import undoable
from ui.presenters.application_words import day_of
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import ApplicationPicture

FACTS = ("reason", "sent_by", "confirmation_no", "due_on", "org_code", "tx_iis_id")
"""Facts of a step that are told, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step in words; `undone` where a later one took it back."""

    step: ApplicationStep
    day: str
    told: str
    under: str
    undone: bool
    can_undo: bool


@dataclass(frozen=True, slots=True)
class RecordPresenter:
    """Reads one picture; the newest step comes first."""

    desk: "Desk"
    picture: "ApplicationPicture"
    tr: Wording

    def steps(self) -> tuple[StepLine, ...]:
        """What happened, the newest first; what was taken back stays, told as such."""
        undone = {s.reverses for s in self.picture.steps if s.reverses is not None}
        may_undo = undoable(self.picture.steps)
        names = {member.id: member.name for member in self.desk.staff.all()}
        return tuple(
            self._line(step, names, undone=step.id in undone, can_undo=step.id in may_undo)
            for step in reversed(self.picture.steps)
        )

    def paper_words(self, paper: AgreementPaper) -> tuple[str, str]:
        """Which packet, and who signed it how."""
        tr = self.tr
        head = tr.say("application_room.paper.head", signed=tr.short_date(paper.signed_on))
        manner = tr.say(f"application_room.manner.{paper.manner.value}")
        said = [paper.signer_name, paper.signer_title, manner]
        return head, " · ".join(part for part in said if part)

    def file_words(self, file: AgreementFile) -> str:
        what = self.tr.say(f"act_form.application_attach.whats.{file.what}")
        return f"{what} · {max(1, file.size // 1024):,} KB"

    def _line(
        self, step: ApplicationStep, names: dict[StaffId, str], *, undone: bool, can_undo: bool
    ) -> StepLine:
        at = telling.moment_words(step.at, self.desk.now(), self.tr)
        by = names.get(step.by, "")
        noted = self.tr.say("application_room.noted", name=by, at=at) if by else at
        said = [*self._facts(step), noted]
        return StepLine(
            step=step,
            day=self.tr.short_date(step.on),
            told=self.tr.say(f"application_room.did.{step.kind.value}"),
            under=" · ".join(part for part in said if part),
            undone=undone,
            can_undo=can_undo,
        )

    def _facts(self, step: ApplicationStep) -> list[str]:
        told = []
        for name in FACTS:
            value = step.facts.get(name)
            if value:
                told.append(self.tr.say(f"application_room.fact.{name}", value=self._fact(value)))
        return told

    def _fact(self, value: object) -> str:
        if isinstance(value, date):
            return self.tr.short_date(value)
        day = day_of(str(value))
        return self.tr.short_date(day) if day else str(value)
