"""The line beneath a field: what the law or the office says of it, and `why?`."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.shell.theme import mark
from ui.widgets.words import Button, plain
from ui.wording import tr

if TYPE_CHECKING:
    from immtrac_desk.domain.finding import Finding

_TONES = {"error": "bad", "warning": "warn", "note": "muted"}


class FindingLine(QWidget):
    """What is said beneath a field: sentence, and the citation behind `why?`."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, **{"finding-line": "true"})
        self._sentence = plain(role="caption")
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addWidget(self._sentence, 1)
        self._under = QVBoxLayout(self)
        self._under.setContentsMargins(0, 0, 0, 0)
        self._under.setSpacing(2)
        self._under.addLayout(self._row)
        self.hide()

    def text(self) -> str:
        return self._sentence.text()

    def tell(self, findings: Sequence["Finding"], note: str = "") -> None:
        """Show the findings, or the note where there is none, or nothing."""
        said = [tr.say(f.code, **f.facts) for f in findings]
        sources = [" · ".join(tr.cited(p) for p in (f.row, f.citation) if p) for f in findings]
        self._sentence.setText("\n".join(said) or note)
        tone = _TONES[findings[0].severity.value] if findings else "muted"
        mark(self._sentence, tone=tone)
        if any(sources) or "_why" in self.__dict__:
            self._source.setText("\n".join(s for s in sources if s))
            self._why.setVisible(any(sources))
            self._source.setVisible(False)
        self.setVisible(bool(said or note))

    @cached_property
    def _why(self) -> Button:
        why = Button("finding.why", self._unfold, kind="link")
        self._row.addWidget(why, 0, Qt.AlignmentFlag.AlignTop)
        return why

    @cached_property
    def _source(self) -> QLabel:
        source = plain(role="caption")
        self._under.addWidget(source)
        return source

    def _unfold(self) -> None:
        self._source.setVisible(not self._source.isVisible())
