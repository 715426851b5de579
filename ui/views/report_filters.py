"""For which days and which site the pictures are drawn."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.errors import InputError
from ui.presenters.report_period import KINDS, Period
from ui.presenters.reports import ReportsPresenter
from ui.shell.house import House
from ui.widgets.choice import Option
from ui.widgets.date_field import DateField
from ui.widgets.field_row import fields
from ui.widgets.layouts import column
from ui.widgets.pick import Pick

_ALL = Option("", "reports_room.all_sites")


class ReportFilters(QWidget):
    """`changed` rings when another period or site is asked for; the presenter has it then."""

    changed = Signal()

    def __init__(self, house: House, presenter: ReportsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        parse = house.desk.people.parse_date
        kinds = [Option(kind, f"reports_room.period.{kind}") for kind in KINDS]
        self.kind = Pick("reports_room.for", kinds)
        self.kind.set_value(presenter.kind)
        self.first = DateField("reports_room.first", parse, name="first")
        self.last = DateField("reports_room.last", parse, name="last")
        self.site = Pick("lists_page.site")
        for field in (self.kind, self.first, self.last, self.site):
            field.changed.connect(self._asked)
        self._rest = QWidget()
        # Takes the room where the period stands alone: a pick as wide as the window reads badly.
        inner = fields(
            self.kind, self.first, self.last, self.site, self._rest, shares=(3, 3, 3, 4, 6)
        )
        self.setLayout(column(inner))
        self._tell_days()

    def offer(self) -> None:
        """Offer the sites there are now."""
        sites = self._presenter.sites()
        self.site.offer([_ALL, *(Option(site, name) for site, name in sites)])
        self.site.set_value(self._presenter.site or "")
        self.site.setVisible(len(sites) > 1)
        self._tell_days()

    def retell(self) -> None:
        self.offer()

    def _asked(self) -> None:
        presenter = self._presenter
        presenter.kind = str(self.kind.value())
        presenter.site = OrganizationId(str(self.site.value())) or None
        first, last = self.first.day(), self.last.day()
        if presenter.kind == "own" and first and last:
            if last < first:
                self.last.refuse(InputError("reports_room.last_before_first", "last"))
                return
            self.last.show_findings(())
            presenter.own = Period(first, last)
        elif presenter.kind == "own":
            return
        self._tell_days()
        self.changed.emit()

    def _tell_days(self) -> None:
        """Days of one's own are typed; those of the calendar are said beneath."""
        own = self._presenter.kind == "own"
        period = self._presenter.period
        for field, day in ((self.first, period.first), (self.last, period.last)):
            field.setVisible(own)
            if field.day() != day:
                field.set_day(day)
        self._rest.setVisible(not own and self.site.isHidden())
        self.kind.note(None if own else self._presenter.period_words)
