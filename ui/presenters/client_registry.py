"""What the desk holds of a client and the registry: doses given, searches, what was read there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.dose import OPEN_DOSES
from immtrac_desk.domain.ids import ClientId, DoseId, DoseStepId
from immtrac_desk.domain.rights import may
from ui.presenters.dose_words import dose_line, due_words, pill_tone
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.pictures import ActLine
    from immtrac_desk.desk.registry_pictures import DosePicture


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseEntry:
    """One dose in the client's room. `step` is the last one that may be undone."""

    id: DoseId
    title: str
    under: str
    pill: str
    tone: str
    open: bool
    step: DoseStepId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What somebody read off the schedule; `notes` say how its marks are to be read."""

    head: str
    text: str
    notes: tuple[str, ...]


class ClientRegistryPresenter:
    """Read once, for one showing of the client."""

    def __init__(self, desk: "Desk", tr: Wording, client_id: ClientId) -> None:
        self.desk, self.tr, self.client_id = desk, tr, client_id
        self._doses = desk.doses.of_client(client_id)
        self._seen = desk.entry.seen(client_id)

    def may(self, right: str) -> bool:
        return may(self.desk.actor.role, right)

    def doses(self) -> tuple[DoseEntry, ...]:
        """Every dose on record, the latest first."""
        found = sorted(self._doses, key=lambda one: one.dose.given_on, reverse=True)
        return tuple(self._dose(one) for one in found)

    def search_words(self) -> str:
        """How the last search in the registry ended, and when."""
        if not self._seen.searches:
            return self.tr.say("registry_seen.never")
        last = self._seen.searches[0]
        outcome = self.tr.say(f"act_form.note_search.outcomes.{last.act.facts['outcome']}")
        on = self.tr.long_date(last.act.on)
        return self.tr.say("registry_seen.searched", outcome=outcome, on=on, who=last.by_name)

    def not_found_words(self) -> str:
        """Not found does not mean never vaccinated: who has not consented is not shown."""
        last = self._seen.searches[0].act if self._seen.searches else None
        missing = last is not None and last.facts.get("outcome") == "not_found"
        return self.tr.say("registry_seen.not_found") if missing else ""

    def number(self) -> str:
        """The registry's own number."""
        return self._seen.immtrac2_id or self.tr.say("registry_seen.no_number")

    def readings(self) -> tuple[Reading, ...]:
        """What was read off the schedule, the newest first."""
        return tuple(self._reading(line) for line in self._seen.readings)

    def stops(self) -> tuple[str, ...]:
        """What stopped somebody at the registry's screens."""
        return tuple(self._stop(line) for line in self._seen.stops)

    def _dose(self, one: "DosePicture") -> DoseEntry:
        verdict, tr = one.verdict, self.tr
        state = verdict.state
        open_one = state in OPEN_DOSES
        due = due_words(verdict.duty.must_report, verdict.duty.due_on, self.desk.today(), tr)
        reported = verdict.reported
        under = due if open_one else ""
        if reported is not None and not open_one:
            under = tr.say("registry_seen.reported", on=tr.short_date(reported.on))
        return DoseEntry(
            id=one.dose.id,
            title=dose_line(one.dose, one.vaccine, tr),
            under=under,
            pill=tr.say(f"dose_state.{state.value}"),
            tone=pill_tone(state.value, verdict.due_state.value),
            open=open_one,
            step=_last_step(one),
        )

    def _reading(self, line: "ActLine") -> Reading:
        tr, facts = self.tr, line.act.facts
        on = tr.long_date(line.act.on)
        notes = [
            tr.say(f"registry_seen.{one}") for one in ("reaction", "not_valid") if facts.get(one)
        ]
        return Reading(
            head=tr.say("registry_seen.read", on=on, who=line.by_name),
            text=str(facts.get("text", "")),
            notes=tuple(notes),
        )

    def _stop(self, line: "ActLine") -> str:
        act, tr = line.act, self.tr
        return tr.say("registry_seen.stopped", on=tr.short_date(act.on), why=stop_words(act, tr))


def stop_words(act: Act, tr: Wording) -> str:
    """Why it stopped, and what was noted of it."""
    reason = tr.say(f"act_form.stop_entry.reasons.{act.facts.get('reason', 'other')}")
    note = str(act.facts.get("note") or "")
    return f"{reason}: {note}" if note else reason


def _last_step(one: "DosePicture") -> DoseStepId | None:
    """The newest step that may be taken back."""
    steps = sorted(one.steps, key=lambda line: line.step.at, reverse=True)
    return next((line.step.id for line in steps if line.can_undo and not line.undone), None)
