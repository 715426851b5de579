"""The foot of the entry card: what was done in the registry, noted in one go."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from ui.presenters.entry_finish import OUTCOMES, FinishPresenter
from ui.presenters.form_values import Value
from ui.shell.house import House
from ui.views.form_in_place import FormInPlace
from ui.widgets.checks import Checks
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.words import Said

YES_NO = (Option("yes", "entry_finish.yes"), Option("no", "entry_finish.no"))


class FinishForm(FormInPlace):
    """`done` after it was noted; `stopped` where the screens could not be walked to their end."""

    cancel_words = "entry_finish.stop"

    def __init__(
        self,
        house: House,
        presenter: FinishPresenter,
        done: Callable[[], object],
        stopped: Callable[[], object],
    ) -> None:
        super().__init__(house, house.today(), done, stopped)
        self.presenter = presenter
        outcomes = tuple(Option(one, f"act_form.note_search.outcomes.{one}") for one in OUTCOMES)
        self.searched = Choice("entry_finish.searched", outcomes, name="searched")
        self.number = Field("entry_finish.immtrac2_id", name="immtrac2_id")
        self.affirmed = Choice("entry_finish.affirmed", YES_NO, name="affirmed")
        doses = tuple(Option(key, words) for key, words in presenter.dose_words())
        self.reported = Checks("entry_finish.reported", doses, name="reported")
        self.on = DateField("entry_finish.on", house.desk.people.parse_date, name="on")
        self.user = Field("entry_finish.registry_user", name="registry_user")
        title = Said("entry_finish.title", role="section")
        says = Said("entry_finish.says", role="muted")
        fields = (self.searched, self.number, self.affirmed, self.reported, self.on, self.user)
        for field in fields:
            self.take(field.name, field)
        self.affirmed.setVisible(presenter.asks_affirmed)
        self.reported.setVisible(bool(presenter.doses))
        self.lay((title, says, self.kept_strip, *fields), "entry_finish.do")
        self.number.set_value(presenter.of.card.client.immtrac2_id)
        self.on.set_day(self.day)
        self.user.set_value(presenter.user())
        self.offer_kept("entry_finish", presenter.of.client_id)

    @property
    def stop_reason(self) -> str:
        """Why it stopped, as far as what was found when searching already says it."""
        return "candidates" if self.searched.value() == "candidates" else ""

    def do(self, values: dict[str, Value]) -> None:
        self.presenter.finish(values)

    def cancel(self) -> None:
        """Stopping gives up nothing: what was found so far stays kept."""
        self._cancelled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the room's: nobody stops by a slip of a key."""
        QFrame.keyPressEvent(self, event)
