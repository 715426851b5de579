"""The page of disasters: the clinic's list, and the form of one event."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.errors import DeskError
from ui.presenters.events import EventRow, EventsPresenter
from ui.shell.house import House
from ui.views.event_form import EventForm
from ui.views.reading_order import as_read
from ui.views.setting_rows import SettingRows
from ui.views.settings_page import SettingsPage
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, plain
from ui.wording import tr


class EventsPage(SettingsPage):
    """The form unfolds above the list and keeps what was typed until it is saved or left."""

    def __init__(self, house: House) -> None:
        super().__init__(house, "events")
        self.presenter = EventsPresenter(house.desk, tr)
        self.form = EventForm(house.desk.people.parse_date, self._save, self._fold)
        self.form.hide()
        self.new = Button("event_page.add", lambda: self.begin(self.presenter.new()))
        self.new.setVisible(self.presenter.may_add)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.corrects: list[Button] = []
        self.rows = SettingRows(house, "events")
        self.add(row(self.new, None), self.form, self._list, self.rows)

    def read(self) -> None:
        shown = self.presenter.rows()
        empty(self._list)
        self.corrects = []
        for line in shown:
            self._list.addWidget(self._card(line))
        if not shown:
            self._list.addWidget(EmptyState("event_page.empty_title", "event_page.empty_body"))
        self.rows.read()
        as_read(self)

    def begin(self, event: DisasterEvent) -> None:
        self.form.show_event(event)
        self.form.show()
        self.new.setEnabled(False)
        self.form.name.setFocus()

    def _card(self, line: EventRow) -> Card:
        words = column(plain(line.name, role="strong"), plain(line.under, role="caption"), space=0)
        pill = StatusPill(line.pill, line.tone)
        side = column(pill, space=8)
        side.setAlignment(pill, Qt.AlignmentFlag.AlignRight)
        if self.presenter.may_correct:
            correct = Button("event_page.edit", lambda: self.begin(line.event))
            correct.setAccessibleName(f"{correct.text()}: {line.name}")
            self.corrects.append(correct)
            side.addWidget(correct, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        return Card(row(boxed(words), side, space=16, shares=(1,)), margin=16)

    def _save(self) -> None:
        try:
            self.presenter.save(self.form.about, self.form.answers())
        except DeskError as error:
            self.form.refuse(error)
            return
        self._fold()
        self.read()
        self.house.tell(partial(tr.say, "event_page.saved"), tone="good")

    def _fold(self) -> None:
        self.form.hide()
        self.new.setEnabled(True)
        self.new.setFocus()
