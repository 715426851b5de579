"""The filters above a list of people: words, site, language, alarm, who wants letters."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.presenters.registry_lists import ListsPresenter, Narrowed
from ui.widgets.checks import Checks
from ui.widgets.choice import Option
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.layouts import column
from ui.widgets.pick import Pick

REST = 120
ANY = Option("", "lists_page.any")
ALARMS = tuple(Option(one, f"lists_page.alarm.{one}") for one in ("red", "amber", "calm"))
WRITABLE = "writable"


class PeopleFilters(QWidget):
    """`changed` rings when something else is asked for; `narrowed` is what."""

    changed = Signal()

    def __init__(self, presenter: ListsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.changed)
        self.text = Field("lists_page.text")
        self.text.changed.connect(lambda: self._timer.start(REST))
        self.site = Pick("lists_page.site")
        self.language = Pick("lists_page.language")
        self.alarm = Pick("lists_page.alarm", (ANY, *ALARMS))
        self.writable = Checks("lists_page.letters", [Option(WRITABLE, "lists_page.writable")])
        for one in (self.site, self.language, self.alarm, self.writable):
            one.changed.connect(self.changed)
        inner = fields(
            self.text, self.site, self.language, self.alarm, self.writable, shares=(2, 2, 2, 2, 3)
        )
        self.setLayout(column(inner))
        self.setFocusProxy(self.text.editor)

    def narrowed(self) -> Narrowed:
        return Narrowed(
            text=self.text.text(),
            site=str(self.site.value()),
            language=str(self.language.value()),
            alarm=str(self.alarm.value()),
            writable=bool(self.writable.values()),
        )

    def offer(self) -> None:
        """Offer what the list in hand can be narrowed by, and show by what it is."""
        sites, spoken = self._presenter.sites(), self._presenter.languages()
        self.site.offer([ANY, *(Option(site, name) for site, name in sites)])
        words = self._presenter.language_words
        self.language.offer([ANY, *(Option(one, words(one)) for one in spoken)])
        self.site.setVisible(bool(sites))
        self.language.setVisible(len(spoken) > 1)
        self.alarm.setVisible(self._presenter.any_alarm)
        asked = self._presenter.narrowed
        if self.text.text() != asked.text:
            self.text.set_value(asked.text)
        self.site.set_value(asked.site)
        self.language.set_value(asked.language)
        self.alarm.set_value(asked.alarm)
        self.writable.set_values((WRITABLE,) if asked.writable else ())

    def retell(self) -> None:
        self.offer()
