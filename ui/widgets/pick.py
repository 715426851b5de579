"""One of many: a list that opens, and in which one may type to find."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QStyledItemDelegate

from immtrac_desk.domain.values import Answer, Explicit, plain_letters
from ui.shell.wardrobe import dress
from ui.widgets.choice import Option
from ui.widgets.framed import Framed
from ui.widgets.moving import move_on
from ui.widgets.plain_words import PlainCompleter, PlainWords
from ui.wording import tr

_AFTER_CODE = " · "
"""Between a code at the front and the words that it stands for."""

_FITS: tuple[Callable[[str, str, str], bool], ...] = (
    lambda word, code, typed: typed in (word, code),
    lambda word, code, typed: typed == _said(word),
    lambda word, code, typed: _said(word).startswith(typed),
    lambda word, code, typed: re.search(rf"\b{re.escape(typed)}", _said(word)) is not None,
    lambda word, code, typed: word.startswith(typed),
    lambda word, code, typed: typed in word,
)
"""How what was typed can mean a word of the list, the surest first: it is all of it or its
code, is its words, begins them, begins one of them, begins its code, is a part of it."""


class Pick(Framed):
    """`value()` is "" until somebody picks; with `typing` a part of the word is enough to find."""

    def __init__(
        self,
        code: str,
        options: Sequence[Option] = (),
        *,
        name: str = "",
        typing: bool = False,
        explicit: Sequence[Explicit] = (),
    ) -> None:
        super().__init__(code, name=name, explicit=explicit)
        self._options = tuple(options)
        self.combo = _WideCombo()
        self.words = PlainWords(self.combo)
        self.combo.setModel(self.words)
        self.combo.setMaxVisibleItems(12)
        # The usual delegate draws lines of its own kind, past the style sheet.
        self.combo.setItemDelegate(QStyledItemDelegate(self.combo))
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(8)
        if typing:
            self._allow_typing()
        self.combo.activated.connect(self._picked)
        self.adopt(self.combo)

    def offer(self, options: Sequence[Option]) -> None:
        """Replace the options; what was picked stays if it is still among them. A code without
        a sentence is shown as it is, so that counties and names need none."""
        picked = self.value()
        self._options = tuple(options)
        self._fill()
        self.set_value(picked)

    @property
    def options(self) -> tuple[Option, ...]:
        """What is offered."""
        return self._options

    def value(self) -> Answer:
        which = self.explicit()
        index = self.combo.currentIndex()
        return which or (self._options[index].value if 0 <= index < len(self._options) else "")

    def set_value(self, value: Answer) -> None:
        which = value if isinstance(value, Explicit) else None
        self.choose_explicit(which)
        values = [option.value for option in self._options]
        self.combo.setCurrentIndex(values.index(value) if value in values else -1)
        self._show_beginning()
        self._hint()

    def retell(self) -> None:
        super().retell()
        if hasattr(self, "combo"):
            index = self.combo.currentIndex()
            self._fill()
            self.combo.setCurrentIndex(index)
            self._hint()

    def explicit_changed(self) -> None:
        if self.explicit():
            self.combo.setCurrentIndex(-1)
        self._hint()

    def _allow_typing(self) -> None:
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = PlainCompleter(self.words, self.combo)
        popup, line = completer.popup(), self.combo.lineEdit()
        assert popup is not None
        assert line is not None
        popup.setProperty("popup", True)
        dress(popup)
        self.combo.setCompleter(completer)
        line.textEdited.connect(lambda: popup.setMinimumWidth(_wide(self.combo, popup)))
        line.editingFinished.connect(self._settle_typed)
        # While the list is open Enter goes to it, past the one who watches the line.
        line.returnPressed.connect(lambda: move_on(self))
        self._mover.watch(line)

    def _settle_typed(self) -> None:
        """What was typed stands for the word it is, begins or is part of; else for none."""
        found = self._meant(self.combo.currentText().strip())
        if found is None:
            emptied = self.combo.currentIndex() >= 0
            self.combo.setCurrentIndex(-1)
            self.combo.clearEditText()
            if emptied:
                self.changed.emit()
        elif found != self.combo.currentIndex():
            self.combo.setCurrentIndex(found)
            self._picked()
        else:
            self.combo.setEditText(self.combo.itemText(found))
        self._show_beginning()

    def _meant(self, typed: str) -> int | None:
        """The place in the list of what was typed, the first of several; None where nothing."""
        plain = plain_letters(typed)
        words = [self.words.plain(i) for i in range(self.combo.count())]
        for fits in _FITS:
            for i, word in enumerate(words):
                if plain and fits(word, plain_letters(self._options[i].value), plain):
                    return i
        return None

    def _fill(self) -> None:
        self.combo.blockSignals(True)
        self.words.show([tr.say(option.code) for option in self._options])
        self.combo.setCurrentIndex(-1)
        self.combo.blockSignals(False)

    def _picked(self) -> None:
        self.choose_explicit(None)
        self._show_beginning()
        self._hint()
        self.changed.emit()

    def _show_beginning(self) -> None:
        """A name longer than its line is told by its first words, while nobody types it."""
        line = self.combo.lineEdit()
        if line is not None and line.text() == self.combo.itemText(self.combo.currentIndex()):
            line.home(False)

    def _hint(self) -> None:
        which, hint = self.explicit(), f"{self.code}.hint"
        words = tr.say(f"explicit.{which.value}") if which else tr.say("pick.hint")
        words = tr.say(hint) if not which and tr.has(hint) else words
        self.combo.setPlaceholderText(words)
        line = self.combo.lineEdit()
        if line is not None:
            line.setPlaceholderText(words)
            line.setAccessibleName(self._label.text())


class _WideCombo(QComboBox):
    """A list that opens as wide as its longest words, as far as the screen goes."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: whoever rolls past must not pick another county."""
        event.ignore()

    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(_wide(self, view))
        super().showPopup()


_BESIDE_WORDS = 56
"""Frame, padding and scroll bar of an open list, in pixels."""


def _wide(combo: QComboBox, view: QAbstractItemView) -> int:
    """Return how wide a list under `combo` is, in pixels: its words, but on the screen."""
    metrics = view.fontMetrics()
    words = [metrics.horizontalAdvance(combo.itemText(i)) for i in range(combo.count())]
    room = combo.screen().availableGeometry().right() - combo.mapToGlobal(QPoint()).x()
    return max(0, min(max(words, default=0) + _BESIDE_WORDS, room))


def _said(word: str) -> str:
    """Return the words of an option without the code at their front."""
    return word.partition(_AFTER_CODE)[2] or word
