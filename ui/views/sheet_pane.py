"""The sheet beside the fields: drawn again a moment after the typing stops, in its own language."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QWidget

from immtrac_desk.errors import DeskError
from immtrac_desk.sayings import LANGUAGES
from ui.presenters.paper import Paper
from ui.shell.theme import theme
from ui.views.sparing_hint import SPARED_FROM
from ui.widgets.choice import Option
from ui.widgets.layouts import column, row
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.segments import Segments
from ui.widgets.words import Said

AT_FIRST = 1
"""Milliseconds before it is drawn for the first time: keys are heard in between."""
AFTER_TYPING = 150
"""Milliseconds of rest before the sheet is drawn again."""


class SheetPane(QWidget):
    """What is seen here is what prints and what is filed."""

    def __init__(self, paper: Paper, chosen: Callable[[str], object]) -> None:
        super().__init__()
        self.paper = paper
        options = [Option(code, f"option.language.{code}") for code in LANGUAGES]
        self.languages = Segments("consent.speaks_sheet", options, wraps=True)
        self.languages.picked.connect(chosen)
        self.preview = PdfPreview()
        theme.changed.connect(self._spare_room)
        self.nothing = Said("consent.no_pdf", role="muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.draw)
        self._digest = ""
        head = row(Said("consent.sheet", role="section"), self.languages, space=8, shares=(1, 0))
        self.setLayout(column(head, self.nothing, self.preview, space=12))
        self._spare_room()

    def minimumSizeHint(self) -> QSize:
        """The fields come first: the sheet is as narrow as it must be."""
        return QSize(0, super().minimumSizeHint().height())

    def _spare_room(self) -> None:
        self.preview.offer_zoom(theme.percent <= SPARED_FROM)

    def begin(self) -> None:
        """Draw for the first time, as soon as the pane has found its size."""
        self._timer.start(AT_FIRST)

    def changed(self) -> None:
        """The draft changed: draw again once the typing rests."""
        self.languages.set_value(self.paper.consent.draft.language)
        self._timer.start(AFTER_TYPING)

    def draw(self) -> None:
        """Draw now."""
        self._timer.stop()
        self.languages.set_value(self.paper.consent.draft.language)
        try:
            drawn = self.paper.draw()
        except DeskError:
            self._show(b"", "")
            return
        if drawn.digest != self._digest:
            self._show(drawn.pdf, drawn.digest)

    def _show(self, pdf: bytes, digest: str) -> None:
        self._digest = digest
        self.preview.show_pdf(pdf)
        self.preview.setVisible(bool(pdf))
        self.nothing.setVisible(not pdf)
