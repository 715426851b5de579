"""What opens over the cards of a page that scrolls: a small form or a paper, one at a time."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.shell.house import House
from ui.views.filed_paper import FiledPaper
from ui.views.form_in_place import FormInPlace
from ui.widgets.layouts import empty


class OverCards(QWidget):
    """Stands at the top of the cards and is hidden while nothing is open."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.form: FormInPlace | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def open(self, opened: FormInPlace | FiledPaper, area: QScrollArea) -> None:
        """Open it at the top of `area`; an older form is kept and gives way."""
        self.keep()
        self.fold()
        self.form = opened if isinstance(opened, FormInPlace) else None
        self._place.addWidget(opened)
        self.show()
        opened.show()
        area.verticalScrollBar().setValue(0)
        opened.start()
        self._house.acts_changed()

    def keep(self) -> None:
        """Lose nothing that is typed in a form."""
        if self.form is not None:
            self.form.keep()

    def fold(self) -> None:
        """Take away what is open."""
        empty(self._place)
        self.hide()
        self.form = None
