"""The obligations of a site with access, and who confirmed which when (handbook, agreements 8)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.desk.agreement_pictures import DutyLine
from immtrac_desk.domain.ids import OrganizationId
from ui.presenters.duties import DutiesPresenter
from ui.shell.theme import mark
from ui.widgets.card import Card
from ui.widgets.choice import Option
from ui.widgets.layouts import boxed, column, empty, row, rule
from ui.widgets.pick import Pick
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, Said, plain


class DutyCard(Card):
    """One site at a time; the first is shown until another is picked."""

    def __init__(self, presenter: DutiesPresenter, confirmed: Callable[[], object]) -> None:
        super().__init__()
        self._presenter, self._confirmed = presenter, confirmed
        self.site = Pick("duties.site")
        self.site.changed.connect(self._show)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(10)
        self.rows: dict[tuple[OrganizationId, str], DutyRow] = {}
        self.count = plain(role="strong")
        self.empty = Said("duties.no_site", role="muted")
        self.add(
            Said("duties.heading", role="section"),
            Said("duties.says", role="muted"),
            self.site,
            self.empty,
            self.count,
            self.lines,
        )

    def read(self) -> None:
        """Read sites and duties anew; the site that was picked stays."""
        sites = self._presenter.sites()
        self.site.offer([Option(site.id, site.name) for site in sites])
        if not self.site.value() and sites:
            self.site.set_value(sites[0].id)
        self.site.setVisible(len(sites) > 1)
        self.empty.setVisible(not sites)
        self._show()

    def _show(self) -> None:
        site = OrganizationId(str(self.site.value()))
        lines = self._presenter.duties(site) if site else ()
        self.count.setText(self._presenter.still_open(lines))
        self.count.setVisible(bool(lines))
        if list(self.rows) != [(site, line.duty.id) for line in lines]:
            self._lay(site, lines)
        for line in lines:
            self.rows[site, line.duty.id].tell(line)

    def _lay(self, site: OrganizationId, lines: Sequence[DutyLine]) -> None:
        empty(self.lines)
        self.rows = {}
        for line in lines:
            if self.rows:
                self.lines.addWidget(rule())
            made = DutyRow(self._presenter, line, partial(self._confirm, site, line.duty.id))
            self.rows[site, line.duty.id] = made
            self.lines.addWidget(made)

    def _confirm(self, site: OrganizationId, duty: str) -> None:
        self._presenter.confirm(site, duty)
        self.read()
        self._confirmed()


class DutyRow(QWidget):
    """One duty. It is told anew where it stands: the page and the focus stay where they are."""

    def __init__(
        self, presenter: DutiesPresenter, line: DutyLine, confirm: Callable[[], object]
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self.what, self.done, self.source = plain(), plain(), plain(role="caption")
        self.pill = StatusPill()
        self.confirm = Button("duties.confirm", confirm, kind="link")
        self.confirm.setVisible(presenter.may_confirm and line.duty.ours)
        side = column(self.pill, self.confirm, None, space=6)
        for part in (self.pill, self.confirm):
            side.setAlignment(part, Qt.AlignmentFlag.AlignRight)
        words = column(self.what, self.done, self.source, space=2)
        self.setLayout(row(boxed(words), side, space=16, shares=(1,)))

    def tell(self, line: DutyLine) -> None:
        what, done = self._presenter.duty_words(line)
        self.what.setText(what)
        self.done.setText(done)
        self.done.setVisible(bool(done))
        mark(self.done, role="strong" if line.confirmed else "muted")
        self.source.setText(self._presenter.duty_source(line))
        self.pill.tell(*self._presenter.duty_pill(line))
        self.confirm.retell()
        self.confirm.setAccessibleName(f"{self.confirm.text()}: {what}")
