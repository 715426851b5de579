"""The words of a pick, each known by its plain letters too: who types needs no accents."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from immtrac_desk.domain.values import plain_letters

PLAIN = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a word stands in plain letters."""
_KIND = 0x0F
"""The bits of a match flag that say how text is compared."""
_BEGINS = Qt.MatchFlag.MatchStartsWith
Flags = Qt.MatchFlag


class PlainWords(QStandardItemModel):
    """One column of words. A list that is typed at, open or not, looks for how they begin."""

    _held: tuple[str, ...] = ()

    def show(self, words: Sequence[str]) -> None:
        """Hold these words instead of those before; the same ones are not made again."""
        if tuple(words) != self._held:
            self._held = tuple(words)
            self.clear()
            self.appendColumn([_item(word) for word in words])

    def plain(self, at: int) -> str:
        """A word in plain letters."""
        return str(self.item(at).data(PLAIN))

    def match(
        self,
        start: QModelIndex | QPersistentModelIndex,
        role: int,
        value: Any,
        hits: int = 1,
        flags: Flags = _BEGINS | Flags.MatchWrap,
    ) -> list[QModelIndex]:
        if role == Qt.ItemDataRole.DisplayRole and flags.value & _KIND == _BEGINS.value:
            return super().match(start, PLAIN, plain_letters(str(value)), hits, flags)
        return super().match(start, role, value, hits, flags)


class PlainCompleter(QCompleter):
    """Offers the words that hold what is typed, whatever accents and capitals either has."""

    def __init__(self, words: PlainWords, owner: QObject) -> None:
        super().__init__(words, owner)
        self.setCompletionRole(PLAIN)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def splitPath(self, path: str) -> list[str]:
        return [plain_letters(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _item(word: str) -> QStandardItem:
    item = QStandardItem(word)
    item.setData(plain_letters(word), PLAIN)
    return item
