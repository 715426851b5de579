"""Doses to report: the list at the left, what the registry would say of one at the right."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ClientId, DoseId, OrganizationId
from ui.presenters.act_forms import About
from ui.presenters.doses import ALL, STATES, DosesPresenter
from ui.presenters.leads import way
from ui.shell.house import House
from ui.views.act_form import ActForm
from ui.views.beside import Beside
from ui.views.dose_panel import DosePanel
from ui.views.narrowing import scrolled
from ui.views.registry_page import ListedPage
from ui.views.row_table import RowTable
from ui.widgets.card import Card
from ui.widgets.choice import Option
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.pick import Pick
from ui.widgets.segments import Segments
from ui.widgets.words import Button, Said, plain
from ui.wording import tr

COLUMNS = (
    ("doses_page.client", 5),
    ("doses_page.dose", 6),
    ("doses_page.due", 0),
    ("doses_page.against", 5),
)
BY_HAND = ("set_aside_dose", "void_dose")


SITE_LETTERS = 18
"""Room for all sites in either language."""


class DosesPage(ListedPage):
    """Space ticks, so that several doses are reported by one act; Enter opens one."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = DosesPresenter(house.desk, tr)
        self.form: ActForm | None = None
        options = tuple(Option(one, f"doses_page.states.{one}") for one in STATES)
        self.states = Segments("doses_page.narrow", options, ALL, wraps=True)
        self.states.picked.connect(lambda _: self._narrowed())
        self.site = Pick("doses_page.site")
        self.site.combo.setMinimumContentsLength(SITE_LETTERS)
        self.site.changed.connect(self.read)
        self.table = RowTable("doses_page.name", COLUMNS, ticks=True, lines=2)
        self.table.in_hand.connect(self._in_hand)
        self.table.chosen.connect(lambda _: self.open_dose())
        self.table.ticked.connect(self._tell_count)
        self.count = plain(role="caption")
        self.client, self.dose = plain(role="section"), plain(role="muted")
        self.panel = DosePanel(self._mend)
        self.report_button = Button("doses_page.report", self.report, kind="primary")
        self._acts = QWidget()
        self._forms = QVBoxLayout()
        self._lay()

    # -- the page --------------------------------------------------------------------------

    def enter(self, **about: object) -> None:
        self.close_form()
        self.read()

    def start(self) -> None:
        self.table.setFocus()

    def refresh(self, changes: Changes) -> None:
        self.read()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {}
        if self.form is not None:
            acts["record"] = self.form.submit
        if self.table.key():
            acts["enter_in_registry"] = self.enter_in_registry
            if self.presenter.may_report:
                acts["new_dose"] = self.new_dose
                acts["report_doses"] = self.report
        return acts

    def keep(self) -> None:
        if self.form is not None:
            self.form.keep()

    def _read(self) -> None:
        sites = self.presenter.sites()
        self.site.setVisible(bool(sites))
        if sites:
            every = Option("", tr.say("doses_page.every_site"))
            self.site.offer([every, *(Option(*one) for one in sites)])
        self.presenter.site = OrganizationId(str(self.site.value() or ""))
        self.presenter.read()
        self._show()

    # -- what is done ----------------------------------------------------------------------

    def report(self) -> None:
        """The small form in which the ticked doses, or the one in hand, are reported."""
        self._open("report_doses", self.presenter.ids(self.table.picked()))

    def open_dose(self) -> None:
        """The form of the dose in hand."""
        if self.table.key():
            self.house.go("dose", dose_id=self.table.key(), then_back=True)

    def enter_in_registry(self) -> None:
        """The entry card of the client in hand."""
        if self._client():
            self.house.go("entry", client_id=self._client())

    def new_dose(self) -> None:
        """One more dose of the client in hand."""
        if self._client():
            self.house.go("dose", client_id=self._client())

    def close_form(self) -> None:
        """Back from a small form to what the registry would say."""
        empty(self._forms)
        self.form = None
        self._side.setCurrentIndex(0)
        self.house.acts_changed()

    def _open(self, form_id: str, ids: tuple[DoseId, ...]) -> None:
        if not ids:
            return
        self.close_form()
        about = replace(About(client_id=ClientId("")), dose_ids=ids)
        form = ActForm(self.house, form_id, about, self._done, self.close_form, count=len(ids))
        self.form = form
        self._forms.addWidget(form)
        self._side.setCurrentIndex(1)
        self.beside.turn()
        form.show()
        form.start()
        self.house.acts_changed()

    def _done(self) -> None:
        self.close_form()
        self.table.rows.ticked.clear()
        self.read()
        self.beside.turn_back()
        self.house.tell(partial(tr.say, "client_room.done"), tone="good")

    def _mend(self, kind: str) -> None:
        found = way(kind, client_id=self._client())
        if found is not None:
            self.house.go(found.room, **found.about)

    def _client(self) -> ClientId:
        line = self.presenter.lines.get(self.table.key())
        return line.client_id if line is not None else ClientId("")

    # -- what is shown ---------------------------------------------------------------------

    def _narrowed(self) -> None:
        self.presenter.state = self.states.value()
        self.presenter.narrow()
        self._show()

    def _show(self) -> None:
        self.table.show_rows(self.presenter.rows)
        self._listed.setCurrentIndex(0 if self.presenter.any else 1)
        self._tell_count()
        self.house.acts_changed()

    def _in_hand(self, key: str) -> None:
        said = self.presenter.said(key)
        title = self.presenter.title(key) if said is not None else ("", "")
        for label, text in zip((self.client, self.dose), title, strict=True):
            label.setText(text)
        self.panel.tell(said)
        self._acts.setVisible(said is not None)
        self.house.acts_changed()

    def _tell_count(self) -> None:
        self.count.setText(self.presenter.count_words(len(self.table.rows.ticked)))

    def _lay(self) -> None:
        filters = row(self.states, self.site, space=12, shares=(1,))
        self.report_button.setVisible(self.presenter.may_report)
        foot = row(self.count, self.report_button, space=8, shares=(1,))
        left = column(Said("doses_page.says", role="muted"), filters, self.table, foot, space=10)
        left.setStretch(2, 1)
        self._listed = QStackedWidget()
        self._listed.addWidget(boxed(left))
        self._listed.addWidget(
            EmptyState(
                "doses_page.empty_title",
                "doses_page.empty_body",
                action="doses_page.find",
                key="Ctrl+D",
                press=lambda: self.house.go("clients"),
            )
        )
        right = column(self.client, self.dose, self.panel, self._lay_acts(), None, space=10)
        self._side = QStackedWidget()
        self._side.addWidget(scrolled(_padded(right)))
        self._side.addWidget(scrolled(column(boxed(self._forms), None)))
        self.beside = Beside(
            self._listed, self._side, (9, 4), back="doses_page.back", forward="doses_page.one"
        )
        self.setLayout(column(self.beside))

    def _lay_acts(self) -> QWidget:
        flow = Flow(self._acts, gap=8, row_gap=8)
        flow.addWidget(Button("doses_page.open", self.open_dose))
        flow.addWidget(Button("doses_page.enter", self.enter_in_registry))
        for form_id in BY_HAND if self.presenter.may_report else ():
            press = partial(self._one, form_id)
            flow.addWidget(Button(f"act_form.{form_id}.title", press, kind="quiet"))
        return self._acts

    def _one(self, form_id: str) -> None:
        self._open(form_id, self.presenter.ids((self.table.key(),)))


def _padded(layout: QVBoxLayout) -> QVBoxLayout:
    return column(Card(layout), None)
