"""The obligations of a site with access, and who confirmed which when (agreements.md section 8)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.desk.agreement_pictures import DutyLine
from immtrac_desk.domain.ids import OrganizationId
from ui.presenters.duties import DutiesPresenter
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
        self.empty = Said("duties.no_site", role="muted")
        self.add(
            Said("duties.heading", role="section"),
            Said("duties.says", role="muted"),
            self.site,
            self.empty,
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
        empty(self.lines)
        site = str(self.site.value())
        for number, line in enumerate(self._presenter.duties(OrganizationId(site)) if site else ()):
            if number:
                self.lines.addWidget(rule())
            self.lines.addWidget(self._row(OrganizationId(site), line))

    def _row(self, site: OrganizationId, line: DutyLine) -> QWidget:
        what, done = self._presenter.duty_words(line)
        pill = StatusPill(*self._presenter.duty_pill(line))
        side = column(pill, space=6)
        side.setAlignment(pill, Qt.AlignmentFlag.AlignRight)
        if self._presenter.may_confirm and line.duty.ours:
            confirm = Button("duties.confirm", lambda: self._confirm(site, line), kind="link")
            confirm.setAccessibleName(f"{confirm.text()}: {what}")
            side.addWidget(confirm, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        words = column(
            plain(what),
            *([plain(done, role="strong" if line.confirmed else "muted")] if done else []),
            plain(self._presenter.duty_source(line), role="caption"),
            space=2,
        )
        return boxed(row(boxed(words), side, space=16, shares=(1,)))

    def _confirm(self, site: OrganizationId, line: DutyLine) -> None:
        self._presenter.confirm(site, line.duty.id)
        self.read()
        self._confirmed()
