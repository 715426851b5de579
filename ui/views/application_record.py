"""The record: what happened to an application, what was signed, what lies beside it, what next."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from immtrac_desk.domain.agreement import AgreementFile, AgreementPaper
from immtrac_desk.domain.ids import StepId
from immtrac_desk.domain.rights import may
from ui.presenters import application_acts as acts
from ui.presenters.application import ApplicationPresenter
from ui.presenters.application_acts import AboutApplication
from ui.presenters.application_record import RecordPresenter, StepLine
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.application_act import ApplicationActForm
from ui.views.filed_paper import FiledPaper
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.views.time_line import LARGE, Bead, beside_bead
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

NARROW = 700
"""Pixels at 100 % under which the two columns stand under each other."""


class ApplicationRecord(QWidget):
    """Steps on the left; on the right the next act's form, or a paper that is being read."""

    def __init__(
        self, house: House, presenter: ApplicationPresenter, done: Callable[[], object]
    ) -> None:
        super().__init__()
        self.house, self.presenter, self._done = house, presenter, done
        self.form: ApplicationActForm | None = None
        self.paper: FiledPaper | None = None
        self.offers: dict[str, Button] = {}
        self._offered = QVBoxLayout()
        self._lines, self._papers, self._side = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for layout in (self._lines, self._papers, self._side, self._offered):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)
        steps = Card(Said("application_room.record.steps", role="section"), self._lines, space=10)
        left = boxed(column(steps, boxed(self._papers), None))
        self._above = boxed(self._offered)
        right = boxed(column(self._above, boxed(self._side), None))
        self.across = row(left, right, space=24, shares=(5, 4))
        self.across.setContentsMargins(0, 0, 8, 8)
        self.setLayout(column(scrolled(self.across)))
        theme.changed.connect(self._turned)

    # -- showing -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the picture again; a form somebody is typing in stays."""
        record = RecordPresenter(self.house.desk, self.presenter.picture, tr)
        empty(self._lines)
        lines = record.steps()
        for index, line in enumerate(lines):
            self._lines.addWidget(self._step(line, last=index == len(lines) - 1))
        self._show_papers(record)
        self._show_offers()
        as_read(self)

    def retell(self) -> None:
        self.refresh()
        if self.form is not None:
            self.form.retell()

    def keep(self) -> None:
        if self.form is not None:
            self.form.keep()

    def next_act(self) -> str:
        """The act that usually comes next, "" where there is none."""
        offered = acts.offered(self.presenter.picture.state)
        first = offered[0] if offered else ""
        return "" if first == "application_abandon" else first

    def open_act(self, act_id: str, step_id: StepId | None = None) -> None:
        """Open a small form in place; an older one is kept and gives way."""
        if not may(self.house.desk.actor.role, acts.act(act_id).right):
            return
        self._clear()
        picture = self.presenter.picture
        about = AboutApplication(
            application_id=picture.application.id,
            organization_id=picture.application.organization_id,
            step_id=step_id,
        )
        known = acts.starting(act_id, picture, self.house.desk)
        self.form = ApplicationActForm(
            self.house, act_id, about, known, self._form_done, self.close_side
        )
        self._side.addWidget(self.form)
        self.form.show()
        self.form.start()
        self._show_offers()
        self.house.acts_changed()

    def close_side(self) -> None:
        """Put away what stands at the right."""
        self._clear()
        self._show_offers()
        self.house.acts_changed()

    def start(self) -> None:
        """Put the focus on the form, or on what comes next."""
        if self.form is not None:
            self.form.start()
        elif self.offers:
            next(iter(self.offers.values())).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where room is scarce, what comes next stands above what happened."""
        direction = QBoxLayout.Direction
        narrow = self.width() < theme.pixels(NARROW)
        self.across.setDirection(direction.BottomToTop if narrow else direction.LeftToRight)

    def _turned(self) -> None:
        self._fit()
        if self.isVisible():
            self.refresh()

    # -- parts -------------------------------------------------------------------------------

    def _step(self, line: StepLine, *, last: bool) -> QWidget:
        day = plain(line.day, role="label", wrap=False)
        day.setMinimumWidth(theme.pixels(88))
        said = [plain(line.told, role="muted" if line.undone else "strong")]
        if line.undone:
            said.append(plain(tr.say("application_room.undone"), role="caption"))
        said.append(plain(line.under, role="caption"))
        links = self._undo_links(line)
        large = theme.percent > LARGE
        words = boxed(column(*said, *(links if large else ()), space=0))
        layout = row(Bead(line.undone, last), day, words, *(() if large else links), space=10)
        layout.setStretch(2, 1)
        layout.setContentsMargins(0, 0, 0, 6)
        return beside_bead(layout)

    def _undo_links(self, line: StepLine) -> tuple[Button, ...]:
        if not line.can_undo or not may(self.house.desk.actor.role, "manage_agreement"):
            return ()
        step_id = line.step.id
        return (
            _link(
                "application_room.undo",
                lambda: self.open_act("application_undo", step_id),
                line.told,
            ),
        )

    def _show_papers(self, record: RecordPresenter) -> None:
        empty(self._papers)
        picture = self.presenter.picture
        papers = [self._paper(paper, record) for paper in picture.papers]
        files = [self._file(file, record) for file in picture.files]
        self._card("papers", papers, "no_papers")
        attach: list[QWidget] = []
        if may(self.house.desk.actor.role, "manage_agreement"):
            press = lambda: self.open_act("application_attach")  # noqa: E731
            attach.append(boxed(row(Button("application_room.record.attach", press), None)))
        self._card("files", [*files, *attach], "no_files" if not files else "")

    def _card(self, code: str, lines: list[QWidget], nothing: str) -> None:
        none = [Said(f"application_room.record.{nothing}", role="muted")] if nothing else []
        shown = lines if code == "papers" and lines else [*none, *lines]
        title = Said(f"application_room.record.{code}", role="section")
        self._papers.addWidget(Card(title, *shown, space=10))

    def _paper(self, paper: AgreementPaper, record: RecordPresenter) -> QWidget:
        head, under = record.paper_words(paper)
        words = column(plain(head, role="strong"), plain(under, role="caption"), space=0)
        stands = self._stands(paper)
        if not stands:
            note = tr.say("application_room.paper.dropped")
            words.insertWidget(1, plain(note, role="caption"))
        look = _link("application_room.paper.open", lambda: self._read(paper, head), head)
        copy = _link("application_room.paper.copy", lambda: self._copy(paper), head)
        return boxed(column(boxed(words), _flowing(look, copy), space=0))

    def _stands(self, paper: AgreementPaper) -> bool:
        """Whether the signature on this packet is the one that counts."""
        signed = self.presenter.signed
        return signed is not None and signed.paper_id == paper.id

    def _file(self, file: AgreementFile, record: RecordPresenter) -> QWidget:
        told = record.file_words(file)
        look = _link("application_room.paper.open", lambda: self._open_file(file, told), told)
        return boxed(row(plain(told), look, space=8, shares=(1,)))

    def _show_offers(self) -> None:
        empty(self._offered)
        self.offers = {}
        self._above.setVisible(self.form is None and self.paper is None)
        if self.form is not None or self.paper is not None:
            return
        role = self.house.desk.actor.role
        offered = acts.offered(self.presenter.picture.state)
        able = [one for one in offered if may(role, acts.act(one).right)]
        for index, act_id in enumerate(able):
            first = index == 0 and act_id == self.next_act()
            press = lambda act_id=act_id: self.open_act(act_id)  # noqa: E731
            kind = "primary" if first else "plain"
            self.offers[act_id] = Button(f"act_form.{act_id}.title", press, kind=kind)
            self._offered.addWidget(boxed(row(self.offers[act_id], None)))
        if not offered:
            back = Button("application_room.empty.go", lambda: self.house.go("agreement"))
            self.offers["agreement"] = back
            self._offered.addWidget(boxed(row(back, None)))

    # -- acts --------------------------------------------------------------------------------

    def _read(self, paper: AgreementPaper, title: str) -> None:
        """Read the signed packet in place, as it was filed."""
        pdf = self.house.desk.agreement.reprint(paper.id)
        self._show_paper(FiledPaper(title, pdf, self.close_side, lambda: self.house.print_pdf(pdf)))

    def _copy(self, paper: AgreementPaper) -> None:
        self.house.print_pdf(self.house.desk.agreement.reprint(paper.id))

    def _open_file(self, file: AgreementFile, title: str) -> None:
        data = self.house.desk.agreement.open_file(file.id)
        self._show_paper(FiledPaper(title, data, self.close_side))

    def _show_paper(self, paper: FiledPaper) -> None:
        self._clear()
        self.paper = paper
        paper.setMinimumHeight(theme.pixels(420))
        self._side.addWidget(paper)
        paper.show()
        paper.start()
        self._show_offers()
        self.house.acts_changed()

    def _form_done(self) -> None:
        self._clear()
        self._done()

    def _clear(self) -> None:
        if self.form is not None:
            self.form.keep()
        self.form = self.paper = None
        empty(self._side)


def _link(code: str, press: Callable[[], object], about: str) -> Button:
    link = Button(code, press, kind="link")
    link.setAccessibleName(f"{link.text()}: {about}")
    return link


def _flowing(*links: Button) -> QWidget:
    box = QWidget()
    flow = Flow(box, gap=4)
    for link in links:
        flow.addWidget(link)
    return box
