"""The page of form packs: each sheet, read at the right, then verified by name and day."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from immtrac_desk.domain.document import FormPack
from ui.presenters.packs import PackRow, PacksPresenter
from ui.shell.house import House
from ui.shell.theme import mark
from ui.views.beside import Beside
from ui.views.reading_order import as_read
from ui.views.settings_page import SettingsPage
from ui.widgets.banner import Banner
from ui.widgets.card import RowCard
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, KeyHint, Said, plain
from ui.wording import tr


class PacksPage(SettingsPage):
    """Verify is offered once the foot of the sheet was in sight."""

    def __init__(self, house: House) -> None:
        super().__init__(house, "packs")
        self.presenter = PacksPresenter(house.desk, tr)
        self.chosen: PackRow | None = None
        self._read_down = False
        self._left = Banner("warn")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.rows: list[RowCard] = []
        self.preview = PdfPreview()
        self.preview.page_shown.connect(lambda _: self._saw())
        self.verify = Button("pack_page.verify", self._verify, kind="primary")
        self._key = KeyHint("Ctrl+Return")
        self._hint = Said("pack_page.read_on", role="caption")
        self._name = plain(role="section")
        self._stack = QStackedLayout()
        self.add(self._left)
        if not self.presenter.may_verify and not self.presenter.practice:
            self.add(Said("pack_page.only_supervisor", role="caption"))
        self.add(self._list)
        self._lay_reader()

    def read(self) -> None:
        words, tone = self.presenter.left()
        self._left.tell("", words, tone=tone)
        empty(self._list)
        shown = self.presenter.rows()
        self.rows = [self._card(line) for line in shown]
        for card in self.rows:
            self._list.addWidget(card)
        if not shown:
            self._list.addWidget(EmptyState("pack_page.empty_title", "pack_page.empty_body"))
        as_read(self)
        if self.chosen is not None:
            again = [line for line in shown if _same(line.pack, self.chosen.pack)]
            self._tell(again[0] if again else None)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"record": self._verify} if self.verify.isEnabled() and self._may() else {}

    def choose(self, line: PackRow) -> None:
        """Show a sheet from its first page."""
        self._tell(line)
        self.preview.show_pdf(self.presenter.pdf(line.pack))
        self.preview.go_to(0)
        self._read_down = False  # only now: the place of the sheet before is left behind
        self._stack.setCurrentIndex(1)
        self.beside.turn()
        self.preview.setFocus()
        self._offer()

    def _card(self, line: PackRow) -> RowCard:
        words = column(
            plain(f"{line.form} · {line.language}", role="strong"),
            plain(
                " ".join(part for part in (line.under + ".", line.state) if part), role="caption"
            ),
            space=0,
        )
        name = f"{line.form}, {line.language}, {line.pill}"
        card = RowCard(boxed(words), StatusPill(line.pill, line.tone), name=name)
        card.row.setStretch(0, 1)
        card.opened.connect(self.guarded(lambda: self.choose(line)))
        return card

    def _tell(self, line: PackRow | None) -> None:
        self.chosen = line
        self._name.setText(f"{line.form} · {line.language}" if line else "")
        self.verify.setVisible(self._may())
        self._key.setVisible(self._may())
        self._stack.setCurrentIndex(1 if line else 0)
        self._offer()

    def _may(self) -> bool:
        return self.chosen is not None and self.chosen.may_verify

    def _saw(self) -> None:
        """The sheet moved or got another size."""
        self._read_down = self._read_down or (self.preview.at_end() and not self.preview.at_start())
        self._offer()

    def _read_whole(self) -> bool:
        """Somebody came to the foot, or all of it is in sight at once."""
        return self._read_down or self.preview.at_end()

    def _offer(self) -> None:
        whole = self._read_whole()
        self.verify.setEnabled(whole)
        self._hint.setVisible(self._may() and not whole)
        self.house.acts_changed()

    def _verify(self) -> None:
        line = self.chosen
        if line is None or not self._may():
            return
        self.guarded(lambda: self.house.tell(self.presenter.verify(line.pack), tone="good"))()
        self.read()
        self.guarded(lambda: self.preview.show_pdf(self.presenter.pdf(line.pack)))()

    def _lay_reader(self) -> None:
        """The list takes a part of the width, the sheet the rest."""
        reader = QWidget()
        foot = row(self.verify, self._key, self._hint, space=10, shares=(0, 0, 1))
        inner = column(self._name, self.preview, foot)
        inner.setStretch(1, 1)
        reader.setLayout(inner)
        pane = QWidget()
        mark(pane, ground="page")
        pane.setLayout(self._stack)
        self._stack.addWidget(EmptyState("pack_page.none_title", "pack_page.none_body"))
        self._stack.addWidget(reader)
        self.across.removeWidget(self.area)
        self.beside = Beside(self.area, pane, (5, 6), back="pack_page.back")
        self.across.addWidget(self.beside)


def _same(one: FormPack, other: FormPack) -> bool:
    return (one.stock_no, one.language, one.revision) == (
        other.stock_no,
        other.language,
        other.revision,
    )
