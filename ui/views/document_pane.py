"""One filed paper: the sheet, what is frozen on it, and the ways on from it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedLayout, QVBoxLayout, QWidget

from immtrac_desk.domain.document import Attachment
from immtrac_desk.errors import DeskError
from ui.presenters.documents import DocumentRow, DocumentsPresenter
from ui.presenters.evidence import EvidencePresenter
from ui.shell.house import House
from ui.views.fact_list import FactList
from ui.views.filed_paper import FiledPaper
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.views.saving import write_file
from ui.views.slow_work import SlowWork
from ui.widgets.card import Card
from ui.widgets.choice import Option
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.segments import Segments
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, KeyHint, Said, plain
from ui.wording import tr

_SHEET, _FACTS = "sheet", "facts"
EMPTY, PAPER, ATTACHED = range(3)


class DocumentPane(QWidget):
    """`show` looks at a paper, which the book notes; `reprint` prints it as it was filed."""

    def __init__(self, house: House, presenter: DocumentsPresenter) -> None:
        super().__init__()
        self._house, self.presenter = house, presenter
        self.row: DocumentRow | None = None
        self._form, self._whose = plain(role="section"), plain(role="muted")
        self._state = StatusPill()
        self.side = Segments(
            "documents.sides",
            (Option(_SHEET, "documents.side_sheet"), Option(_FACTS, "documents.side_facts")),
            _SHEET,
        )
        self.side.picked.connect(self._turn)
        self.preview = PdfPreview()
        self.facts = FactList()
        self._attached = QVBoxLayout()
        self.no_sheet = Said("document.no_sheet", role="muted")
        self.print = Button("documents.reprint", self.reprint, kind="primary")
        self.client = Button("documents.open_client", self._open_client)
        self._key = KeyHint("Ctrl+P")
        self._evidence = EvidencePresenter(house.desk)
        self.slow = SlowWork()
        self.bundle = Button("evidence.bundle", self.ask_and_save, kind="quiet")
        if not self._evidence.may_export:
            self.bundle.hide()
        self._sides = QStackedLayout()
        self._pages = QStackedLayout(self)
        self._lay()

    def show_row(self, line: DocumentRow | None) -> None:
        """Open a paper, or none. The look at its bytes is the desk's to note."""
        self.row = line
        self._pages.setCurrentIndex(PAPER if line else EMPTY)
        if line is None:
            return
        pdf = self.presenter.pdf(line.document)
        self.preview.show_pdf(pdf)
        self.preview.go_to(0)
        self.preview.setVisible(bool(pdf))
        self.no_sheet.setVisible(not pdf)
        self._turn(_SHEET if pdf else _FACTS)
        self.tell(line)

    def tell(self, line: DocumentRow) -> None:
        """Say the facts anew, without looking at the bytes again."""
        self.row = line
        form, whose = self.presenter.headline(line)
        self._form.setText(form)
        self._whose.setText(whose)
        self._state.tell(line.state, line.tone)
        self.facts.tell(self.presenter.facts(line))
        filed = bool(line.document.digest)
        for widget in (self.print, self._key):
            widget.setVisible(filed and self.presenter.may_reprint)
        self._tell_attached(line)

    def can_print(self) -> bool:
        return self.row is not None and bool(self.row.document.digest)

    def reprint(self) -> None:
        """Print as filed; it is counted once a printer took it."""
        if self.row is None or not self.can_print():
            return
        try:
            if self._house.print_pdf(self.presenter.reprint(self.row.document)):
                self.presenter.note_printed(self.row.document)
        except DeskError as error:
            self._house.refuse(error)
        self.tell(self.row)

    def ask_and_save(self) -> None:
        """Ask where the paper's evidence goes, then make, check and write it."""
        if self.row is None:
            return
        name = self._evidence.bundle_name(self.row.document)
        title, kinds = tr.say("evidence.bundle_title"), tr.say("evidence.kinds")
        place = QFileDialog.getSaveFileName(self, title, name, kinds)[0]
        if place:
            self.save_to(Path(place))

    def save_to(self, place: Path) -> None:
        if self.row is not None:
            work = partial(self._evidence.bundle, self.row.document)
            done = partial(write_file, self._house, place)
            self.slow.do("evidence.bundling", work, done, self._house.refuse)

    def retell(self) -> None:
        """Said anew by the room, which reads its rows again."""

    def _turn(self, side: str) -> None:
        self.side.set_value(side)
        self._sides.setCurrentIndex(0 if side == _SHEET else 1)

    def _tell_attached(self, line: DocumentRow) -> None:
        empty(self._attached)
        found = self.presenter.attachments(line.document)
        if found:
            self._attached.addWidget(Said("documents.attached", role="strong"))
        for words, attachment in found:
            self._attached.addWidget(self._link(words, attachment))
        as_read(self)

    def _link(self, words: str, attachment: Attachment) -> QWidget:
        link = Button("documents.open_attached", self._opening(words, attachment), kind="link")
        link.setAccessibleName(f"{link.text()}: {words}")
        return boxed(row(plain(words), link, space=8, shares=(1,)))

    def _opening(self, words: str, attachment: Attachment) -> Callable[[], None]:
        def do() -> None:
            try:
                data = self.presenter.attachment(attachment.id)
            except DeskError as error:
                self._house.refuse(error)
                return
            self._show_attached(words, data)

        return do

    def _show_attached(self, words: str, data: bytes) -> None:
        while self._pages.count() > ATTACHED:
            old = self._pages.widget(ATTACHED)
            assert old is not None
            self._pages.removeWidget(old)
            old.deleteLater()
        paper = FiledPaper(words, data, lambda: self._pages.setCurrentIndex(PAPER))
        self._pages.addWidget(paper)
        self._pages.setCurrentIndex(ATTACHED)
        paper.start()

    def _open_client(self) -> None:
        if self.row is not None:
            self._house.go("client", client_id=self.row.document.client_id)

    def _lay(self) -> None:
        sheet = boxed(column(self.preview, self.no_sheet, space=6))
        facts = scrolled(column(Card(self.facts, boxed(self._attached)), None))
        self._sides.addWidget(sheet)
        self._sides.addWidget(facts)
        sides = QWidget()
        sides.setLayout(self._sides)
        head = column(row(self._form, self._state, space=12, shares=(1, 0)), self._whose, space=2)
        foot = QWidget()
        flow = Flow(foot, gap=10, row_gap=8)
        flow.addWidget(boxed(row(self.print, self._key, space=10)))
        flow.addWidget(self.client)
        flow.addWidget(self.bundle)
        paper = column(head, row(self.side, None), sides, foot, self.slow, space=8)
        paper.setStretch(2, 1)
        self._pages.addWidget(EmptyState("documents.choose_title", "documents.choose_body"))
        self._pages.addWidget(boxed(paper))
