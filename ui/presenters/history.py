"""History: the book as people read it, what each line means, and whether it still holds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.agreement import StepKind
from immtrac_desk.domain.answer import AnswerStepKind
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.dose import DoseStepKind
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.rights import may
from immtrac_desk.errors import DeskError
from ui.presenters.history_facts import FactWords
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.pictures import Problem

PAGE = 100
"""Lines read at a time."""

OF_THE_OFFICE = (
    "vault_created", "vault_opened", "vault_restored", "backup_made", "right_refused",
    "loud_entry_seen", "recovery_code_used", "recovery_code_made", "staff_added", "role_changed",
    "staff_disabled", "passphrase_changed", "setting_changed", "event_added", "event_corrected",
    "client_added", "client_corrected", "client_looked_at", "identity_changed", "clients_merged",
    "merge_taken_back", "task_closed", "referred_to_dshs", "draft_kept", "draft_resumed",
    "draft_discarded", "draft_superseded", "print_prepared", "printed",
    "reprint_prepared", "reprinted", "blank_printed",
    "document_looked_at", "attachment_looked_at", "override_used", "pack_verified",
    "form_kept", "form_resumed", "form_discarded",
    "organization_added", "organization_saved", "organization_closed", "organization_reopened",
    "person_added", "person_saved", "person_left", "person_file_kept", "role_given", "role_ended",
    "role_taken_back", "training_noted", "account_noted", "office_task_closed", "duty_confirmed",
    "agreement_entered", "agreement_file_kept", "agreement_file_looked_at", "iee526_noted",
    "packet_prepared", "packet_reprinted", "questions_changed",
    "consent_exported", "record_summary_given", "record_file_given",
    "dose_entered", "dose_corrected", "answer_taken", "answer_looked_at",
    "letters_run", "letters_looked_at", "letters_again", "list_exported", "report_exported",
    "catalogue_saved", "catalogue_retired",
    "report_received", "tips_noted", "tips_voided", "lever_confirmed",
)  # fmt: skip
ACTS = (
    *(kind.value for kind in ActKind),
    *(kind.value for kind in StepKind),
    *(kind.value for kind in DoseStepKind),
    *(kind.value for kind in AnswerStepKind),
    *OF_THE_OFFICE,
)
"""Every name a line of the book may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilter:
    """What is asked for; "" and None ask for everything."""

    act: str = ""
    actor_id: str = ""
    client_id: ClientId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One line of the book in words."""

    entry: AuditEntry
    at: str
    who: str
    what: str
    about: str
    facts: tuple[tuple[str, str], ...]


class HistoryPresenter:
    """`ask` begins at the newest line, `more` goes on; `rows` are those read so far."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self._names: dict[ClientId, str] = {}
        self._stop = Event()
        self.filter = HistoryFilter()
        self.rows: tuple[HistoryRow, ...] = ()
        self.whole = False
        self.may_see_loud = may(desk.actor.role, "see_loud")

    def ask(self, wanted: HistoryFilter) -> tuple[HistoryRow, ...]:
        self.filter, self.rows = wanted, ()
        return self.more()

    def more(self) -> tuple[HistoryRow, ...]:
        """Return the next lines, none at the end of the book."""
        before = self.rows[-1].entry.seq if self.rows else None
        entries = self._desk.book.history(
            self.filter.client_id,
            limit=PAGE,
            before_seq=before,
            acts=(self.filter.act,) if self.filter.act else (),
            actor_id=self.filter.actor_id,
        )
        self.whole = len(entries) < PAGE
        read = self._in_words(entries)
        self.rows += read
        return read

    def loud(self) -> tuple[HistoryRow, ...]:
        """Lines that no supervisor has seen yet."""
        return self._in_words(self._desk.book.loud())

    def seen(self, seq: int) -> None:
        self._desk.book.seen(seq)

    def acts(self) -> tuple[tuple[str, str], ...]:
        """Every act the book knows, in words and in their order: for the filter."""
        known = sorted(ACTS, key=lambda act: self._tr.say(f"audit.{act}").casefold())
        return tuple((act, f"audit.{act}") for act in known)

    def people(self) -> tuple[tuple[str, str], ...]:
        """Everybody who ever worked here: id and name."""
        return tuple((member.id, member.name) for member in self._desk.staff.all())

    def why(self, line: AuditEntry) -> str:
        """The rule behind a line as it stood on the line's day, with its source; "" for none."""
        on = line.at.astimezone(self._desk.now().tzinfo).date()
        try:
            law = self._desk.book.law_row(line.row, on)
        except DeskError:
            return ""
        what, citation = law.said(self._tr.language), self._tr.cited(law.citation)
        return self._tr.say("history_room.law", row=law.id, what=what, citation=citation)

    def check(self) -> Callable[[], tuple["Problem", ...]]:
        """Return the check of everything: slow, called off the event loop, ended by `stop`."""
        stop = self._stop = Event()
        return lambda: self._desk.book.verify(lambda: not stop.is_set())

    def stop(self) -> None:
        """Let the check that was asked for last end at its next step."""
        self._stop.set()

    def verdict(self, problems: tuple["Problem", ...]) -> tuple[str, str]:
        """What the check found: a headline, and file and place of each problem."""
        if not problems:
            return self._tr.say("history_room.sound"), self._tr.say("history_room.sound_what")
        lines = [
            self._tr.say(
                "history_room.problem", file=p.file, place=p.place, what=self._problem(p.what)
            )
            for p in problems
        ]
        head = "history_room.problems_1" if len(lines) == 1 else "history_room.problems_n"
        return self._tr.say(head, count=len(lines)), "\n".join(lines)

    def _problem(self, what: str) -> str:
        codes = (f"problem.{what}", what)
        return next((self._tr.say(code) for code in codes if self._tr.has(code)), what)

    def _in_words(self, entries: Iterable[AuditEntry]) -> tuple[HistoryRow, ...]:
        lines = tuple(entries)
        self._learn({ClientId(line.client_id) for line in lines if line.client_id})
        facts = FactWords(self._desk, self._tr)
        return tuple(self._row(line, facts) for line in lines)

    def _learn(self, ids: set[ClientId]) -> None:
        missing = ids - self._names.keys()
        if missing:
            found = self._desk.people.names(missing)
            self._names |= {client: name.shown for client, name in found.items()}

    def _row(self, line: AuditEntry, facts: FactWords) -> HistoryRow:
        at = line.at.astimezone(self._desk.now().tzinfo)
        return HistoryRow(
            entry=line,
            at=self._tr.moment(at),
            who=line.actor,
            what=self._tr.say(f"audit.{line.act}"),
            about=self._names.get(ClientId(line.client_id), "") or facts.about(line),
            facts=facts.of(line),
        )
