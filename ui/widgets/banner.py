"""A banner: a coloured strip with a sentence, as the form the law asks for, or a warning."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.shell.theme import mark
from ui.widgets.flow import Flow
from ui.widgets.words import Button, plain

TONES = ("info", "good", "warn", "bad")


class Banner(QFrame):
    """`tell(headline, body, tone)` with already said text; `why` unfolds `source` beneath."""

    def __init__(self, tone: str = "info") -> None:
        super().__init__()
        self._headline = plain(role="strong")
        self._body = plain()
        self._source = plain(role="caption")
        self._why = Button("finding.why", self._unfold, kind="link")
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._headline, self._body, self._source):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            words.addWidget(label)
        # Under the words, where links find room at every text size.
        self._links = QWidget()
        self._flow = Flow(self._links)
        self._links.hide()
        words.addWidget(self._links)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(15, 10, 12, 10)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)
        mark(self, strip=tone)
        self.tell("")

    def tell(self, headline: str, body: str = "", *, tone: str = "", source: str = "") -> None:
        """Show text; an empty headline and body hide the banner."""
        for label, text in ((self._headline, headline), (self._body, body)):
            label.setText(text)
            label.setVisible(bool(text))
        self._source.setText(source)
        self._source.setVisible(False)
        self._why.setVisible(bool(source))
        if tone:
            mark(self, strip=tone)
            for part in (self._headline, self._body, self._source, *self.findChildren(Button)):
                mark(part)
        self.setAccessibleName(" ".join(p for p in (headline, body) if p))
        self.setVisible(bool(headline or body))

    def add_action(self, code: str, press: Callable[[], object]) -> Button:
        """Put a link under the banner's words."""
        link = Button(code, press, kind="link")
        self._flow.addWidget(link)
        self._links.show()
        return link

    def _unfold(self) -> None:
        self._source.setVisible(not self._source.isVisible())
