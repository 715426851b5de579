"""A banner: a coloured strip with a sentence, as the form the law asks for, or a warning."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.shell.theme import mark
from ui.widgets.flow import Flow
from ui.widgets.words import Button, plain

TONES = ("info", "good", "warn", "bad")


class Banner(QFrame):
    """`tell(headline, body, tone)` with already said text; `why` unfolds `source` beneath.

    Most banners never have anything to tell, so each part is made when it is first wanted.
    """

    def __init__(self, tone: str = "info") -> None:
        super().__init__()
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(15, 10, 12, 10)
        self._row.setSpacing(12)
        self._row.addLayout(self._words, 1)
        mark(self, strip=tone)
        self.hide()

    def tell(self, headline: str, body: str = "", *, tone: str = "", source: str = "") -> None:
        """Show text; an empty headline and body hide the banner."""
        if headline or body or "_body" in self.__dict__:
            for label, text in ((self._headline, headline), (self._body, body)):
                label.setText(text)
                label.setVisible(bool(text))
        if source or "_why" in self.__dict__:
            self._source.setText(source)
            self._source.setVisible(False)
            self._why.setVisible(bool(source))
        if tone:
            mark(self, strip=tone)
            for part in (*self.findChildren(QLabel), *self.findChildren(Button)):
                mark(part)
        self.setAccessibleName(" ".join(p for p in (headline, body) if p))
        self.setVisible(bool(headline or body))

    def add_action(self, code: str, press: Callable[[], object]) -> Button:
        """Put a link under the banner's words."""
        link = Button(code, press, kind="link")
        self._flow.addWidget(link)
        return link

    @cached_property
    def _headline(self) -> QLabel:
        return self._line(0, role="strong")

    @cached_property
    def _body(self) -> QLabel:
        return self._line(1)

    @cached_property
    def _source(self) -> QLabel:
        return self._line(2, role="caption")

    @cached_property
    def _why(self) -> Button:
        why = Button("finding.why", self._unfold, kind="link")
        self._row.addWidget(why, 0, Qt.AlignmentFlag.AlignTop)
        return why

    @cached_property
    def _flow(self) -> Flow:
        """Under the words, where links find room at every text size."""
        links = QWidget()
        self._words.addWidget(links)
        return Flow(links)

    def _line(self, place: int, *, role: str = "body") -> QLabel:
        label = plain(role=role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.insertWidget(place, label)
        return label

    def _unfold(self) -> None:
        self._source.setVisible(not self._source.isVisible())
