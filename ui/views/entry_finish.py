"""The foot of the entry card: what was done in the registry, noted in one go."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from immtrac_desk.errors import DeskError, InputError
from ui.presenters.entry_finish import OUTCOMES, FinishPresenter, FinishTyping
from ui.presenters.form_keeper import FormKeeper
from ui.shell.house import House
from ui.shell.theme import mark
from ui.views.kept_strip import KeptStrip
from ui.views.sparing_hint import SparingHint
from ui.widgets.checks import Checks
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.framed import Framed
from ui.widgets.layouts import column, row
from ui.widgets.words import Button, Said, retell_all

YES_NO = (Option("yes", "entry_finish.yes"), Option("no", "entry_finish.no"))


class FinishForm(QFrame):
    """`done` after it was noted; `stopped` where the screens could not be walked to their end."""

    def __init__(
        self,
        house: House,
        presenter: FinishPresenter,
        done: Callable[[], object],
        stopped: Callable[[], object],
    ) -> None:
        super().__init__()
        self.house, self.presenter, self._done = house, presenter, done
        outcomes = tuple(Option(one, f"act_form.note_search.outcomes.{one}") for one in OUTCOMES)
        self.searched = Choice("entry_finish.searched", outcomes, name="searched")
        self.number = Field("entry_finish.immtrac2_id", name="immtrac2_id")
        self.affirmed = Choice("entry_finish.affirmed", YES_NO, name="affirmed")
        doses = tuple(Option(key, words) for key, words in presenter.dose_words())
        self.reported = Checks("entry_finish.reported", doses, name="reported")
        self.on = DateField("entry_finish.on", house.desk.people.parse_date, name="on")
        self.user = Field("entry_finish.registry_user", name="registry_user")
        self.do_button = Button("entry_finish.do", self.submit, kind="primary")
        self.stop_button = Button("entry_finish.stop", stopped, kind="quiet")
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        mark(self, card="true")
        self._lay()
        self.number.set_value(presenter.of.card.client.immtrac2_id)
        self.on.set_day(house.today())
        self.user.set_value(presenter.user())
        about = presenter.of.client_id
        self.kept_strip.begin(FormKeeper(house.desk, "entry_finish", about, FinishTyping))

    @property
    def stop_reason(self) -> str:
        """Why it stopped, as far as what was found when searching already says it."""
        return "candidates" if self.searched.value() == "candidates" else ""

    @property
    def fields(self) -> tuple[Framed, ...]:
        """Every field of the form, in reading order."""
        return (self.searched, self.number, self.affirmed, self.reported, self.on, self.user)

    def submit(self) -> None:
        """Note it, or say beside the field what stands against it."""
        try:
            self.presenter.finish(self._typing(), self.on.day())
        except InputError as error:
            self._refuse(error)
        except DeskError as error:
            self.house.refuse(error)
        else:
            self.kept_strip.leave(saved=True)
            self._done()

    def keep(self) -> None:
        self.kept_strip.keep()

    def retell(self) -> None:
        retell_all(self)
        self.kept_strip.say_again()

    def _refuse(self, error: InputError) -> None:
        field = next((one for one in self.fields if one.name == error.field), None)
        if field is None or field.isHidden():
            self.house.refuse(error)
        else:
            field.refuse(error)
            field.setFocus()

    def _typing(self) -> FinishTyping:
        lines = {
            "searched": self.searched.value() or "",
            "immtrac2_id": self.number.text(),
            "affirmed": self.affirmed.value() or "",
            "on": self.on.line.text(),
            "registry_user": self.user.text(),
        }
        return FinishTyping(lines=lines, reported=self.reported.values())

    def _put_back(self, typed: FinishTyping) -> None:
        lines = typed.lines
        self.searched.set_value(lines.get("searched") or None)
        self.number.set_value(lines.get("immtrac2_id", ""))
        self.affirmed.set_value(lines.get("affirmed") or None)
        self.user.set_value(lines.get("registry_user", ""))
        self.reported.set_values(typed.reported)
        if lines.get("on"):
            self.on.line.setText(lines["on"])
            self.on.line.textEdited.emit(lines["on"])

    def _lay(self) -> None:
        for field in self.fields:
            field.changed.connect(self.kept_strip.typed)
        self.affirmed.setVisible(self.presenter.asks_affirmed)
        self.reported.setVisible(bool(self.presenter.doses))
        foot = row(self.stop_button, None, self.do_button, SparingHint("Ctrl+Return"), space=8)
        layout = column(
            Said("entry_finish.title", role="section"),
            Said("entry_finish.says", role="muted"),
            self.kept_strip,
            *self.fields,
            foot,
            space=12,
        )
        layout.setContentsMargins(18, 16, 18, 18)
        self.setLayout(layout)
