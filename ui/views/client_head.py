"""The head of a client: name, pill, the sentence with its law, the acts that come next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from immtrac_desk.domain.rights import may
from ui.presenters.client import ClientPresenter, Offer
from ui.presenters.telling import shortened
from ui.views.offers import offer_words
from ui.widgets.banner import Banner
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, KeyHint, plain
from ui.wording import tr

Do = Callable[[Offer], object]
_HINTS = {"join": "Ctrl+N", "affirm": "Ctrl+E"}


class ClientHead(QWidget):
    """One second's worth: who, what is true, what is next, which key."""

    def __init__(self, do: Do, edit: Callable[[], object]) -> None:
        super().__init__()
        self._do, self._edit = do, edit
        self.name = plain(role="title")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.under = plain(role="muted")
        self.pill = StatusPill()
        self.banner = Banner()
        self.beside = plain(role="caption")
        self.acts = QWidget()
        self.flow = Flow(self.acts, gap=8, row_gap=8)
        self._offers: tuple[Offer, ...] = ()
        self.correct = Button("client_room.edit", edit, kind="quiet")
        self.more = Button("client_room.more", self.open_menu)
        top = row(column(self.name, self.under, space=2), self.pill, space=16, shares=(1,))
        self.setLayout(column(top, self.banner, self.beside, self.acts, space=12))

    def start(self) -> None:
        """Put the focus on what comes next."""
        first = self.acts.findChild(Button)
        (first or self.more).setFocus()

    def show_client(self, presenter: ClientPresenter) -> None:
        head = presenter.headline()
        name = presenter.file.client.name.shown
        self.name.setText(shortened(name, 60))
        self.name.setToolTip(name)
        self.under.setText(presenter.under_name())
        self.pill.tell(head.pill, head.tone)
        tone = head.tone if head.tone in ("good", "warn", "bad") else "info"
        self.banner.tell(head.sentence, tone=tone, source=presenter.law())
        self.beside.setText(" · ".join(head.beside))
        self.beside.setVisible(bool(head.beside))
        self._offers = presenter.offers()
        self._show_acts(may(presenter.desk.actor.role, "save_client"))

    def open_menu(self) -> None:
        """Everything else that can be done, under the button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def menu(self) -> QMenu:
        menu = QMenu(self)
        for offer in self._offers:
            if not offer.first:
                entry = menu.addAction(tr.say(offer_words(offer)))
                entry.triggered.connect(lambda _=False, offer=offer: self._do(offer))
        return menu

    def _show_acts(self, may_edit: bool) -> None:
        empty_flow(self.flow, keep=(self.correct, self.more))
        firsts = [offer for offer in self._offers if offer.first]
        for index, offer in enumerate(firsts):
            kind = "primary" if index == 0 else "plain"
            button = Button(offer_words(offer), partial(self._do, offer), kind=kind)
            hint = KeyHint(_HINTS[offer.id]) if offer.id in _HINTS else None
            self.flow.addWidget(boxed(row(button, hint, space=8)) if hint else button)
        rest = any(not offer.first for offer in self._offers)
        for button, shown in ((self.more, rest), (self.correct, may_edit)):
            self.flow.addWidget(button)
            button.setVisible(shown)


def empty_flow(flow: Flow, keep: tuple[QWidget, ...] = ()) -> None:
    """Take everything out of a flow; `keep` lives on."""
    kept = set(keep)
    while flow.count():
        item = flow.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None and widget not in kept:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
