"""The cards of a site's agreement: in force, changed, named, preparing, to do, papers, files."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.agreement import AgreementState
from immtrac_desk.domain.ids import AgreementFileId, ApplicationId, OfficeTaskId, PaperId
from ui.presenters.agreement_preparing import Preparing
from ui.presenters.agreement_standing import StandingPresenter
from ui.shell.theme import mark
from ui.views.fact_list import FactList
from ui.widgets.card import Card
from ui.widgets.layouts import boxed, column, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, Said, plain

SHOWN = 6
"""Changes that are shown at once, each with its law; the others are a key away."""
LOUD = frozenset({AgreementState.OVERDUE, AgreementState.DUE_NOW})
"""States in which the countdown itself is what must be seen."""
OpenApplication = Callable[[ApplicationId], object]


class WhyLine(QWidget):
    """A sentence, a quiet second one, and the law behind `why?`."""

    def __init__(self, said: str, beside: str, law: str, *, tone: str = "") -> None:
        super().__init__()
        words = plain(said, role="strong" if tone else "body")
        if tone:
            mark(words, tone=tone)
        self._law = plain(law, role="caption")
        self._law.hide()
        self.why = Button("finding.why", self._unfold, kind="link")
        self.why.setAccessibleName(f"{self.why.text()} {said}")
        if not law:
            self.why.hide()
        head = row(boxed(column(words, *_quiet(beside), space=0)), self.why, shares=(1,))
        head.setAlignment(self.why, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, self._law, space=2))

    def _unfold(self) -> None:
        self._law.setVisible(not self._law.isVisible())


class Unfolding(QWidget):
    """What is too much for a glance, shown where it is asked for."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__()
        self._lines = plain("\n".join(lines))
        self._lines.hide()
        self.more = Button(
            "agreement_room.all_changes", self._unfold, kind="link", count=len(lines)
        )
        self.setLayout(column(row(self.more, None), self._lines, space=4))

    def _unfold(self) -> None:
        self.more.hide()
        self._lines.show()


def force_card(presenter: StandingPresenter) -> QWidget:
    """The agreement in force as a countdown."""
    glance = presenter.glance()
    agreement = presenter.standing.agreement
    title = "in_force" if agreement else "none_in_force"
    title = "last" if agreement and presenter.standing.organization.closed_on else title
    pill = StatusPill(glance.pill, glance.tone)
    card = Card(row(Said(f"agreement_room.{title}", role="section"), pill, shares=(1,)), space=4)
    if glance.countdown:
        days = plain(glance.countdown, role="title")
        if presenter.standing.state in LOUD:
            mark(days, tone=glance.tone)
        card.add(days)
    if presenter.until():
        card.add(plain(presenter.until()))
    for said in glance.beside:
        card.add(plain(said, role="caption"))
    if agreement and not presenter.standing.triggers:
        card.add(Said("agreement_room.nothing_changed", role="caption"))
    return card


def changed_card(presenter: StandingPresenter) -> QWidget | None:
    """What differs from what was approved: who or what, since when."""
    changed = presenter.changed()
    if not changed:
        return None
    card = Card(Said("agreement_room.changed", role="section"), space=8)
    for one in changed[:SHOWN]:
        card.add(WhyLine(f"▲ {one.what}", one.since, one.law, tone="warn"))
    rest = changed[SHOWN:]
    if rest:
        card.add(Unfolding(tuple(f"▲ {one.what}, {one.since}" for one in rest)))
    return card


def named_card(presenter: StandingPresenter) -> QWidget | None:
    """Who the agreement in force names, by role."""
    if presenter.standing.agreement is None:
        return None
    facts = FactList()
    facts.tell(presenter.named())
    card = Card(Said("agreement_room.named", role="section"), space=8)
    card.add(facts if facts.facts else Said("agreement_room.named_nobody", role="muted"))
    return card


def preparing_card(presenter: StandingPresenter, opened: OpenApplication) -> QWidget:
    """Applications in preparation, then those that ended."""
    card = Card(Said("agreement_room.preparing", role="section"), space=8)
    live = presenter.preparing()
    for one in live:
        card.add(_application(one, opened))
    if not live:
        card.add(Said("agreement_room.preparing_none", role="muted"))
    ended = presenter.ended()
    if ended:
        card.add(Said("agreement_room.ended", role="label"))
    for one in ended:
        card.add(_application(one, opened))
    return card


def tasks_card(
    presenter: StandingPresenter, close: Callable[[OfficeTaskId], object]
) -> QWidget | None:
    """What the office must do outside the desk, each with the button that closes it."""
    lines = presenter.tasks()
    if not lines:
        return None
    card = Card(Said("agreement_room.tasks", role="section"), space=8)
    for line in lines:
        until = plain(line.until, role="caption")
        if line.tone:
            mark(until, tone=line.tone)
        words = boxed(column(plain(line.what), until, space=0))
        parts: list[QWidget] = [words]
        if presenter.may("manage_roster"):
            done = Button("agreement_room.task_close", partial(close, line.task.id))
            done.setAccessibleName(f"{done.text()}: {line.what}")
            parts.append(done)
        card.add(row(*parts, shares=(1,)))
    return card


def tvfc_card(presenter: StandingPresenter) -> QWidget | None:
    """The yearly row of TVFC/ASN, beside the agreement."""
    told = presenter.tvfc()
    if told is None:
        return None
    said, beside, tone = told
    card = Card(Said("agreement_tvfc.title", role="section"), space=4)
    words = plain(said)
    if tone in ("warn", "bad"):
        mark(words, tone=tone)
    card.add(words, *_quiet(beside))
    return card


def papers_card(
    presenter: StandingPresenter, reprint: Callable[[PaperId], object]
) -> QWidget | None:
    """The signed packets, each printed again by one button."""
    papers = presenter.papers()
    if not papers:
        return None
    card = Card(Said("agreement_room.papers", role="section"), space=8)
    for paper_id, title, signed in papers:
        words = boxed(column(plain(title), plain(signed, role="caption"), space=0))
        again = Button("agreement_room.reprint", partial(reprint, paper_id))
        again.setAccessibleName(f"{again.text()}: {title}, {signed}")
        card.add(row(words, again, shares=(1,)))
    return card


def files_card(
    presenter: StandingPresenter, look: Callable[[AgreementFileId, str], object]
) -> QWidget | None:
    """The agreement as DSHS gave it, and whatever else was attached, each read by one button."""
    files = presenter.files()
    if not files:
        return None
    card = Card(Said("roster.files", role="section"), space=8)
    for file_id, told in files:
        read = Button("agreement_room.open", partial(look, file_id, told))
        read.setAccessibleName(f"{read.text()}: {told}")
        card.add(row(plain(told), read, shares=(1,)))
    return card


def _application(one: Preparing, opened: OpenApplication) -> QWidget:
    button = Button("agreement_room.open", partial(opened, one.id))
    button.setAccessibleName(f"{button.text()}: {one.title}, {one.pill}")
    head = row(plain(one.title, role="strong"), StatusPill(one.pill, one.tone), button, shares=(1,))
    return boxed(column(head, WhyLine(one.about, "", one.law), space=2))


def _quiet(text: str) -> Sequence[QWidget]:
    return (plain(text, role="caption"),) if text else ()
