"""The counter's room for lists and letters: who stands where, who is written to, what leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from forms.letters.letter import GoOn, always
from immtrac_desk.desk.consent_view import pure_occasion
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.letter_pictures import (
    DisasterClock,
    LetterLine,
    LetterPlan,
    LetterRun,
    ListLine,
    ListPicture,
)
from immtrac_desk.desk.list_sheet import list_table
from immtrac_desk.desk.pictures import WorkEntry, WorkList
from immtrac_desk.desk.work_lists import ORDER, WorkLists
from immtrac_desk.domain.ids import ClientId, LetterRunId
from immtrac_desk.domain.letter_run import KeptRun
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.exports.csv_out import csv_bytes
from immtrac_desk.exports.xlsx_out import xlsx_bytes
from immtrac_desk.law.disaster import standing
from immtrac_desk.law.letters import LETTERS, letter_for, written_lately
from immtrac_desk.paperwork.letters import Clinic, LetterFacts, draw_run, letter_of
from immtrac_desk.services.letter_again import hand_out_run, look_at_run
from immtrac_desk.services.letter_plan import PlannedLetter, plan_letters
from immtrac_desk.services.letter_run import MakeLetters, make_letters
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.report_out import HandOut, hand_out
from immtrac_desk.store.unit_of_work import UnitOfWork

__all__ = ["LETTERS", "LettersRoom", "always"]

_OF_DISASTERS = frozenset({"dir_campaign", "disaster_only"})
LOUD = ("red", "amber")


@dataclass(slots=True)
class LettersRoom:
    """Everything one may ask or do about the lists of DT-11 and the letters they call for."""

    corridor: Corridor
    work: WorkLists

    def lists(self) -> tuple[ListPicture, ...]:
        """Return every list of DT-11 as of today, the empty ones too, in the order of Today."""
        found = {one.code: one for one in self.work.lists()}
        clocks = self._clocks(found.get("disaster_only"))
        return tuple(
            ListPicture(
                code=code,
                entries=tuple(_line(entry) for entry in found[code].entries)
                if code in found
                else (),
                letter=letter_for(code),
                clocks=clocks if code in _OF_DISASTERS else (),
            )
            for code in ORDER
        )

    def plan(self, letter: str, client_ids: Sequence[ClientId]) -> LetterPlan:
        """Return who would be written to and who is left out, and why; nothing is kept.

        Raises InputError `letter.unknown`.
        """
        planned, today = self._planned(letter, client_ids), self.corridor.today()
        return LetterPlan(
            letter=letter,
            to_write=tuple(_told(one) for one in planned if one.written),
            left_out=tuple(_told(one) for one in planned if not one.written),
            lately=_lately(planned, today),
        )

    def write(
        self,
        letter: str,
        client_ids: Sequence[ClientId],
        envelopes: bool = True,
        go_on: GoOn = always,
    ) -> LetterRun:
        """Draw the run; once it is whole, file it and note a letter for every client of it.

        `go_on(done, of)` is asked before each sheet; where it says no nothing is kept. To be
        called off the event loop. Raises RefusedError `letter_run.stopped`, `letter_run.nobody`,
        `letter_run.changed`; InputError `letter.unknown`.
        """
        self.corridor.need("make_letters")
        planned = self._planned(letter, client_ids)
        written = tuple(one for one in planned if one.written)
        if not written:
            raise RefusedError("letter_run.nobody")
        today = self.corridor.today()
        clinic = self._clinic()
        facts = (letter_of(_facts(letter, one, today), clinic) for one in written)
        drawn = draw_run(tuple(facts), envelopes, go_on)
        if drawn is None:
            raise RefusedError("letter_run.stopped")
        command = MakeLetters(
            letter=letter,
            asked=tuple(client_ids),
            written=written,
            envelopes=envelopes,
            pages=drawn.pages,
            pdf=drawn.pdf,
        )
        kept = self.corridor.perform("make_letters", make_letters, command)
        return LetterRun(
            id=kept.id,
            letter=letter,
            pdf=drawn.pdf,
            pages=drawn.pages,
            digest=kept.digest,
            written=tuple(_told(one) for one in written),
            left_out=tuple(_told(one) for one in planned if not one.written),
            lately=_lately(planned, today),
        )

    def runs(self, limit: int = 200) -> tuple[KeptRun, ...]:
        """Return the runs that were made, newest first."""
        return self.corridor.read(lambda uow: uow.letter_runs.recent(limit))

    def look_at(self, run_id: LetterRunId) -> bytes:
        """Return the pages of a run and log the look. Raises DeskError `letter_run.unknown`."""
        return self.corridor.perform("look", look_at_run, run_id)

    def again(self, run_id: LetterRunId) -> bytes:
        """Return the pages of a run for a printer or a file, and log it; no letter is noted.

        Raises DeskError `letter_run.unknown`.
        """
        return self.corridor.perform("make_letters", hand_out_run, run_id)

    def export(
        self,
        list_code: str,
        kind: str,
        language: str,
        client_ids: Sequence[ClientId] | None = None,
    ) -> bytes:
        """Return a list, or the chosen clients of it, as `csv` or `xlsx`, and log it with a count.

        No cell acts as a formula. Raises InputError `list_of_clients.unknown`, `file_out.kind`.
        """
        if list_code not in ORDER:
            raise InputError("list_of_clients.unknown", "list")
        lines = next(one.entries for one in self.lists() if one.code == list_code)
        chosen = None if client_ids is None else frozenset(client_ids)
        kept = [one for one in lines if chosen is None or one.client_id in chosen]

        def draw(uow: UnitOfWork, occasion: Occasion) -> tuple[bytes, int]:
            sites = {site.id: site.name for site in uow.organizations.all()}
            table = list_table(list_code, kept, sites, language)
            made = csv_bytes(table) if kind == "csv" else xlsx_bytes((table,))
            return made, len(kept)

        command = HandOut(
            act="list_exported",
            what=list_code,
            file_kind=kind if kind != "pdf" else "",
            language=language,
            draw=draw,
        )
        return self.corridor.perform("export", hand_out, command)

    def _planned(self, letter: str, client_ids: Sequence[ClientId]) -> tuple[PlannedLetter, ...]:
        now = pure_occasion(self.corridor)
        return self.corridor.read(lambda uow: plan_letters(letter, client_ids, uow, now))

    def _clinic(self) -> Clinic:
        name = str(self.corridor.settings()["clinic.name"])
        return Clinic(name=name, practice=self.corridor.practice)

    def _clocks(self, only: WorkList | None) -> tuple[DisasterClock, ...]:
        today, law = self.corridor.today(), self.corridor.law()
        waiting = [entry.event_id for entry in only.entries] if only else []
        found = []
        for event in self.corridor.read(lambda uow: uow.events.all()):
            told = standing(event, today, law, saved=False)
            clock = DisasterClock(
                event=event.name,
                state=told.code,
                row=told.row,
                removal_on=told.removal_on,
                confirmed=told.confirmed,
                clients=waiting.count(event.id),
            )
            found.append(clock)
        return tuple(sorted(found, key=lambda one: (one.removal_on or date.max, one.event)))


def _line(entry: WorkEntry) -> ListLine:
    return ListLine(
        name=entry.name,
        client_id=entry.client_id,
        born_on=entry.born_on,
        row=entry.row,
        since=entry.since,
        due=entry.due,
        alarm=entry.alarm if entry.alarm in LOUD else "",
        language=entry.language,
        site_id=entry.site_id,
        county=entry.county,
        no_contact=entry.no_contact,
        last_letter_on=entry.last_letter_on,
        document_id=entry.document_id,
    )


def _lately(planned: tuple[PlannedLetter, ...], today: date) -> int:
    return sum(one.written and written_lately(one.last_on, today) for one in planned)


def _told(one: PlannedLetter) -> LetterLine:
    return LetterLine(
        client_id=one.client.id,
        name=one.client.name.shown,
        to=one.verdict.to,
        language=one.client.language,
        reason=one.verdict.left_out,
    )


def _facts(letter: str, one: PlannedLetter, today: date) -> LetterFacts:
    return LetterFacts(
        kind=letter,
        to="client" if one.verdict.to == "client" else "parent",
        client=one.client,
        responsible=one.verdict.responsible,
        site=one.site,
        dated=today,
        day=one.day,
        kept_until=one.kept_until,
        age=one.age,
        consented=one.consented,
        adult_form_first=one.adult_form_first,
        event=one.event,
    )
