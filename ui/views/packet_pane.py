"""The packet beside the form: drawn in the background from what was saved, in its own language."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from immtrac_desk.errors import DeskError
from ui import background
from ui.presenters.application_signing import SigningPresenter
from ui.shell.theme import theme
from ui.views.sparing_hint import SPARED_FROM
from ui.widgets.choice import Option
from ui.widgets.layouts import column, row
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.segments import Segments
from ui.widgets.words import Said

if TYPE_CHECKING:
    from immtrac_desk.desk.agreement_pictures import SheetPicture


class PacketPane(QWidget):
    """`draw()` asks for the packet as it is saved; what comes back late for another is dropped."""

    def __init__(self, signing: SigningPresenter, spoken: Callable[[str], object]) -> None:
        super().__init__()
        self.signing = signing
        options = [Option(code, f"option.language.{code}") for code in ("en", "es")]
        self.languages = Segments("application_room.sheet.language", options, signing.language)
        self.languages.picked.connect(spoken)
        self.preview = PdfPreview()
        self.nothing = Said("application_room.sheet.drawing", role="muted")
        self._running: background.Running | None = None
        self._again = False
        self._digest = ""
        head = row(Said("application_room.sheet.title", role="section"), self.languages)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.nothing, self.preview, space=12))
        theme.changed.connect(self._spare_room)
        self._spare_room()

    def minimumSizeHint(self) -> QSize:
        """The fields come first: the sheet is as narrow as it must be."""
        return QSize(0, super().minimumSizeHint().height())

    def draw(self) -> None:
        """Draw the packet off the event loop; a wish that comes meanwhile is served next."""
        self.languages.set_value(self.signing.language)
        if self._running is not None and not self._running.finished:
            self._again = True
            return
        desk, application_id = self.signing.form.desk, self.signing.form.id
        language = self.signing.language
        self._running = background.run(
            lambda: desk.agreement.sheet(application_id, language), self._drawn, self._failed
        )

    def show_signature(self) -> None:
        """Turn to the page that is signed."""
        if self.signing.sheet is not None:
            self.preview.go_to(self.signing.sheet.signature_page)

    def _drawn(self, sheet: "SheetPicture") -> None:
        if isValid(self) and not self._once_more():
            self.signing.take_sheet(sheet)
            self._show(sheet.pdf, sheet.digest)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        if isValid(self) and not self._once_more():
            self.signing.take_sheet(None)
            self._show(b"", "")

    def _once_more(self) -> bool:
        """True where what came back is older than what is wanted now."""
        again, self._again = self._again, False
        if again:
            self._running = None
            self.draw()
        return again

    def _show(self, pdf: bytes, digest: str) -> None:
        if digest and digest == self._digest:
            return
        self._digest = digest
        self.nothing.say("application_room.sheet.none")
        self.preview.show_pdf(pdf)
        self.preview.setVisible(bool(pdf))
        self.nothing.setVisible(not pdf)

    def _spare_room(self) -> None:
        self.preview.offer_zoom(theme.percent <= SPARED_FROM)
