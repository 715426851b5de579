"""Access and obligations: who may see a record, who is told of a breach, what was confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.desk.agreement_pictures import (
    AccessVerdict,
    BreachClock,
    BreachFacts,
    DutyLine,
    Entity,
    Purpose,
)
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.words import Status
from immtrac_desk.errors import InputError
from ui.presenters.why import basis_words, law_words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

AGES = ("minor", "adult", "unknown")
STATUSES = (
    Status.CONSENTED_MINOR,
    Status.CONSENTED_ADULT,
    Status.PENDING_ADULT,
    Status.WITHDRAWN,
    Status.CONFLICT,
)
"""What DT-17 asks of a record: two that are released, and those that never are."""
_MOST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessWords:
    """The answer: a headline, its tone, and the row for 'why?'."""

    headline: str
    body: str
    tone: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachTyped:
    """The numbers and days of a breach as typed; a day is None where nothing readable stands."""

    affected: str
    texans: str
    discovered_on: date | None
    determined_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLine:
    """Who must be told, by when; `tone` is bad once the day has passed."""

    whom: str
    when: str
    pill: str
    tone: str
    source: str


class DutiesPresenter:
    """Asks the counter; keeps nothing."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self.may_confirm = may(desk.actor.role, "confirm_duty")

    def sites(self) -> tuple[Organization, ...]:
        """Every site that is kept."""
        return self._desk.roster.organizations()

    def ask(self, entity: str, purpose: str, age: str, status: str) -> AccessWords:
        """Answer DT-17. Whoever is not named there may not; an unknown age denies by itself."""
        adult = {"adult": True, "minor": False}.get(age)
        verdict = self._desk.duties.may_see(Entity(entity), Purpose(purpose), adult, status)
        return self._access(verdict)

    def breach(self, typed: BreachTyped) -> tuple[ClockLine, ...]:
        """The five clocks of DT-18. InputError beside the field that cannot stand."""
        affected = _number(typed.affected, "affected")
        texans = _number(typed.texans, "texans")
        if typed.discovered_on is None:
            raise InputError("date.missing", "discovered_on")
        facts = BreachFacts(
            affected=affected,
            texans=texans,
            discovered_on=typed.discovered_on,
            determined_on=typed.determined_on,
        )
        return tuple(self._clock(clock) for clock in self._desk.duties.breach(facts))

    def counsel(self) -> str:
        """What is said above every answer of the breach clock."""
        return self._tr.say("breach.counsel")

    def duties(self, organization_id: OrganizationId) -> tuple[DutyLine, ...]:
        return self._desk.duties.lines(organization_id)

    def duty_words(self, line: DutyLine) -> tuple[str, str]:
        """The duty in the reader's language, and who confirmed it last."""
        what = line.duty.what_es if self._tr.language == "es" else line.duty.what
        done = line.confirmed
        if done is None:
            return what, self._tr.say("duties.not_confirmed") if line.duty.ours else ""
        on = self._tr.long_date(done.on)
        return what, self._tr.say("duties.confirmed", who=done.by_name, on=on)

    def still_open(self, lines: Sequence[DutyLine]) -> str:
        """How many of those that ask something of the site nobody has confirmed."""
        ours = [line for line in lines if line.duty.ours]
        wanting = sum(line.confirmed is None for line in ours)
        return self._tr.say("duties.still_open", open=wanting, all=len(ours))

    def duty_pill(self, line: DutyLine) -> tuple[str, str]:
        """Confirmed, still open, or a fact with nothing for the site to do; and its tone."""
        if line.confirmed:
            return self._tr.say("duties.met"), "good"
        return (
            (self._tr.say("duties.open"), "warn")
            if line.duty.ours
            else (self._tr.say("duties.fact"), "quiet")
        )

    def duty_source(self, line: DutyLine) -> str:
        """Basis and mark of a duty; that its text is confirmed is not that the site did it."""
        basis = basis_words(line.duty.citation, line.duty.mark, self._tr)
        return self._tr.say("duties.source", basis=basis)

    def confirm(self, organization_id: OrganizationId, duty: str) -> None:
        self._desk.duties.confirm(organization_id, duty, self._desk.today())

    def _access(self, verdict: AccessVerdict) -> AccessWords:
        word = "allowed" if verdict.allowed else "denied"
        source = law_words(self._desk, verdict.row, self._tr) if verdict.row else ""
        return AccessWords(
            headline=self._tr.say(f"access_card.{word}"),
            body=self._tr.say(verdict.code),
            tone="good" if verdict.allowed else "bad",
            source=source,
        )

    def _clock(self, clock: BreachClock) -> ClockLine:
        today = self._desk.today()
        whom = self._tr.say(f"breach_whom.{clock.row.removeprefix('DT-18.')}")
        source = law_words(self._desk, clock.row, self._tr)
        if not clock.needed:
            when, pill, tone = self._tr.say("breach_card.not_needed"), "not_needed", "quiet"
            if clock.elsewhere:
                when = f"{when} {self._tr.say('breach.elsewhere')}"
        elif clock.due_on is None:
            when, pill, tone = self._tr.say("breach_card.no_day"), "no_day", "warn"
        else:
            when = self._tr.say("breach_card.by", on=self._tr.long_date(clock.due_on))
            pill, tone = ("late", "bad") if clock.is_late(today) else ("to_do", "warn")
        return ClockLine(
            whom=whom,
            when=when,
            pill=self._tr.say(f"breach_card.{pill}_pill"),
            tone=tone,
            source=source,
        )


def _number(typed: str, field: str) -> int:
    text = typed.strip().replace(",", "")
    if not text.isdecimal() or len(text) > _MOST:
        raise InputError("setting.not_a_number", field)
    return int(text)
