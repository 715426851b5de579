"""The page of copies: the last good one, a new one now, and a guided restore."""

from collections.abc import Callable, Mapping

from immtrac_desk.errors import DeskError
from ui.presenters.backup import BackupPresenter
from ui.presenters.shell_doors import Doors
from ui.shell.front import told_apart
from ui.shell.house import House
from ui.views.restore_card import RestoreCard
from ui.views.setting_rows import SettingRows
from ui.views.settings_page import SettingsPage
from ui.views.slow_work import SlowWork
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.layouts import row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, KeyHint, Said, plain
from ui.wording import tr


class BackupPage(SettingsPage):
    """Copying and restoring run beside; what came out of them is said here and stays."""

    def __init__(self, house: House) -> None:
        super().__init__(house, "backup")
        self.presenter = BackupPresenter(house.desk, tr, Doors())
        self.slow, self.outcome = SlowWork(), Banner("good")
        self._last, self._pill = plain(), StatusPill()
        self.now = Button("backup_page.now", self.back_up, kind="primary")
        self.now.setVisible(self.presenter.may_back_up)
        self._key = KeyHint("Ctrl+Return")
        self._key.setVisible(self.presenter.may_back_up)
        self.restore = RestoreCard(self._restore, self.presenter.actor_name)
        self.rows = SettingRows(house, "backup")
        head = row(Said("backup_page.last", role="section"), None, self._pill)
        foot = row(self.now, self._key, None)
        beside = Said("backup_page.safe", role="caption")
        card = Card(head, self._last, foot, beside, self.slow, self.outcome)
        if not self.presenter.may_back_up:
            self.add(Said("backup_page.only_front", role="caption"))
        self.add(card, self.rows, self.restore)

    def read(self) -> None:
        words, good = self.presenter.last()
        self._last.setText(words)
        self._pill.tell(tr.say("backup_page.good" if good else "backup_page.none"), _tone(good))
        self.rows.read()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"record": self.back_up} if self.presenter.may_back_up else {}

    def back_up(self) -> None:
        """Begin a copy; one at a time."""
        self.outcome.tell("")
        self.slow.do(
            "backup_page.working",
            self.presenter.back_up,
            self._made,
            self._failed,
            cancel=self._stopped,
        )

    def _made(self, words: str) -> None:
        self.outcome.tell(words, tone="good")
        self.read()
        self.house.tell(words, tone="good")

    def _stopped(self) -> None:
        self.outcome.tell(*told_apart(self.presenter.stop()), tone="warn")

    def _failed(self, error: DeskError) -> None:
        self.outcome.tell(*told_apart(tr.refusal(error)), tone="bad")

    def _restore(self) -> None:
        asked = self.restore.asked()
        missing = self.presenter.missing(asked)
        self.restore.show_refused(missing)
        if missing:
            return
        self.restore.outcome.tell("")
        self.restore.slow.do(
            "backup_page.restoring",
            lambda: self.presenter.restore(asked),
            self.restore.restored,
            self.restore.failed,
        )


def _tone(good: bool) -> str:
    return "good" if good else "warn"
