"""One site's agreement in one glance: what is true, what changed, what comes next."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import (
    AgreementFile,
    AgreementPaper,
    AgreementState,
    ApplicationKind,
)
from immtrac_desk.domain.ids import AgreementFileId, ApplicationId, OrganizationId, PaperId
from immtrac_desk.domain.rights import may
from ui.presenters import agreement_words as words
from ui.presenters.agreement_changes import Changed, changes_of
from ui.presenters.agreement_preparing import GO_ON, Preparing, ended, in_preparation, preparing
from ui.presenters.agreement_tasks import TaskLine, task_line
from ui.presenters.why import law_words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import ApplicationLine

RENEWABLE = frozenset({AgreementState.OVERDUE, AgreementState.DUE_NOW, AgreementState.DUE_SOON})


@dataclass(frozen=True, slots=True)
class Glance:
    """The head of a site's agreement. `tone` is good, warn, bad, accent or quiet."""

    pill: str
    tone: str
    sentence: str
    countdown: str
    law: str
    beside: tuple[str, ...]
    """Smaller true things: the last reminder, the next one, what is unconfirmed."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do next. `id` is the code of its button: `agreement_next.<id>`."""

    id: str
    kind: ApplicationKind | None = None
    """The application to begin; None to open `application_id`, or for a step of its own."""
    application_id: ApplicationId | None = None


