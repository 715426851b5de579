"""In the client's room: the whole record for whoever asks for it, on paper or as a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from immtrac_desk.domain.ids import ClientId
from ui.presenters.evidence import RECORD_NAME, EvidencePresenter
from ui.shell.house import House
from ui.views.saving import write_file
from ui.views.slow_work import SlowWork
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.words import Button, Said
from ui.wording import tr


class ShowsPaper(Protocol):
    """What this card asks of the room around it."""

    def show_paper(
        self,
        title: str,
        data: bytes,
        copy: Callable[[], object] | None = None,
        copy_says: str = "",
    ) -> None: ...


class RecordCard(Card):
    """Two ways to hand a record out; each is noted in the history once it was made."""

    def __init__(
        self, house: House, room: ShowsPaper, presenter: EvidencePresenter, client_id: ClientId
    ) -> None:
        super().__init__(space=10)
        self._house, self._room = house, room
        self._presenter, self._client_id = presenter, client_id
        self.slow = SlowWork()
        self.summary = Button("evidence.summary", self.show_summary, kind="link")
        self.save = Button("evidence.save", self.ask_and_save, kind="link")
        links = QWidget()
        flow = Flow(links, gap=14, row_gap=2)
        flow.addWidget(self.summary)
        flow.addWidget(self.save)
        says = Said("evidence.says", role="caption")
        says.setWordWrap(True)
        self.add(Said("evidence.title", role="section"), says, links, self.slow)

    def show_summary(self) -> None:
        """Draw the pages off the event loop, and show them where they can be printed."""
        work = partial(self._presenter.summary, self._client_id, tr.language)
        self.slow.do("evidence.drawing", work, self._show, self._house.refuse)

    def ask_and_save(self) -> None:
        """Ask where the file goes, then make and write it."""
        title, kinds = tr.say("evidence.save_title"), tr.say("evidence.kinds")
        place = QFileDialog.getSaveFileName(self, title, RECORD_NAME, kinds)[0]
        if place:
            self.save_to(Path(place))

    def save_to(self, place: Path) -> None:
        work = partial(self._presenter.file, self._client_id)
        done = partial(write_file, self._house, place)
        self.slow.do("evidence.saving", work, done, self._house.refuse)

    def _show(self, pdf: bytes) -> None:
        prints = partial(self._house.print_pdf, pdf)
        self._room.show_paper(tr.say("evidence.title"), pdf, prints, "evidence.print")
