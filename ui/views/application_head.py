"""The head of an application: which, for whom, where it stands and why, its three parts."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.presenters import application_words as words
from ui.presenters.application import ApplicationPresenter
from ui.presenters.application_people import people_changed_words
from ui.presenters.telling import shortened
from ui.widgets.banner import Banner
from ui.widgets.choice import Option
from ui.widgets.layouts import boxed, column, row
from ui.widgets.segments import Segments
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import plain
from ui.wording import tr

PARTS = ("answers", "card", "record")
_LETTERS = 52


class ApplicationHead(QWidget):
    """State in one sentence; beneath it what asks to be decided before one goes on."""

    def __init__(
        self,
        turn: Callable[[str], object],
        unlock: Callable[[], object],
        take_people: Callable[[], object],
    ) -> None:
        super().__init__()
        self.name = plain(role="title")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.pill = StatusPill()
        options = [Option(part, f"application_room.part.{part}") for part in PARTS]
        self.parts = Segments("application_room.parts", options, PARTS[0])
        self.parts.picked.connect(turn)
        self.banner = Banner("info")
        self.unlock = self.banner.add_action("application_room.edit_anyway", unlock)
        self.people = Banner("warn")
        self.take = self.people.add_action("application_room.take_people", take_people)
        top = row(self.name, self.pill, space=14, shares=(1, 0))
        self.strips = boxed(column(self.banner, self.people, space=8))
        self.lines = column(top, self.parts, self.strips, space=10)
        self.setLayout(self.lines)

    def tell(self, presenter: ApplicationPresenter, part: str) -> None:
        """Follow the presenter."""
        picture = presenter.picture
        title = words.title_words(picture, tr)
        self.name.setText(shortened(title, _LETTERS))
        self.name.setToolTip(title)
        state = words.state_words(picture, presenter.desk, tr)
        self.pill.tell(state.pill, state.tone)
        self.parts.set_value(part)
        locks = presenter.can_unlock and part == PARTS[0]
        says = f"{state.says} {tr.say('application_room.locked')}" if locks else state.says
        self.banner.tell("", says, tone=state.strip, source=state.source)
        self.unlock.setVisible(locks)
        links = self.unlock.parentWidget()
        if links is not None:  # an empty line of links would push the words upwards
            links.setVisible(locks)
        self._tell_people(presenter)

    def take_back(self) -> None:
        """The strips stand here again, pinned above the part that is shown."""
        self.lines.addWidget(self.strips)

    def _tell_people(self, presenter: ApplicationPresenter) -> None:
        """People who are no longer as they were signed (DT-12: taking them drops the signature)."""
        lines = people_changed_words(presenter.picture, tr)
        if not lines:
            self.people.tell("")
            return
        body = " ".join([*lines, tr.say("application_room.people_drop")])
        self.people.tell(tr.say("application_room.people_changed"), body)
        self.take.setVisible(presenter.may_manage)