class StandingPresenter:
    """Reads one site at each `read`; everything else is said of that moment."""

    def __init__(self, desk: "Desk", tr: Wording, site: OrganizationId) -> None:
        self.desk, self.tr, self.site = desk, tr, site
        self.standing = desk.agreement.standing(site)

    def read(self) -> None:
        self.standing = self.desk.agreement.standing(self.site)

    def may(self, right: str) -> bool:
        return may(self.desk.actor.role, right)

    # -- what is true ------------------------------------------------------------------------

    def glance(self) -> Glance:
        """State, sentence and countdown of DT-13."""
        now = self.standing
        counts = now.state not in (AgreementState.CLOSED, AgreementState.NONE)
        return Glance(
            pill=self.tr.say(f"agreement_state.{now.state.value}"),
            tone=words.TONES[now.state],
            sentence=self._sentence(),
            countdown=words.countdown(now.days_left, self.tr) if counts else "",
            law=law_words(self.desk, now.row, self.tr),
            beside=self._beside() if counts else (),
        )

    def until(self) -> str:
        """Under the countdown: the due date, and how it is known."""
        now = self.standing
        if now.due is None or now.agreement is None:
            return ""
        code = "approved" if now.agreement.approved_on else "typed"
        approved = words.day_or_nothing(now.agreement.approved_on, self.tr)
        due = self.tr.long_date(now.due)
        return self.tr.say(f"agreement_until.{code}", due=due, approved=approved)

    def changed(self) -> tuple[Changed, ...]:
        """What differs today from what the agreement in force carried, the oldest first."""
        return changes_of(self.standing, self.desk, self.tr)

    def named(self) -> tuple[tuple[str, str], ...]:
        """Who the agreement in force names, by role."""
        agreement = self.standing.agreement
        signer = self.desk.roster.signer_label(self.standing.organization)
        return words.named_facts(agreement.people, signer, self.tr) if agreement else ()

    # -- what comes next ---------------------------------------------------------------------

    def next_step(self) -> NextStep | None:
        """The one thing to do next by whoever is at the desk; None while there is nothing."""
        live = self.live()
        if live:
            first = live[0]
            manage = self.may("manage_agreement")
            step = GO_ON[first.state] if manage else "look"
            return NextStep(step, application_id=first.application.id)
        if not self.may("manage_agreement"):
            return None
        state = self.standing.state
        if state is AgreementState.NONE:
            return NextStep("registration", ApplicationKind.REGISTRATION)
        if state is AgreementState.CHANGE_DUE:
            return NextStep("change", ApplicationKind.CHANGE)
        if state in RENEWABLE:
            return NextStep("renewal", ApplicationKind.RENEWAL)
        return NextStep("reopen") if state is AgreementState.CLOSED else None

    def nothing_to_do(self) -> str:
        """What is said where there is no next step."""
        rung = self.standing.next_rung
        if self.standing.state is not AgreementState.CURRENT or rung is None:
            return ""
        return self.tr.say("agreement_next.nothing", on=self.tr.short_date(rung.on))

    def others(self) -> tuple[NextStep, ...]:
        """What can be begun besides the one next step; a renewal carries every change."""
        if not self.may("manage_agreement") or self.standing.state is AgreementState.CLOSED:
            return ()
        first = self.next_step()
        kinds = [ApplicationKind.RENEWAL, ApplicationKind.CHANGE]
        if self.standing.agreement is None:
            kinds = [ApplicationKind.REGISTRATION]
        taken = {line.application.kind for line in self.live()} | {first.kind if first else None}
        if ApplicationKind.RENEWAL in taken:
            taken.add(ApplicationKind.CHANGE)
        return tuple(NextStep(kind.value, kind) for kind in kinds if kind not in taken)

    def begin(self, kind: ApplicationKind) -> ApplicationId:
        """Begin an application and return its id. Raises RefusedError."""
        return self.desk.agreement.begin(self.site, kind).application.id

    # -- in preparation ----------------------------------------------------------------------

    def live(self) -> tuple["ApplicationLine", ...]:
        return in_preparation(self.standing.applications)

    def preparing(self) -> tuple[Preparing, ...]:
        """Applications in preparation, the furthest on its way first."""
        return tuple(preparing(one, self.desk, self.tr) for one in self.live())

    def ended(self) -> tuple[Preparing, ...]:
        """Applications that came to an end, the latest first."""
        lines = ended(self.standing.applications)
        return tuple(preparing(one, self.desk, self.tr) for one in lines)

    # -- beside ------------------------------------------------------------------------------

    def tvfc(self) -> tuple[str, str, str] | None:
        """The yearly TVFC/ASN row: its sentence, what is beside it, and its tone."""
        line = self.standing.tvfc
        return words.tvfc_words(line, self.tr) if line is not None else None

    def tasks(self) -> tuple[TaskLine, ...]:
        return tuple(task_line(task, self.desk, self.tr) for task in self.standing.tasks)

    def papers(self) -> tuple[tuple[PaperId, str, str], ...]:
        """The signed packets of this site, the latest first: id, title, who signed it when."""
        papers = sorted(
            self.desk.agreement.papers(self.site), key=lambda one: one.filed_at, reverse=True
        )
        lines = self.standing.applications
        kinds = {one.application.id: one.application.kind for one in lines}
        stand = {one.paper_id for one in lines}
        return tuple(
            (p.id, self._title(p, kinds.get(p.application_id)), self._signed(p, stand))
            for p in papers
        )

    def files(self) -> tuple[tuple[AgreementFileId, str], ...]:
        """What DSHS gave and what was attached to this site, the latest first, in words.

        A person's own files stand with that person.
        """
        kept = [one for one in self.desk.agreement.files(self.site) if one.person_id is None]
        return tuple((one.id, self._file_words(one)) for one in reversed(kept))

    def _file_words(self, file: AgreementFile) -> str:
        what = self.tr.say(f"roster_file.{file.what}")
        on = self.tr.short_date(file.attached_at.astimezone(self.desk.now().tzinfo))
        return self.tr.say("roster.file", what=what, on=on)

    def _title(self, paper: AgreementPaper, kind: ApplicationKind | None) -> str:
        return self.tr.say(f"application_kind.{kind.value}") if kind else paper.id

    def _signed(self, paper: AgreementPaper, stand: Collection[PaperId | None]) -> str:
        on = self.tr.short_date(paper.signed_on)
        told = self.tr.say("agreement_room.signed_by", who=paper.signer_name, on=on)
        counts = paper.id in stand
        return told if counts else f"{told}. {self.tr.say('application_room.paper.dropped')}"

    def _beside(self) -> tuple[str, ...]:
        now = self.standing
        said = [words.rung_words(now.rung, "reached", self.tr)]
        said.append(words.rung_words(now.next_rung, "next", self.tr))
        if now.unconfirmed:
            months = self.desk.book.setting("agreement.period_months")
            said.append(self.tr.say("agreement_until.unconfirmed", months=months))
        return tuple(one for one in said if one)

    def _sentence(self) -> str:
        now = self.standing
        due = self.tr.long_date(now.due) if now.due else "…"
        closed = now.organization.closed_on
        since = self.tr.long_date(closed) if closed else "…"
        return self.tr.say(f"agreement_says.{now.state.value}", due=due, since=since)
