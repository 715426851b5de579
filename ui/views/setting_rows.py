"""The settings of one page under their headings, with how many of them are not confirmed."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.settings import SettingChange, SettingsPresenter
from ui.presenters.settings_pages import PAGES
from ui.shell.house import House
from ui.views.setting_card import SettingCard
from ui.widgets.banner import Banner
from ui.widgets.words import Said
from ui.wording import tr


class SettingRows(QWidget):
    """`read` says every row anew and leaves open editors alone."""

    def __init__(self, house: House, page: str) -> None:
        super().__init__()
        self._house, self._page = house, page
        self.presenter = SettingsPresenter(house.desk, tr)
        self.cards: dict[str, SettingCard] = {}
        self._left = Banner("warn")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._left)
        if PAGES[page] and not self.presenter.may_change:
            self._column.addWidget(Said("settings.read_only", role="caption"))
        self._lay()

    def read(self) -> None:
        words, tone = self.presenter.left(self._page)
        self._left.tell("", words, tone=tone or "good")
        for key, shown in self.presenter.rows(self._page).items():
            self.cards[key].show_row(shown, may_change=self.presenter.may_change)

    def retell(self) -> None:
        """The rows are said by `read`; headings and buttons know their own codes."""
        self.read()

    def _lay(self) -> None:
        for group in PAGES[self._page]:
            if group.code:
                self._column.addSpacing(6)
                self._column.addWidget(Said(f"settings.group.{group.code}", role="section"))
            for key in group.keys:
                card = SettingCard(
                    self._save, self._house.desk.people.parse_date, self._house.today()
                )
                self.cards[key] = card
                self._column.addWidget(card)

    def _save(self, change: SettingChange) -> None:
        self.presenter.save(change)
        self.read()
        self._house.tell(partial(tr.say, "settings.saved"), tone="good")
