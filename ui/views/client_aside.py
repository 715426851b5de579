"""The right-hand side of a client: the papers, or the one small form or sheet open over them."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.views.act_form import ActForm
from ui.views.filed_paper import FiledPaper
from ui.views.narrowing import scrolled
from ui.widgets.layouts import column


class ClientAside(QWidget):
    """What is open gives way to the next; `changed` is called when something opens or closes."""

    def __init__(self, papers: QWidget, changed: Callable[[], object]) -> None:
        super().__init__()
        self.form: ActForm | None = None
        self.paper: FiledPaper | None = None
        self._changed = changed
        self._open: QWidget | None = None
        self._papers = scrolled(column(papers, None))
        self._side = QVBoxLayout(self)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.addWidget(self._papers)

    def show_form(self, form: ActForm) -> None:
        """Open a small form in place of the papers, the focus where it begins."""
        self._put(scrolled(column(form, None)))
        self.form = form
        form.start()
        self._changed()

    def show_paper(self, paper: FiledPaper) -> None:
        """Open a filed paper in place of the list of papers."""
        self._put(paper)
        self.paper = paper
        paper.start()
        self._changed()

    def keep(self) -> None:
        """Lose nothing that is half typed here."""
        if self.form is not None:
            self.form.keep()

    def clear(self) -> None:
        """Take away what is open; the papers stand there again."""
        if self._open is not None:
            self._open.hide()
            self._open.setParent(None)
            self._open.deleteLater()
            self._open = self.form = self.paper = None
            self._changed()
        self._papers.show()

    def _put(self, widget: QWidget) -> None:
        self.keep()
        self.clear()
        self._papers.hide()
        self._open = widget
        self._side.addWidget(widget)
        widget.show()  # only what is shown can take the focus
