"""No form may be used now: why, in words one can say to a parent, and what there is instead."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.ids import ClientId
from immtrac_desk.errors import DeskError
from ui.presenters.consent_words import refusal_words
from ui.presenters.why import law_words
from ui.shell.house import House
from ui.widgets.banner import Banner
from ui.widgets.layouts import boxed, column, row
from ui.widgets.words import Button
from ui.wording import tr


class NoForm(QWidget):
    """A consent is given once; a second one is the exception (DT-1.2, 1.6, 6.3)."""

    def __init__(
        self,
        house: House,
        client_id: ClientId,
        error: DeskError,
        despite: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._error, self._house = error, house
        self.banner = Banner("info")
        back = Button(
            "consent.back", lambda: house.go("client", client_id=client_id), kind="primary"
        )
        existing = Button("offer.existing", lambda: house.go("existing", client_id=client_id))
        buttons = row(back, existing, None, space=8)
        if despite is not None:
            buttons.insertWidget(2, Button("consent.despite", despite))
        self.setLayout(column(self.banner, boxed(buttons), None, space=16))
        self.retell()

    def retell(self) -> None:
        row_id = next((f.row for f in getattr(self._error, "findings", ()) if f.row), "")
        law = law_words(self._house.desk, row_id, tr) if row_id else ""
        words = refusal_words(self._error, tr)
        self.banner.tell(tr.say("consent.banner.none"), words, tone="info", source=law)
