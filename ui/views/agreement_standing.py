"""One site's agreement at a glance: the sentence, the countdown, what changed, the next step."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from immtrac_desk.domain.ids import AgreementFileId, ApplicationId, OrganizationId, PaperId
from ui.presenters.agreement_standing import NextStep, StandingPresenter
from ui.presenters.roster_acts import SiteAbout
from ui.shell.actions import BY_ID
from ui.shell.house import House
from ui.shell.theme import theme
from ui.views.agreement_cards import (
    changed_card,
    files_card,
    force_card,
    named_card,
    papers_card,
    preparing_card,
    tasks_card,
    tvfc_card,
)
from ui.views.agreement_page import AgreementPage, Turns, holds_focus
from ui.views.agreement_timeline import AgreementTimeline
from ui.views.filed_paper import FiledPaper
from ui.views.form_in_place import FormInPlace
from ui.views.narrowing import scrolled
from ui.views.over_cards import OverCards
from ui.views.reading_order import as_read
from ui.views.roster_act import SiteActForm
from ui.views.slow_work import SlowWork
from ui.views.sparing_hint import SparingHint
from ui.widgets.banner import Banner
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, plain
from ui.wording import tr


class StandingPage(AgreementPage):
    """The eye goes from the sentence to the one button under it."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__(house, room)
        self.presenter: StandingPresenter | None = None
        self.next: Button | None = None
        self.more = Button("agreement_room.others")
        self._quiet: list[tuple[str, Callable[[], object]]] = []
        self.slow = SlowWork()
        self.banner = Banner()
        self.acts = QWidget()
        self._flow = Flow(self.acts, gap=8, row_gap=8)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.timeline = AgreementTimeline(house)
        self.over = OverCards(house)
        self._told = boxed(self._cards)
        body = column(self.over, self._told, self.timeline, None, space=12)
        self.area = scrolled(body)
        head = column(self.banner, self.acts, self.slow, space=8)
        self.setLayout(column(boxed(head), self.area, space=12))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setStretch(1, 1)

    # -- the page --------------------------------------------------------------------------

    @property
    def form(self) -> FormInPlace | None:
        """The small form that is open."""
        return self.over.form

    def show_site(self, site: OrganizationId, **about: object) -> None:
        super().show_site(site)
        self.over.fold()
        self.presenter = StandingPresenter(self.house.desk, tr, site)
        self._show()
        self.area.verticalScrollBar().setValue(0)

    def read(self) -> None:
        if self.presenter is not None:
            held = holds_focus(self.acts, self._told)
            self.presenter.read()
            self._show()
            if held:
                self.start()

    def start(self) -> None:
        """Put the focus on what comes next."""
        first = self.next or self.acts.findChild(Button)
        (first or self.timeline.months).setFocus()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self.form is not None:
            return {"record": self.form.submit}
        return {"agreement_next": self.next.click} if self.next is not None else {}

    def keep(self) -> None:
        self.over.keep()

    def retell(self) -> None:
        super().retell()
        if self.presenter is not None:
            self._show()

    # -- what is done ----------------------------------------------------------------------

    def do_step(self, step: NextStep) -> None:
        """Begin an application, open the one in preparation, or reopen the site."""
        presenter = self.presenter
        assert presenter is not None
        if step.application_id is not None:
            self.open_application(step.application_id)
        elif step.kind is not None:
            self.open_application(presenter.begin(step.kind))
        else:
            self.house.desk.roster.reopen_organization(self.site)
            self.house.tell(tr.say("agreement_room.reopened"), tone="good")
            self.read()

    def open_application(self, application_id: ApplicationId) -> None:
        self.house.go("application", application_id=application_id)

    def open_form(self, act_id: str, about: SiteAbout) -> None:
        """Open a small form over the cards; an older one is kept and gives way."""
        form = SiteActForm(self.house, act_id, about, self._form_done, self._folded)
        self.over.open(form, self.area)

    def reprint(self, paper_id: PaperId) -> None:
        """Print a filed packet once more; drawn off the event loop, logged as a reprint."""
        desk = self.house.desk
        self.slow.do(
            "agreement_room.drawing",
            lambda: desk.agreement.reprint(paper_id),
            self.house.print_pdf,
            self.house.refuse,
        )

    def look_at_file(self, file_id: AgreementFileId, told: str) -> None:
        """Read an attached file in place; the look is logged."""
        data = self.house.desk.agreement.open_file(file_id)
        paper = FiledPaper(told, data, self._folded)
        paper.setMinimumHeight(theme.pixels(420))
        self.over.open(paper, self.area)

    def _form_done(self) -> None:
        self.over.fold()
        self.read()
        self.start()
        self.house.tell(tr.say("agreement_room.done"), tone="good")
        self.house.acts_changed()

    def _folded(self) -> None:
        self.over.fold()
        self.start()
        self.house.acts_changed()

    # -- what is shown ---------------------------------------------------------------------

    def _show(self) -> None:
        presenter = self.presenter
        assert presenter is not None
        glance = presenter.glance()
        tone = glance.tone if glance.tone in ("good", "warn", "bad") else "info"
        self.banner.tell(glance.sentence, tone=tone, source=glance.law)
        self._show_acts(presenter)
        self._show_cards(presenter)
        self.timeline.read(self.site)
        as_read(self)

    def _show_acts(self, presenter: StandingPresenter) -> None:
        empty(self._flow)
        step, self.next = presenter.next_step(), None
        if step is not None:
            code = f"agreement_next.{step.id}"
            self.next = Button(code, self.guarded(partial(self.do_step, step)), kind="primary")
            hint = SparingHint(BY_ID["agreement_next"].keys)
            self._flow.addWidget(boxed(row(self.next, hint, space=8)))
        elif presenter.nothing_to_do():
            self._flow.addWidget(plain(presenter.nothing_to_do(), role="muted", wrap=False))
        for other in presenter.others():
            code = f"agreement_next.{other.id}"
            self._flow.addWidget(Button(code, self.guarded(partial(self.do_step, other))))
        self._quiet = self._quiet_acts(presenter)
        if self._quiet:
            self.more = Button("agreement_room.others", self.open_menu, kind="quiet")
            self._flow.addWidget(self.more)

    def open_menu(self) -> None:
        """What is done now and then, under its button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def menu(self) -> QMenu:
        menu = QMenu(self)
        for code, press in self._quiet:
            menu.addAction(tr.say(code)).triggered.connect(lambda _=False, do=press: do())
        return menu

    def _quiet_acts(self, presenter: StandingPresenter) -> list[tuple[str, Callable[[], object]]]:
        """What is done now and then: an unknown prescriber, a file, closing the site."""
        if not presenter.may("manage_agreement") or presenter.standing.organization.closed_on:
            return []
        about = SiteAbout(site=self.site)
        none = presenter.standing.agreement is None
        first: tuple[str, Callable[[], object]] = (
            ("agreement_room.enter", lambda: self.room.turn("enter", organization_id=self.site))
            if none
            else ("agreement_room.iee526", lambda: self.open_form("iee526", about))
        )
        return [
            first,
            *self._below(presenter),
            ("agreement_room.attach", lambda: self.open_form("attach", about)),
            ("agreement_room.close_site", lambda: self.open_form("close_site", about)),
        ]

    def _below(self, presenter: StandingPresenter) -> list[tuple[str, Callable[[], object]]]:
        """A site under this one, where it stands under no other itself."""
        if presenter.standing.organization.parent_id:
            return []
        return [("agreement_room.add_below", lambda: self.room.turn("site", below=self.site))]

    def _show_cards(self, presenter: StandingPresenter) -> None:
        empty(self._cards)
        left = [changed_card(presenter), force_card(presenter), named_card(presenter)]
        right = [
            preparing_card(presenter, self.open_application),
            tasks_card(presenter, self._close_task),
            tvfc_card(presenter),
            papers_card(presenter, self.reprint),
            files_card(presenter, self.look_at_file),
        ]
        sides = [boxed(column(*[c for c in side if c], None)) for side in (left, right)]
        self._cards.addWidget(_TwoColumns(*sides))

    def _close_task(self, task_id: str) -> None:
        presenter = self.presenter
        assert presenter is not None
        task = next(one for one in presenter.standing.tasks if one.id == task_id)
        self.open_form("close_task", SiteAbout(site=self.site, task=task.id))


class _TwoColumns(QWidget):
    """Side by side while there is room, else under each other."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        from ui.widgets.field_row import FieldRow

        across = FieldRow(gap=16, row_gap=12, least=12)
        across.add(left, 4)
        across.add(right, 3)
        self.setLayout(across)
